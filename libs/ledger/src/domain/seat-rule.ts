import { SeatsTaken } from './problems.js';

/** A quota of seats and how many of it are taken; "open" is the class of whoever fits no quota. */
export interface SeatClass {
  readonly name: string;
  readonly capacity: number;
  readonly taken: number;
}

export const OPEN_CLASS = 'open';

/**
 * Which class of seat a person may take now. Quotas come before the open seats, so that those who have one leave the open seats to the
 * others; a full quota lets its people take an open seat.
 */
export function seatClassFor(poolId: string, classes: readonly SeatClass[], accepted: readonly string[]): SeatClass | SeatsTaken {
  const free = (name: string): SeatClass | undefined => classes.find((each) => each.name === name && each.taken < each.capacity);
  for (const name of [...accepted.filter((each) => each !== OPEN_CLASS), OPEN_CLASS]) {
    const found = free(name);
    if (found) return found;
  }
  const sum = (pick: (each: SeatClass) => number): number => classes.reduce((total, each) => total + pick(each), 0);
  return new SeatsTaken(
    poolId,
    sum((each) => each.capacity),
    sum((each) => each.taken),
  );
}
