import { Injectable } from '@nestjs/common';
import { isProblem, NotFound, type Tx } from '@app/platform';
import { type SeatsTaken } from '../domain/problems.js';
import { OPEN_CLASS, type SeatClass, seatClassFor } from '../domain/seat-rule.js';
import { SeatStore } from '../persistence/seat.store.js';

/** A wish for one seat. */
export interface SeatWish {
  readonly poolId: string;
  readonly personId: string;
  /** Names of the quotas that accept this person, the most preferred first; the open seats come after them anyway. */
  readonly classes?: readonly string[];
  /** An offer: the seat is kept for the person until then, and lapses unless taken. */
  readonly offeredUntil?: Date;
}

export interface SeatGiven {
  readonly poolId: string;
  readonly personId: string;
  readonly class: string;
}

/**
 * Seats of cohorts and sessions. Pools are locked in the order of their ids, after the ledger; under the lock seats are counted and
 * given, so that of 200 who ask for the last one exactly one gets it. Policies are the caller's.
 */
@Injectable()
export class Seats {
  constructor(private readonly store: SeatStore) {}

  /** Opens a pool, or changes how many seats its classes have; seats that were given stay given. */
  setPool(tx: Tx, pool: { readonly organisationId: string; readonly subject: { readonly kind: string; readonly id: string }; readonly classes: Readonly<Record<string, number>> }): Promise<string> {
    return this.store.setPool(tx, { ...pool, classes: { [OPEN_CLASS]: 0, ...pool.classes } });
  }

  /** Gives every wish a seat, or none: the first that finds no seat is answered. Who has a seat keeps it; who accepts an offer takes it. */
  async take(tx: Tx, organisationId: string, wishes: readonly SeatWish[]): Promise<readonly SeatGiven[] | SeatsTaken | NotFound> {
    const pools = await this.store.lock(tx, organisationId, wishes.map((wish) => wish.poolId));
    const given: (SeatGiven & { readonly offeredUntil?: Date })[] = [];
    for (const wish of wishes) {
      const pool = pools.get(wish.poolId);
      if (!pool) return new NotFound('seat-pool');
      const standing = pool.seated.get(wish.personId);
      const seat = standing ? { name: standing } : seatClassFor(wish.poolId, [...pool.classes.values()], wish.classes ?? []);
      if (isProblem(seat)) return seat;
      if (!standing) occupy(pool, wish.personId, seat.name);
      given.push({ poolId: wish.poolId, personId: wish.personId, class: seat.name, offeredUntil: wish.offeredUntil });
    }
    await this.store.write(tx, organisationId, given);
    return given.map(({ poolId, personId, class: name }) => ({ poolId, personId, class: name }));
  }

  /** How many seats are free now in a pool of one class; its lock is held from here on, so that they stay free. */
  async free(tx: Tx, organisationId: string, poolId: string): Promise<number> {
    const pool = (await this.store.lock(tx, organisationId, [poolId])).get(poolId);
    return [...(pool?.classes.values() ?? [])].reduce((sum, { capacity, taken }) => sum + Math.max(0, capacity - taken), 0);
  }

  /** Frees seats; answers how many were taken or offered. */
  async giveBack(tx: Tx, organisationId: string, seats: readonly { readonly poolId: string; readonly personId: string }[]): Promise<number> {
    await this.store.lock(tx, organisationId, seats.map((seat) => seat.poolId));
    return this.store.remove(tx, organisationId, seats);
  }
}

function occupy(pool: { readonly classes: Map<string, SeatClass>; readonly seated: Map<string, string> }, personId: string, name: string): void {
  const found = pool.classes.get(name);
  if (found) pool.classes.set(name, { ...found, taken: found.taken + 1 });
  pool.seated.set(personId, name);
}
