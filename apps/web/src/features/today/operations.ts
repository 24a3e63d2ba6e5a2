import { TodayBoardDocument, type TodayBoardQuery, TodaySitesDocument } from '~/generated/today/graphql';
import { daysFrom, plusDays } from '~/lib/days';
import { type Read, readOf, useRead } from '~/lib/api/use-api';
import { piecesOf } from '~/lib/wall';

type Rows = Extract<TodayBoardQuery['board'], { readonly __typename: 'Board' }>['rows'];

/** One thing that takes place today, with all that it takes. */
export interface Happening {
  readonly id: string;
  readonly title: string | null;
  readonly from: number;
  readonly until: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly where: readonly string[];
  readonly who: readonly string[];
}

export interface TodayData {
  readonly happenings: readonly Happening[];
  readonly rooms: number;
  readonly roomsInUse: number;
  readonly away: readonly { readonly id: string; readonly name: string }[];
  /** Name of what closes the centre today. */
  readonly closed: string | null;
  readonly zone: string;
}

export function useToday(organisationId: string, day: string, pause: boolean): Read<TodayData> {
  return readOf(useRead(TodayBoardDocument, { organisationId, from: day, days: 1 }, { pause }), ({ board }) => ('rows' in board ? todayOf(board.rows, board.zone, day) : undefined));
}

export interface DayToCome {
  readonly day: string;
  readonly happenings: readonly Happening[];
  readonly zone: string;
}

const AHEAD = 14;

/** The first of the coming days on which something takes place; null when there is none within two weeks. */
export function useDayToCome(organisationId: string, today: string): Read<DayToCome | null> {
  const from = plusDays(today, 1);
  return readOf(useRead(TodayBoardDocument, { organisationId, from, days: AHEAD }), ({ board }) => ('rows' in board ? dayToComeOf(board.rows, board.zone, daysFrom(from, AHEAD)) : undefined));
}

function dayToComeOf(rows: Rows, zone: string, days: readonly string[]): DayToCome | null {
  for (const day of days) {
    const happenings = happeningsOf(rows, zone, day);
    if (happenings.length > 0) return { day, happenings, zone };
  }
  return null;
}

export const useHasSites = (organisationId: string, pause: boolean): Read<boolean> =>
  readOf(useRead(TodaySitesDocument, { organisationId }, { pause }), ({ sites }) => ('sites' in sites ? sites.sites.length > 0 : undefined));

type Row = Rows[number];

const isAway = (row: Row): boolean => row.kind === 'PERSON' && row.absences.some((absence) => absence.kind === 'LEAVE');

function todayOf(rows: Rows, zone: string, day: string): TodayData {
  const rooms = rows.filter((row) => row.kind === 'ROOM');
  return {
    happenings: happeningsOf(rows, zone, day),
    rooms: rooms.length,
    roomsInUse: rooms.filter((row) => row.bookings.length > 0).length,
    away: rows.filter(isAway).map(({ id, name }) => ({ id, name })),
    closed: rows.flatMap((row) => row.closed)[0]?.name ?? null,
    zone,
  };
}

/** A booking has a bar on each row that it takes: they become one happening again. */
function happeningsOf(rows: Rows, zone: string, day: string): readonly Happening[] {
  const found = new Map<string, Happening>();
  for (const row of rows) {
    for (const booking of row.bookings) {
      const [piece] = piecesOf({ ...booking, zone }, [day]);
      if (!piece) continue;
      const id = booking.occurrenceId ?? booking.id;
      const { title, from: startsAt, to: endsAt } = booking;
      const known = found.get(id) ?? { id, title, startsAt, endsAt, from: piece.from, until: piece.until, where: [], who: [] };
      found.set(id, row.kind === 'PERSON' ? { ...known, who: [...known.who, row.name] } : { ...known, where: [...known.where, row.name] });
    }
  }
  return [...found.values()].sort((a, b) => a.from - b.from || a.until - b.until);
}
