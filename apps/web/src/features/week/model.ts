import { type ChangeReason, type PersonPart } from '~/generated/week/graphql';

/** What stands on a board, in the wall-clock time of the site: days as "2026-11-23", times in minutes since midnight. */

export interface BoardResource {
  readonly id: string;
  readonly kind: 'room' | 'person' | 'equipment';
  readonly name: string;
  /** "20 seats", "Trainer": what tells it apart. */
  readonly detail: string;
  readonly roles: readonly string[];
  /** Booked by seats: several bookings stand beside each other. */
  readonly shared: boolean;
  /** When a person is available; null where nothing was said. */
  readonly offered: readonly { readonly day: string; readonly from: number; readonly until: number }[] | null;
}

export type EntryKind = 'booking' | 'leave' | 'blocked' | 'busy' | 'closure';

/** All things and people that one booking takes. */
export interface Takes {
  readonly things: readonly string[];
  readonly people: readonly { readonly personId: string; readonly part: PersonPart }[];
}

export interface BoardEntry {
  readonly id: string;
  readonly resourceId: string;
  readonly kind: EntryKind;
  readonly day: string;
  readonly from: number;
  readonly until: number;
  readonly title: string;
  /** What stays together when it moves: all entries of one occurrence. */
  readonly groupId: string;
  readonly movable: boolean;
  readonly version: number;
  /** As what the row takes part: room, equipment, trainer … */
  readonly part: string;
  readonly takes: Takes;
  /** How many seats of a shared room; null: all of it. */
  readonly seats: number | null;
  /** How many people would be told if it were moved or cancelled. */
  readonly told: number;
  /** An instant: until then the place is only held. */
  readonly heldUntil: string | null;
  /** Shown where it was put a moment ago; the server has not answered yet. */
  readonly pending?: boolean;
}

/** One resource on one day: what is booked, in order, and what else makes it unavailable. */
export interface BoardCell {
  readonly resourceId: string;
  readonly day: string;
  readonly bookings: readonly PackedEntry[];
  readonly absences: readonly BoardEntry[];
  /** Closed or away for all of the shown hours. */
  readonly shut: boolean;
  /** When the person is available within the shown hours; null where nothing was said or it is all of them. */
  readonly offered: readonly Hours[] | null;
}

export interface PackedEntry extends BoardEntry {
  /** 0 for the first of several at the same time; anything above is a clash that somebody has to mend. */
  readonly lane: number;
  readonly clashes: boolean;
}

export interface PackedRow {
  readonly resource: BoardResource;
  readonly cells: readonly BoardCell[];
}

/** Hours that are shown: the working day, wider when something lies outside. */
export interface Hours {
  readonly from: number;
  readonly until: number;
}

const overlap = (a: BoardEntry, b: BoardEntry): boolean => a.from < b.until && b.from < a.until;

/** Both take seats of a shared room: the ledger counts whether there are enough. */
const besideEachOther = (a: { readonly seats: number | null }, b: { readonly seats: number | null }): boolean => a.seats !== null && b.seats !== null;

/** Lanes as in an interval graph: every entry takes the first lane that is free at its beginning. */
export function pack(entries: readonly BoardEntry[]): readonly PackedEntry[] {
  const sorted = [...entries].sort((a, b) => a.from - b.from || b.until - a.until || a.id.localeCompare(b.id));
  const freeAt: number[] = [];
  return sorted.map((entry) => {
    const free = freeAt.findIndex((minute) => minute <= entry.from);
    const lane = free === -1 ? freeAt.length : free;
    freeAt[lane] = entry.until;
    const clashes = sorted.some((other) => other !== entry && overlap(entry, other) && !besideEachOther(entry, other));
    return { ...entry, lane, clashes };
  });
}

export function hoursOf(entries: readonly BoardEntry[], usual: Hours = { from: 8 * 60, until: 18 * 60 }): Hours {
  const booked = entries.filter((entry) => entry.kind === 'booking');
  const from = Math.min(usual.from, ...booked.map((entry) => entry.from));
  const until = Math.max(usual.until, ...booked.map((entry) => entry.until));
  return { from: Math.floor(from / 60) * 60, until: Math.ceil(until / 60) * 60 };
}

/** The whole board: a row a resource, a cell a day. Entries of resources or days that are not shown are left out. */
export function packBoard(resources: readonly BoardResource[], days: readonly string[], entries: readonly BoardEntry[]): readonly PackedRow[] {
  const hours = hoursOf(entries);
  const byCell = new Map<string, BoardEntry[]>();
  for (const entry of entries) {
    const key = `${entry.resourceId} ${entry.day}`;
    byCell.set(key, [...(byCell.get(key) ?? []), entry]);
  }
  return resources.map((resource) => ({
    resource,
    cells: days.map((day) => packCell(resource, day, { entries: byCell.get(`${resource.id} ${day}`) ?? [], hours })),
  }));
}

