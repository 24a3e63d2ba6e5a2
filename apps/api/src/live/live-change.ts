import { type Actor, type Role } from '@app/platform';

/** What a stream tells: that something changed, never what it is now. Without an id: many of the kind changed at once. */
export interface LiveChange {
  readonly organisationId?: string;
  readonly subjectKind: string;
  readonly subjectId?: string;
  readonly version?: number;
  readonly kind?: string;
  readonly personId?: string;
  /** Who takes part in the occurrence that changed. */
  readonly attendees?: readonly string[];
}

interface Payload {
  readonly o?: string | null;
  readonly k: string;
  readonly i?: string;
  readonly v?: number | null;
  readonly c?: string;
  readonly p?: string | null;
  readonly a?: readonly string[] | null;
}

/** As the database notifies it (migration 0402). */
export function liveChangeFrom(payload: string): LiveChange {
  const { o, k, i, v, c, p, a } = JSON.parse(payload) as Payload;
  return { organisationId: o ?? undefined, subjectKind: k, subjectId: i, version: v ?? undefined, kind: c, personId: p ?? undefined, attendees: a ?? undefined };
}

/** Those who plan and teach hear everything of their organisation. */
const HEARS_ALL: readonly Role[] = ['manager', 'coordinator', 'trainer'];

/** Whether an actor may hear of a change: what concerns the person itself or he takes part in, and for staff what concerns the organisation. */
export function mayHear(actor: Actor, change: LiveChange): boolean {
  if (actor.personId !== undefined && (change.personId === actor.personId || change.attendees?.includes(actor.personId))) return true;
  return change.organisationId !== undefined && actor.isMemberOf(change.organisationId, ...HEARS_ALL);
}

export const MOST_SUBJECTS = 50;
const SUBJECT = /^[a-z]+(-[a-z]+)*(:[0-9a-f-]{36})?$/;

/** What a page wants to hear of: kinds ("room") or single things ("room:<id>"). Undefined where the wish is malformed or too long. */
export function wishedSubjects(given: string | readonly string[] | undefined): ReadonlySet<string> | undefined {
  const wishes = given === undefined ? [] : typeof given === 'string' ? given.split(',') : given;
  return wishes.length <= MOST_SUBJECTS && wishes.every((wish) => SUBJECT.test(wish)) ? new Set(wishes) : undefined;
}

/** No wish at all means everything. */
export function isWished(wishes: ReadonlySet<string>, { subjectKind, subjectId }: LiveChange): boolean {
  return wishes.size === 0 || wishes.has(subjectKind) || (subjectId === undefined ? [...wishes].some((wish) => wish.startsWith(`${subjectKind}:`)) : wishes.has(`${subjectKind}:${subjectId}`));
}
