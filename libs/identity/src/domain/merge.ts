import { type Tx } from '@app/platform';
import { type ProfileFacts } from './profile.js';

/** Two persons of an organisation turn out to be one human. */
export interface PersonMerge {
  readonly organisationId: string;
  /** The provisional one, who leads to the other from now on. */
  readonly awayPersonId: string;
  readonly intoPersonId: string;
}

/** Something that both had and that cannot stand twice: what stays and what goes is shown before merging. */
export interface MergeClash {
  /** Field of the profile ("email") or kind of thing ("reservation"). */
  readonly what: string;
  readonly kept?: string;
  readonly dropped?: string;
}

/** A context that has rows of the present hanging on persons; registered when its module starts. Rows of the past keep their person. */
export interface MergeFollower {
  readonly context: string;
  clashes(tx: Tx, merge: PersonMerge): Promise<readonly MergeClash[]>;
  /** Moves what is still to come to the remaining person, in the transaction of the merge. */
  follow(tx: Tx, merge: PersonMerge): Promise<void>;
}

const FIELDS = ['givenName', 'familyName', 'email', 'phone', 'language', 'reference', 'siteId'] as const;

/** Fields in which both profiles say something and not the same; the remaining person's word stands. */
export function profileClashes(away: ProfileFacts, into: ProfileFacts): readonly MergeClash[] {
  return FIELDS.filter((what) => away[what] && into[what] && away[what] !== into[what]).map((what) => ({ what, kept: into[what] ?? undefined, dropped: away[what] ?? undefined }));
}

/** The remaining profile, completed by what only the other one knew. */
export function completed<T extends ProfileFacts>(into: T, away: ProfileFacts): T {
  const missing = FIELDS.filter((what) => !into[what] && away[what]).map((what) => [what, away[what]]);
  return { ...into, ...(Object.fromEntries(missing) as Partial<T>) };
}
