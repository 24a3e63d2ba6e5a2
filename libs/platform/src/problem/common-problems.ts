import { Problem } from './problem.js';

/** The person is not allowed to do this; `action` is a verb of the domain such as "room.create". */
export class NotAllowed extends Problem {
  readonly code = 'NOT_ALLOWED';
  constructor(readonly action: string) {
    super();
  }
}

/** Nothing of this kind is visible to the person: it never existed, is gone, or belongs to another organisation. All three look the same. */
export class NotFound extends Problem {
  readonly code = 'NOT_FOUND';
  constructor(readonly kind: string) {
    super();
  }
}

/** Somebody else changed the thing since the person read it. */
export class StaleVersion extends Problem {
  readonly code = 'STALE_VERSION';
  constructor(
    readonly expected: number,
    readonly actual: number,
  ) {
    super();
  }
}

/** One thing that is wrong with what was entered: where, what, and the values that a text about it needs. */
export interface Fault {
  /** Path of the field in the input: "startsAt", "rooms.2.seats". */
  readonly field: string;
  /** Key of the text that says what is wrong and how to mend it: "range.reversed". */
  readonly reason: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What was entered cannot be accepted; every fault is listed at once. */
export class InvalidInput extends Problem {
  readonly code = 'INVALID_INPUT';
  constructor(readonly faults: readonly Fault[]) {
    super();
  }

  static at(field: string, reason: string, values?: Fault['values']): InvalidInput {
    return new InvalidInput([{ field, reason, values }]);
  }
}
