import { isProblem } from '@app/platform';
import { type Booked, BookRoom, CancelBooking, ConfirmHold, MoveBooking, ReleaseExpired } from '@app/ledger';
import { type LedgerWorld } from './ledger-world.js';

/** What one client did, and what it was answered. `order` was drawn under the locks: operations that touch each other have it in the order in which they happened. */
export interface Step {
  readonly order: number;
  /** The database's clock when the ledger was asked, in milliseconds. */
  readonly at: number;
  readonly operation: Operation;
  readonly answer: string;
  /** Id of the booking that was made. */
  readonly made?: string;
}

type Operation =
  | { readonly kind: 'book'; readonly rooms: readonly string[]; readonly from: number; readonly to: number; readonly holdMinutes?: number }
  | { readonly kind: 'move'; readonly id: string; readonly version: number; readonly rooms: readonly string[]; readonly from: number; readonly to: number }
  | { readonly kind: 'confirm'; readonly id: string; readonly version: number }
  | { readonly kind: 'cancel'; readonly id: string; readonly version: number };

interface Held {
  readonly rooms: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly version: number;
  readonly heldUntil: number | null;
  readonly over: boolean;
}

/** The ledger as a list in memory: slow, simple, one after the other. It is told the steps in their order and says what each must have been answered. */
export class LedgerModel {
  readonly bookings = new Map<string, Held>();

  expects({ operation, at, made }: Step): string {
    if (operation.kind === 'book') return this.book(operation, at, made);
    const booking = this.bookings.get(operation.id);
    if (!booking) return 'NotFound';
    if (operation.kind === 'confirm') return this.confirm(operation, booking, at);
    if (booking.over) return 'OccurrenceOver';
    if (booking.heldUntil !== null && booking.heldUntil <= at) return 'HoldExpired';
    if (booking.version !== operation.version) return 'StaleVersion';
    const version = booking.version + 1;
    if (operation.kind === 'cancel') {
      this.bookings.set(operation.id, { ...booking, version, over: true });
      return 'done';
    }
    if (this.isTaken(operation, at, operation.id)) return 'ScheduleClash';
    this.bookings.set(operation.id, { ...booking, rooms: operation.rooms, from: operation.from, to: operation.to, version });
    return 'done';
  }

  private book(wish: Extract<Operation, { kind: 'book' }>, at: number, made: string | undefined): string {
    if (this.isTaken(wish, at)) return 'ScheduleClash';
    const heldUntil = wish.holdMinutes === undefined ? null : at + wish.holdMinutes * 60_000;
    if (made) this.bookings.set(made, { rooms: wish.rooms, from: wish.from, to: wish.to, version: 1, heldUntil, over: false });
    return 'done';
  }

  private confirm(wish: { readonly id: string; readonly version: number }, booking: Held, at: number): string {
    if (booking.over) return 'OccurrenceOver';
    if (booking.heldUntil === null) return 'done';
    if (booking.heldUntil <= at) return 'HoldExpired';
    if (booking.version !== wish.version) return 'StaleVersion';
    this.bookings.set(wish.id, { ...booking, heldUntil: null, version: booking.version + 1 });
    return 'done';
  }

  private isTaken(wish: { readonly rooms: readonly string[]; readonly from: number; readonly to: number }, at: number, butId?: string): boolean {
    return [...this.bookings].some(
      ([id, each]) =>
        id !== butId && !each.over && (each.heldUntil === null || each.heldUntil > at) && each.from < wish.to && wish.from < each.to && each.rooms.some((room) => wish.rooms.includes(room)),
    );
  }
}

/** A small generator with a seed (mulberry32), so that a failing run can be run again. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const clock = (quarter: number): string => `2026-11-23T${String(8 + Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
const QUARTERS = 40;

export interface ModelRun {
  readonly operations: number;
  readonly clients: number;
  readonly seed: number;
  /** Called for every operation that was done. */
  onStep?(): void;
}

