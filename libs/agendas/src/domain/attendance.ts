/** What can be said about a person in one unit of a session. */
export const attendanceStatuses = ['present', 'late', 'excused', 'absent'] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

export const LATEST_MINUTES = 720;

const HOUR = 3_600_000;
/** Funders count half-days: what lasts longer than this is taken twice, before and after the break. */
const LONGEST_UNIT_HOURS = 5;

/** In how many units attendance of a session is taken. */
export function unitsOf(session: { readonly startsAt: Date; readonly endsAt: Date }): number {
  return session.endsAt.getTime() - session.startsAt.getTime() > LONGEST_UNIT_HOURS * HOUR ? 2 : 1;
}

/** Attendance can be taken from an hour before the start on: whoever comes early is there. */
const OPENS_BEFORE = HOUR;

export const isAttendanceOpen = (session: { readonly startsAt: Date; readonly state: string }, now: Date): boolean =>
  (session.state === 'planned' || session.state === 'done') && session.startsAt.getTime() - OPENS_BEFORE <= now.getTime();

/** One word about one person in one unit. */
export interface Mark {
  readonly personId: string;
  readonly unit: number;
  readonly status: AttendanceStatus;
  readonly minutesLate?: number | null;
}

/** What stands: the last mark of each line of corrections. */
export interface StandingMark extends Mark {
  readonly id: string;
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
}

/** A word that was written down away from the server, with the mark that was to be seen then: null where nothing was said yet. */
export interface SeenMark extends Mark {
  readonly seen?: string | null;
}

/** Why a word from away does not overwrite: somebody else said otherwise meanwhile, or the person is not expected any more. */
export interface MarkConflict {
  readonly personId: string;
  readonly unit: number;
  readonly status: AttendanceStatus;
  readonly reason: 'marked-meanwhile' | 'not-expected';
  readonly standing: StandingMark | null;
}

export interface NewMark extends Mark {
  /** The mark that this one corrects. */
  readonly supersedes?: string;
}

interface Sorted {
  readonly free: readonly SeenMark[];
  readonly conflicts: readonly MarkConflict[];
}

/** Parts what may be written from what would overwrite a word that its sender had not seen. The same word said by both is no conflict. */
export function sortOutConflicts(wanted: readonly SeenMark[], standing: readonly StandingMark[], learnerIds: readonly string[]): Sorted {
  const conflicts = new Map<SeenMark, MarkConflict>();
  for (const mark of wanted) {
    const { personId, unit, status, seen } = mark;
    const stands = standing.find((one) => one.personId === personId && one.unit === unit) ?? null;
    if (!learnerIds.includes(personId)) conflicts.set(mark, { personId, unit, status, reason: 'not-expected', standing: null });
    else if (stands && stands.id !== seen && stands.status !== status) conflicts.set(mark, { personId, unit, status, reason: 'marked-meanwhile', standing: stands });
  }
  return { free: wanted.filter((mark) => !conflicts.has(mark)), conflicts: [...conflicts.values()] };
}

/** The marks to append: nothing for what stands already, a correction for what stands otherwise. Of two words about the same, the last counts. */
export function marksToAppend(wanted: readonly Mark[], standing: readonly StandingMark[]): readonly NewMark[] {
  const keyOf = ({ personId, unit }: Mark): string => `${personId} ${unit}`;
  const last = new Map(wanted.map((mark) => [keyOf(mark), mark]));
  const known = new Map(standing.map((mark) => [keyOf(mark), mark]));
  return [...last].flatMap(([key, mark]): readonly NewMark[] => {
    const before = known.get(key);
    if (before && before.status === mark.status && (before.minutesLate ?? null) === (mark.minutesLate ?? null)) return [];
    const { personId, unit, status, minutesLate } = mark;
    return [{ personId, unit, status, minutesLate, supersedes: before?.id }];
  });
}
