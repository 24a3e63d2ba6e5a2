import { Problem, type Tx } from '@app/platform';

/** A person as one organisation knows him. */
export interface KnownPerson {
  readonly organisationId: string;
  readonly personId: string;
}

/** A context that has to give back what is still to come before a person is erased; registered when its module starts. */
export interface ErasureFollower {
  readonly context: string;
  forget(tx: Tx, person: KnownPerson): Promise<void>;
}

/** Rows of one kind that an erasure deletes ("erased"), empties ("emptied"), leaves ("evidence") or that go by themselves ("passing"). */
export interface ErasureLine {
  readonly topic: string;
  readonly fate: 'erased' | 'emptied' | 'evidence' | 'passing';
  /** Null where the rows may name anybody and are not counted. */
  readonly rows: number | null;
  /** After so many days they are gone; null as long as the organisation exists. */
  readonly days: number | null;
}

/** The installation would be left without an administrator. */
export class LastAdmin extends Problem {
  readonly code = 'LAST_ADMIN';
}