/**
 * Clients that create, move, hold, confirm and cancel at random in few rooms on one day, while another one releases what has expired and
 * the clock jumps between rounds. Answers every step in its order.
 */
export async function runClients(world: LedgerWorld, rooms: readonly string[], run: ModelRun): Promise<readonly Step[]> {
  const steps: Step[] = [];
  const made: { id: string; version: number }[] = [];
  const rounds = 10;
  await world.test.asOwner('create sequence model_order; grant usage on sequence model_order to tremplin_app');
  for (let round = 0; round < rounds; round++) {
    await world.test.moveClock(`${round * 7} minutes`);
    await Promise.all(
      Array.from({ length: run.clients }, async (_, client) => {
        const random = randomOf(run.seed * 1_000 + round * 100 + client);
        for (let index = 0; index < run.operations / rounds / run.clients; index++) {
          if (random(40) === 0) await world.test.get(ReleaseExpired).execute();
          const step = await take(world, invent(rooms, made, random));
          steps.push(step);
          if (step.made) made.push({ id: step.made, version: 1 });
          if (step.answer === 'done' && step.operation.kind !== 'book') made.push({ id: step.operation.id, version: step.operation.version + 1 });
          run.onStep?.();
        }
      }),
    );
  }
  return steps.sort((a, b) => a.order - b.order);
}

function invent(rooms: readonly string[], made: readonly { id: string; version: number }[], random: (below: number) => number): Operation {
  const pick = (): { rooms: string[]; from: number; to: number } => {
    const from = random(QUARTERS - 8);
    const first = random(rooms.length);
    const second = random(3) === 0 ? random(rooms.length) : first;
    return { rooms: [...new Set([first, second])].map((index) => rooms[index] ?? ''), from, to: from + 1 + random(8) };
  };
  const known = made[Math.max(0, made.length - 1 - random(40))];
  const choice = random(10);
  if (!known || choice < 4) return { kind: 'book', ...pick(), ...(choice < 2 ? { holdMinutes: 1 + random(12) } : {}) };
  const ref = { id: known.id, version: known.version };
  if (choice < 7) return { kind: 'move', ...ref, ...pick() };
  return { kind: choice === 7 ? 'confirm' : 'cancel', ...ref };
}

/** Does it, and draws its number while the transaction still holds every lock. */
async function take({ test, marie, centre }: LedgerWorld, operation: Operation): Promise<Step> {
  const organisationId = centre.id;
  let drawn = { order: 0, at: 0 };
  let made: string | undefined;
  const answer = await test.database.as(marie, async (tx): Promise<object> => {
    const outcome = await act();
    const [row] = await tx.query<{ order: string; at: Date }>(`select nextval('model_order') as order, app.now() as at`);
    drawn = { order: Number(row?.order), at: row?.at.getTime() ?? 0 };
    return outcome;
  });
  if (operation.kind === 'book' && !isProblem(answer)) made = (answer as Booked).occurrenceId;
  return { ...drawn, operation, made, answer: isProblem(answer) ? answer.constructor.name : 'done' };

  function act(): Promise<object> {
    if (operation.kind === 'book') {
      const { rooms, from, to, holdMinutes } = operation;
      return test.get(BookRoom).execute(marie, { organisationId, title: 'x', resourceIds: rooms, startsAt: clock(from), endsAt: clock(to), holdMinutes });
    }
    const { id: occurrenceId, version: expectedVersion } = operation;
    if (operation.kind === 'move') {
      const { rooms, from, to } = operation;
      return test.get(MoveBooking).execute(marie, { organisationId, moves: [{ occurrenceId, expectedVersion, resourceIds: rooms, startsAt: clock(from), endsAt: clock(to) }] });
    }
    const useCase = operation.kind === 'confirm' ? test.get(ConfirmHold) : test.get(CancelBooking);
    return useCase.execute(marie, { organisationId, occurrenceId, expectedVersion });
  }
}
