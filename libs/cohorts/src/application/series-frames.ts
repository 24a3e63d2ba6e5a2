import { Injectable } from '@nestjs/common';
import { CourseOutlines } from '@app/courses';
import { NotFound, type Tx } from '@app/platform';
import { type CourseUnit } from '../domain/lessons-of-sessions.js';
import { type CohortGroup, CohortStore, type LockedCohort } from '../persistence/cohort.store.js';
import { type BookableThing, PlaceReads } from '../persistence/place.reads.js';
import { type SeriesInput } from './series-input.js';

/** Where a series takes place, for which group, about what. */
export interface SeriesFrame {
  readonly things: readonly BookableThing[];
  readonly room: BookableThing | null;
  readonly group: CohortGroup | null;
  readonly units: readonly CourseUnit[];
  readonly site: { readonly id: string; readonly organisationId: string; readonly name: string | null; readonly zone: string };
}

@Injectable()
export class SeriesFrames {
  constructor(
    private readonly cohorts: CohortStore,
    private readonly places: PlaceReads,
    private readonly outlines: CourseOutlines,
  ) {}

  async of(tx: Tx, cohort: LockedCohort, input: SeriesInput): Promise<SeriesFrame | NotFound> {
    const wanted = [...new Set(input.resourceIds)];
    const things = await this.places.things(tx, cohort.organisationId, wanted);
    if (things.length < wanted.length) return new NotFound('room');
    const group = input.groupId ? (await this.cohorts.groups(tx, cohort.id)).find(({ id }) => id === input.groupId) : null;
    if (group === undefined) return new NotFound('group');
    const room = things.find(({ kind }) => kind === 'room') ?? null;
    const units = input.about === 'title' ? [] : await this.units(tx, cohort.courseVersionId, input.about);
    return { things, room, group, units, site: await this.site(tx, cohort, room) };
  }

  /** What is for trainers only is no session's subject; a module without lessons is its own. */
  private async units(tx: Tx, versionId: string, by: 'lessons' | 'modules'): Promise<readonly CourseUnit[]> {
    const modules = (await this.outlines.of(tx, versionId))?.modules ?? [];
    return modules.flatMap(({ id: moduleId, titles: moduleTitles, lessons }) => {
      const shown = by === 'lessons' ? lessons.filter(({ audience }) => audience === 'everyone') : [];
      const whole: CourseUnit = { moduleId, lessonId: null, titles: moduleTitles, moduleTitles };
      return shown.length > 0 ? shown.map(({ id: lessonId, titles }) => ({ moduleId, lessonId, titles, moduleTitles })) : [whole];
    });
  }

  private async site(tx: Tx, cohort: LockedCohort, room: BookableThing | null): Promise<SeriesFrame['site']> {
    if (room) return { id: room.siteId, organisationId: room.organisationId, name: room.siteName, zone: room.zone };
    const site = await this.cohorts.site(tx, cohort.organisationId, cohort.siteId);
    return { id: cohort.siteId, organisationId: cohort.organisationId, name: site?.name ?? null, zone: cohort.zone };
  }
}
