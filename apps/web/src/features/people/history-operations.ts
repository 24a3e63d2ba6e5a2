import { LikelyDuplicatesDocument, type LikelyDuplicatesQuery, MergePeopleDocument, PersonHistoryDocument } from '~/generated/people/graphql';
import { type Answer, answerOf } from '~/lib/api/answer';
import { mutate } from '~/lib/api/send';
import { type Read, readOf, useRead } from '~/lib/api/use-api';
import { type PersonLine } from './operations';

export interface HistoryEntry {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  readonly refused: boolean;
  readonly actorName: string | null;
  /** Why, where somebody wrote it. */
  readonly reason: string | null;
}

function reasonIn(personal: string | null | undefined): string | null {
  const words: unknown = personal ? JSON.parse(personal) : null;
  return typeof words === 'object' && words !== null && 'reason' in words && typeof words.reason === 'string' ? words.reason : null;
}

export const useHistory = ({ organisationId, personId }: PersonLine): Read<{ readonly entries: readonly HistoryEntry[]; readonly more: boolean }> =>
  readOf(useRead(PersonHistoryDocument, { organisationId, personId, first: 100 }), ({ personHistory }) =>
    'nodes' in personHistory
      ? {
          entries: personHistory.nodes.map(({ personal, actorName, ...entry }) => ({ ...entry, actorName: actorName ?? null, reason: reasonIn(personal) })),
          more: personHistory.pageInfo.hasNextPage,
        }
      : undefined,
  );

type Listed = Extract<LikelyDuplicatesQuery['likelyDuplicates'], { readonly __typename: 'LikelyDuplicateList' }>['pairs'][number];

export interface Entry {
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  readonly version: number;
  readonly joined: boolean;
}

/** Two entries of one name; the one that somebody signed in with stays, else the older one. */
export interface Pair {
  readonly into: Entry;
  readonly away: Entry;
}

function pairOf(pair: Listed): Pair {
  const older: Entry = { personId: pair.personId, name: pair.name, email: pair.email ?? null, version: pair.version, joined: Boolean(pair.joinedAt) };
  const younger: Entry = { personId: pair.otherPersonId, name: pair.otherName, email: pair.otherEmail ?? null, version: pair.otherVersion, joined: Boolean(pair.otherJoinedAt) };
  return younger.joined && !older.joined ? { into: younger, away: older } : { into: older, away: younger };
}

export const useDuplicates = (organisationId: string): Read<readonly Pair[]> =>
  readOf(useRead(LikelyDuplicatesDocument, { organisationId }), ({ likelyDuplicates }) => ('pairs' in likelyDuplicates ? likelyDuplicates.pairs.map(pairOf) : undefined));

export interface Clash {
  readonly what: string;
  readonly kept?: string | null;
  readonly dropped?: string | null;
}

export async function merge(organisationId: string, { into, away }: Pair, dryRun: boolean): Promise<Answer<{ readonly clashes: readonly Clash[] }>> {
  const input = { organisationId, awayPersonId: away.personId, awayExpectedVersion: away.version, intoPersonId: into.personId, intoExpectedVersion: into.version, dryRun };
  return answerOf((await mutate(MergePeopleDocument, { input })).mergePeople);
}
