import { plusDays } from '~/lib/days';
import { type Cohort, type SeriesInput, type Session } from './operations';

/** What somebody enters about a series: days, times, first day, how long. */
export interface SeriesDraft {
  readonly days: readonly string[];
  readonly times: readonly { readonly from: string; readonly until: string }[];
  readonly from: string;
  readonly by: 'until' | 'count';
  readonly until: string;
  readonly count: number;
  readonly everyWeeks: number;
  readonly kind: Session['kind'];
  readonly about: 'LESSONS' | 'MODULES' | 'TITLE';
  readonly title: string;
  readonly groupId: string;
  readonly trainerIds: readonly string[];
  /** The first says where it is. */
  readonly roomIds: readonly string[];
  readonly equipmentIds: readonly string[];
  readonly link: string;
  readonly bring: string;
}

export function startOfSeries(cohort: Cohort, today: string): SeriesDraft {
  const tomorrow = plusDays(today, 1);
  return {
    ...{ days: ['2'], times: [{ from: '09:00', until: '12:00' }], from: cohort.startsOn > tomorrow ? cohort.startsOn : tomorrow },
    ...{ by: 'until', until: cohort.endsOn, count: 10, everyWeeks: 1, kind: 'SESSION', about: 'LESSONS', title: '', groupId: 'all', trainerIds: [], roomIds: [], equipmentIds: [], link: '', bring: '' },
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

export function seriesInput(cohortId: string, draft: SeriesDraft): SeriesInput {
  const slots = [...draft.days].sort().flatMap((day) => draft.times.map(({ from, until }) => ({ weekday: Number(day), startsAt: from, endsAt: until })));
  return {
    cohortId,
    rule: { slots, from: draft.from, until: draft.by === 'until' ? draft.until : null, count: draft.by === 'count' ? draft.count : null, everyWeeks: draft.everyWeeks },
    groupId: draft.groupId === 'all' ? null : draft.groupId,
    trainerIds: draft.trainerIds,
    resourceIds: [...draft.roomIds, ...draft.equipmentIds],
    ...{ kind: draft.kind, about: draft.about, title: draft.about === 'TITLE' ? draft.title : null, link: orNull(draft.link), bring: orNull(draft.bring) },
  };
}
