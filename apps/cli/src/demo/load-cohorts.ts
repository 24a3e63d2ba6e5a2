import { fileURLToPath } from 'node:url';
import { AnnounceAbsence } from '@app/agendas';
import { ChangeCohortState, ChangeEnrolment, CreateCohort, CreateSeries, EnrolLearners, ReadCohorts } from '@app/cohorts';
import { EditCourse, Findings, ImportCourse, openSource, PublishCourse, ReadCourses, readCurriculum } from '@app/courses';
import { Actor, addDays } from '@app/platform';
import { type GetUseCase } from '../use-cases.js';
import { cohorts, courses, type DemoCohort, type DemoCourse, type DemoWorkshop } from './demo-cohorts.js';
import { granted, type Ids, known } from './ids.js';

const FOLDER = fileURLToPath(new URL('../../demo-courses/', import.meta.url));

export interface DemoGround {
  readonly organisationId: string;
  readonly coordinator: Actor;
  readonly places: Ids;
  readonly persons: Ids;
  /** The day on which the demo is loaded. */
  readonly today: string;
}

/** Brings the demo's courses in from their folders, publishes them, and opens cohorts on them with sessions and learners. */
export class LoadCohorts {
  constructor(
    private readonly get: GetUseCase,
    private readonly ground: DemoGround,
  ) {}

  async execute(): Promise<void> {
    const courseIds = new Map<string, string>();
    for (const course of courses) courseIds.set(course.key, await this.course(course, courseIds));
    for (const cohort of cohorts) await this.cohort(cohort, known(courseIds, cohort.course));
  }

  private async course({ key, subject, level, price, builtOn }: DemoCourse, before: Ids): Promise<string> {
    const { coordinator, organisationId } = this.ground;
    const findings = new Findings();
    const source = await openSource(`${FOLDER}${key}`, findings);
    const curriculum = source && (await readCurriculum(source, findings));
    source?.close();
    if (!curriculum || findings.of('error').length > 0) throw new Error(`The demo course ${key} cannot be read: ${JSON.stringify(findings.of('error'))}`);
    const { courseId, version } = granted(await this.get(ImportCourse).execute(coordinator, { organisationId, curriculum, source: key, subject, level }));
    granted(await this.get(PublishCourse).execute(coordinator, { courseId, expectedVersion: version.version }));
    // Anybody may read in the catalogue what it is about, and when it begins.
    const { version: expectedVersion } = granted(await this.get(ReadCourses).one(coordinator, courseId));
    granted(await this.get(EditCourse).change(coordinator, { courseId, expectedVersion, subject, level: level ?? null, isPublic: true, price, prerequisiteIds: builtOn ? [known(before, builtOn)] : [] }));
    return courseId;
  }

  private async cohort(demo: DemoCohort, courseId: string): Promise<void> {
    const { coordinator, organisationId, places, persons, today } = this.ground;
    const { name, language, capacity, minimum, site, learners, states, demandsPrerequisites } = demo;
    const [startsOn, endsOn] = [addDays(today, demo.startsOn), addDays(today, demo.endsOn)];
    const made = granted(await this.get(CreateCohort).execute(coordinator, { organisationId, courseId, name, language, capacity, minimum, startsOn, endsOn, siteId: known(places, site), demandsPrerequisites }));
    const { cohortId } = made;
    if (learners.length > 0) granted(await this.get(EnrolLearners).execute(coordinator, { cohortId, personIds: learners.map((key) => known(persons, key)), whenFull: 'refuse' }));
    if (demo.sessions > 0) await this.series(demo, cohortId);
    if (demo.workshop) await this.workshop(demo, demo.workshop, cohortId);
    if (demo.completed) await this.complete(cohortId);
    if (demo.absent) await this.absence(cohortId, demo.absent);
    let { version } = made;
    for (const to of states) ({ version } = granted(await this.get(ChangeCohortState).execute(coordinator, { cohortId, expectedVersion: version, to })));
  }

  private async series({ weekdays, from, to, sessions, planFrom, trainer, room }: DemoCohort, cohortId: string): Promise<void> {
    const { coordinator, places, persons, today } = this.ground;
    const slots = weekdays.map((weekday) => ({ weekday, startsAt: from, endsAt: to }));
    const rule = { slots, from: addDays(today, planFrom), count: sessions, everyWeeks: 1 };
    granted(await this.get(CreateSeries).execute(coordinator, { cohortId, rule, trainerIds: [known(persons, trainer)], resourceIds: [known(places, room)], about: 'lessons' }));
  }

  private async workshop({ trainer, planFrom }: DemoCohort, { title, weekday, from, to, room, bring, count }: DemoWorkshop, cohortId: string): Promise<void> {
    const { coordinator, places, persons, today } = this.ground;
    const rule = { slots: [{ weekday, startsAt: from, endsAt: to }], from: addDays(today, planFrom), count, everyWeeks: 1 };
    granted(await this.get(CreateSeries).execute(coordinator, { cohortId, rule, kind: 'workshop', trainerIds: [known(persons, trainer)], resourceIds: [known(places, room)], about: 'title', title, bring }));
  }

  private async complete(cohortId: string): Promise<void> {
    const { coordinator } = this.ground;
    const { rows } = granted(await this.get(ReadCohorts).learners(coordinator, { cohortId }, { first: 100 }));
    for (const { personId, version } of rows) granted(await this.get(ChangeEnrolment).execute(coordinator, { cohortId, personId, expectedVersion: version, to: 'completed' }));
  }

  /** Somebody cannot come to the first session: a coordinator has something to decide, and the trainer reads it. */
  private async absence(cohortId: string, learner: string): Promise<void> {
    const { coordinator, organisationId, persons } = this.ground;
    const [first] = granted(await this.get(ReadCohorts).sessions(coordinator, cohortId));
    if (!first) return;
    const [firstDay, lastDay] = [first.localDate, first.localDate];
    const self = Actor.person({ personId: known(persons, learner), memberships: [{ organisationId, role: 'learner' }], language: 'fr' });
    granted(await this.get(AnnounceAbsence).execute(self, { organisationId, reason: 'family', firstDay, firstHalf: 'morning', lastDay, lastHalf: 'afternoon' }));
  }
}