function packCell({ id: resourceId, offered }: BoardResource, day: string, { entries, hours }: { entries: readonly BoardEntry[]; hours: Hours }): BoardCell {
  const absences = entries.filter((entry) => entry.kind !== 'booking');
  return {
    resourceId,
    day,
    bookings: pack(entries.filter((entry) => entry.kind === 'booking')),
    absences,
    shut: absences.some((absence) => absence.from <= hours.from && absence.until >= hours.until),
    offered: offered && offeredWithin(offered.filter((stretch) => stretch.day === day), hours),
  };
}

/** Null when it is all of the shown hours: then there is nothing to say. */
function offeredWithin(stretches: readonly Hours[], hours: Hours): readonly Hours[] | null {
  const within = stretches.map(({ from, until }) => ({ from: Math.max(from, hours.from), until: Math.min(until, hours.until) })).filter(({ from, until }) => from < until);
  return within.some(({ from, until }) => from <= hours.from && until >= hours.until) ? null : within;
}

const QUARTER = 15;

/** Where an entry would lie after a step. Midnight is a wall: nothing slides into the next day by minutes. */
export interface Position {
  readonly row: number;
  readonly day: number;
  readonly from: number;
}

export type Step = 'left' | 'right' | 'up' | 'down' | 'earlier' | 'later';

export function step(position: Position, towards: Step, { rows, days, length }: { rows: number; days: number; length: number }): Position {
  const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most);
  const moves: Readonly<Record<Step, Position>> = {
    left: { ...position, day: within(position.day - 1, days - 1) },
    right: { ...position, day: within(position.day + 1, days - 1) },
    up: { ...position, row: within(position.row - 1, rows - 1) },
    down: { ...position, row: within(position.row + 1, rows - 1) },
    earlier: { ...position, from: within(position.from - QUARTER, 24 * 60 - length) },
    later: { ...position, from: within(position.from + QUARTER, 24 * 60 - length) },
  };
  return moves[towards];
}

/** The time of day where a booking lies after it was pulled over so much of a cell that shows these hours; on a quarter of an hour. */
export function slid({ from, until }: Hours, share: number, hours: Hours): number {
  const pulled = share * (hours.until - hours.from);
  if (Math.abs(pulled) < QUARTER / 2) return from;
  const latest = Math.floor((24 * 60 - (until - from)) / QUARTER) * QUARTER;
  return Math.min(Math.max(Math.round((from + pulled) / QUARTER) * QUARTER, 0), Math.max(latest, 0));
}

/** Where a booking is to go. */
export interface Move {
  readonly entry: BoardEntry;
  readonly resourceId: string;
  readonly day: string;
  readonly from: number;
  readonly until: number;
  /** Told to everybody concerned. */
  readonly why?: ChangeReason | null;
}

/** A move that the server was asked for. */
export interface AskedMove {
  readonly move: Move;
  /** The booking's version once the server accepted; null while it judges. */
  readonly version: number | null;
}

/**
 * The board as it will be: what is asked for stands at its new place at once, on every row that the booking takes. It stands there until
 * the server's own data has the new version, or until the question is taken back because it was refused.
 */
export function withMoves(entries: readonly BoardEntry[], asked: readonly AskedMove[]): readonly BoardEntry[] {
  if (asked.length === 0) return entries;
  return entries.map((entry) => {
    const question = asked.find(({ move }) => move.entry.groupId === entry.groupId && move.entry.version === entry.version);
    if (!question) return entry;
    const { move, version } = question;
    const resourceId = entry.resourceId === move.entry.resourceId ? move.resourceId : entry.resourceId;
    return { ...entry, resourceId, day: move.day, from: move.from, until: move.until, movable: false, pending: version === null };
  });
}

/** What already stands where an entry would go; the database has the last word. */
export function rivals(cell: BoardCell | undefined, wanted: { readonly from: number; readonly until: number; readonly groupId: string; readonly seats: number | null }): readonly BoardEntry[] {
  if (!cell) return [];
  return [...cell.bookings, ...cell.absences].filter((entry) => entry.groupId !== wanted.groupId && !(entry.kind === 'booking' && besideEachOther(entry, wanted)) && entry.from < wanted.until && wanted.from < entry.until);
}

/** "09:00" */
export const clockOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
