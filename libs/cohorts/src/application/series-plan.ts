import { Injectable } from '@nestjs/common';
import { tidyLine } from '@app/identity';
import { datesOf, dayValue, inLentPlace, inRule, lastDayOf, type OccurrenceDraft, type SeriesDate, type SeriesDates, SiteClosures, type SkippedDate, type WeeklyRule } from '@app/ledger';
import { InvalidInput, isProblem, type NotFound, type Tx } from '@app/platform';
import { isFor } from '../domain/enrolment.js';
import { type CourseUnit, unitsOfSessions } from '../domain/lessons-of-sessions.js';
import { sessionCards } from '../domain/session-card.js';
import { type LockedCohort } from '../persistence/cohort.store.js';
import { EnrolmentStore } from '../persistence/enrolment.store.js';
import { type BookableThing, placeNameOf, takenOf } from '../persistence/place.reads.js';
import { type PlannedSession, SessionStore } from '../persistence/session.store.js';
import { type SeriesFrame, SeriesFrames } from './series-frames.js';
import { seriesFaults, type SeriesInput } from './series-input.js';

/** A series worked out and not written: what would be planned, what would be skipped. */
export interface SeriesPlan {
  readonly dates: readonly (SeriesDate & { readonly units: readonly CourseUnit[]; readonly title: string })[];
  readonly skipped: readonly SkippedDate[];
  readonly drafts: readonly OccurrenceDraft[];
  readonly learners: number;
  readonly room: BookableThing | null;
  readonly groupId: string | null;
}

/** Works out a series for the cohort: dates over the closures of its site, learners, rooms, lessons, cards. Preview and creation share it. */
@Injectable()
export class SeriesPlans {
  constructor(
    private readonly frames: SeriesFrames,
    private readonly enrolments: EnrolmentStore,
    private readonly sessions: SessionStore,
    private readonly closures: SiteClosures,
  ) {}

  async make(tx: Tx, cohort: LockedCohort, input: SeriesInput): Promise<SeriesPlan | InvalidInput | NotFound> {
    const faults = seriesFaults(input);
    if (faults.length > 0) return new InvalidInput(faults);
    const frame = await this.frames.of(tx, cohort, input);
    if (isProblem(frame)) return frame;
    const dates = await this.dates(tx, cohort, input.rule, frame.site);
    if (isProblem(dates)) return dates;
    const groupId = frame.group?.id ?? null;
    const overlap = overlapOf(dates.dates, (await this.sessions.toCome(tx, cohort.id)).filter((session) => meet(session.groupId, groupId)));
    if (overlap) return InvalidInput.at('rule.slots', 'series.overlaps-session', overlap);
    const learners = (await this.enrolments.active(tx, cohort.id)).filter((learner) => isFor({ groupId }, learner)).map(({ personId }) => personId);
    const about = unitsOfSessions(frame.units, dates.dates.length);
    const drafts = draftsOf({ cohort, input, frame, learners }, dates.dates, about);
    const titleOf = (index: number): string => drafts[index]?.cards.find(({ language }) => language === tx.actor.language)?.title ?? '';
    const shown = dates.dates.map((date, index) => ({ ...date, units: about[index] ?? [], title: titleOf(index) }));
    return { dates: shown, skipped: inLentPlace(dates.skipped, frame.site.organisationId !== cohort.organisationId), drafts, learners: learners.length, groupId, room: frame.room };
  }

  private async dates(tx: Tx, cohort: LockedCohort, rule: WeeklyRule, site: SeriesFrame['site']): Promise<SeriesDates | InvalidInput> {
    const closed = await this.closures.between(tx, site, { from: rule.from, to: lastDayOf(rule) });
    const dates = datesOf(rule, site.zone, new Map(closed.map(({ date, name }) => [date, name])));
    if (!('dates' in dates)) return new InvalidInput(dates.map(inRule));
    return outside(dates.dates, cohort) ?? dates;
  }
}

function outside(dates: readonly SeriesDate[], { startsOn, endsOn, now }: LockedCohort): InvalidInput | undefined {
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return undefined;
  if (first.date < startsOn || last.date > endsOn) return InvalidInput.at('rule.from', 'series.outside-cohort', { first: dayValue(first.date), last: dayValue(last.date), startsOn: dayValue(startsOn), endsOn: dayValue(endsOn) });
  return first.time.from <= now ? InvalidInput.at('rule.from', 'series.in-the-past', { first: dayValue(first.date) }) : undefined;
}

interface DraftFrame {
  readonly cohort: LockedCohort;
  readonly input: SeriesInput;
  readonly frame: SeriesFrame;
  readonly learners: readonly string[];
}

function draftsOf({ cohort, input, frame, learners }: DraftFrame, dates: readonly SeriesDate[], about: readonly (readonly CourseUnit[])[]): readonly OccurrenceDraft[] {
  const { things, site, group } = frame;
  const attendees = [
    ...learners.map((personId) => ({ personId, part: 'learner' as const })),
    ...[...new Set(input.trainerIds)].map((personId) => ({ personId, part: 'trainer' as const })),
  ];
  const card = { cohortName: cohort.name, groupName: group?.name ?? null, title: tidyLine(input.title), place: placeNameOf(things, site.name), link: input.link, bring: tidyLine(input.bring) };
  return dates.map(({ time }, index) => ({
    ...{ key: String(index), kind: input.kind ?? 'session', time, attendees, site: { id: site.id, organisationId: site.organisationId } },
    things: things.map((thing) => takenOf(thing, cohort.capacity)),
    cards: sessionCards({ ...card, units: about[index] ?? [] }),
  }));
}

/** Two sessions of one cohort concern the same people unless each is for another group. */
const meet = (one: string | null, other: string | null): boolean => one === null || other === null || one === other;

function overlapOf(dates: readonly SeriesDate[], standing: readonly PlannedSession[]): { date: number; title: string; count: number } | undefined {
  const hits = dates.flatMap(({ date, time }) => standing.filter((session) => time.from < session.endsAt && session.startsAt < time.to).map(({ title }) => ({ date: dayValue(date), title: title ?? '…' })));
  const [first] = hits;
  return first && { ...first, count: hits.length };
}
