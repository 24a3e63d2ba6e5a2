import { type PersonPart, type WeekBoardQuery } from '~/generated/week/graphql';
import { type DayPiece, piecesOf } from '~/lib/wall';
import { type BoardEntry, type BoardResource, type EntryKind, type Takes } from './model';

type Board = Extract<WeekBoardQuery['board'], { readonly __typename: 'Board' }>;
export type BoardRows = Board['rows'];
type Row = BoardRows[number];

export interface BoardWords {
  readonly busy: string;
  readonly leave: string;
  readonly lent: string;
  readonly outOfUse: string;
  readonly seats: (count: number) => string;
}

export interface BoardFrame {
  readonly zone: string;
  readonly days: readonly string[];
  readonly words: BoardWords;
}

/** The answer of the server as the board reads it: instants cut into days on the wall of the site. */
export function weekOf(rows: BoardRows, frame: BoardFrame): { readonly resources: readonly BoardResource[]; readonly entries: readonly BoardEntry[] } {
  const takes = takesOf(rows);
  return {
    resources: rows.map((row) => ({ id: row.id, kind: kindOf(row), name: row.name, detail: row.seats === null ? '' : frame.words.seats(row.seats), roles: row.roles, shared: row.shared, offered: offeredOf(row, frame) })),
    entries: rows.flatMap((row) => [...bookingsOf(row, frame, takes), ...absencesOf(row, frame), ...closuresOf(row, frame)]),
  };
}

const offeredOf = (row: Row, { zone, days }: BoardFrame): readonly DayPiece[] | null => row.offered?.flatMap((stretch) => piecesOf({ ...stretch, zone }, days)) ?? null;

const kinds = { ROOM: 'room', PERSON: 'person', EQUIPMENT: 'equipment' } as const;
const kindOf = (row: Row): BoardResource['kind'] => kinds[row.kind];

const parts: Readonly<Record<string, PersonPart>> = { learner: 'LEARNER', trainer: 'TRAINER', expert: 'EXPERT', invigilator: 'INVIGILATOR', staff: 'STAFF' };

/** All that each booking takes: it has a bar on the row of every one of them. */
function takesOf(rows: BoardRows): ReadonlyMap<string, Takes> {
  const takes = new Map<string, { things: string[]; people: { personId: string; part: PersonPart }[] }>();
  for (const row of rows) {
    for (const { occurrenceId, part } of row.bookings) {
      if (occurrenceId === null) continue;
      const all = takes.get(occurrenceId) ?? { things: [], people: [] };
      takes.set(occurrenceId, all);
      const person = parts[part];
      if (person) all.people.push({ personId: row.id, part: person });
      else all.things.push(row.id);
    }
  }
  return takes;
}

const whole = { seats: null, heldUntil: null, told: 0 } as const;
const nothing: Takes = { things: [], people: [] };

function bookingsOf(row: Row, { zone, days, words }: BoardFrame, takes: ReadonlyMap<string, Takes>): readonly BoardEntry[] {
  return row.bookings.flatMap((booking) =>
    piecesOf({ ...booking, zone }, days).map((piece) => ({
      // Not the id of the reservation: that is another one after each move, and what is on the screen stays the same.
      ...entryAt(row, piece, booking.occurrenceId ? `${booking.occurrenceId} ${row.id}` : booking.id),
      kind: 'booking' as const,
      title: booking.title ?? words.busy,
      groupId: booking.occurrenceId ?? booking.id,
      version: booking.version ?? 0,
      part: booking.part,
      takes: takes.get(booking.occurrenceId ?? '') ?? nothing,
      // Another organisation's booking shows as "busy" and is not ours to move.
      movable: booking.occurrenceId !== null && booking.version !== null,
      seats: booking.seats,
      heldUntil: booking.heldUntil,
      told: booking.told,
    })),
  );
}

function absencesOf(row: Row, { zone, days, words }: BoardFrame): readonly BoardEntry[] {
  const titles = { LEAVE: words.leave, BUSY: words.busy, LOAN: words.lent, BLOCKED: words.outOfUse } as const;
  const entryKinds = { LEAVE: 'leave', BUSY: 'busy', LOAN: 'blocked', BLOCKED: 'blocked' } as const satisfies Record<string, EntryKind>;
  return row.absences.flatMap((absence, index) =>
    piecesOf({ ...absence, zone }, days).map((piece) => ({
      ...entryAt(row, piece, absence.id ?? `${row.id} ${index}`),
      kind: entryKinds[absence.kind],
      title: absence.label ?? titles[absence.kind],
      groupId: absence.id ?? `${row.id} ${index}`,
      version: absence.version ?? 0,
      part: 'absence',
      takes: nothing,
      movable: absence.id !== null && absence.version !== null && absence.kind !== 'BUSY',
      ...whole,
    })),
  );
}

function closuresOf(row: Row, { days }: BoardFrame): readonly BoardEntry[] {
  return row.closed
    .filter((closed) => days.includes(closed.date))
    .map((closed) => ({
      ...entryAt(row, { day: closed.date, from: 0, until: 24 * 60 }, `closed ${row.id}`),
      kind: 'closure' as const,
      title: closed.name,
      groupId: `closed ${row.id} ${closed.date}`,
      version: 0,
      part: 'closure',
      takes: nothing,
      movable: false,
      ...whole,
    }));
}

const entryAt = (row: Row, piece: DayPiece, id: string) => ({ ...piece, id: `${id} ${piece.day}`, resourceId: row.id });
