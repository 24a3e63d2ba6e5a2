/** What people knew of an occurrence before a batch of changes, and what holds now. */
export interface ChangedOccurrence {
  readonly state: 'tentative' | 'planned' | 'done' | 'cancelled';
  readonly startsAt: Date;
  /** Set while somebody only holds it, and kept when the hold expired: nobody was told of it, so nobody is told that it is gone. */
  readonly heldUntil: Date | null;
  readonly now: Date;
  /** Start before the first change of the batch; undefined when nothing was moved. */
  readonly startedAt?: Date;
  readonly changeKinds: readonly string[];
}

export type ChangeNotice = { readonly tell: 'nothing' } | { readonly tell: 'changed' | 'cancelled' | 'reinstated'; readonly dueAt: Date; readonly notAfter: Date };

const MINUTE = 60_000;
/** As long as a change can be undone, nobody is told, unless it concerns the next two hours. */
const UNDO = 10 * MINUTE;
const SOON = 120 * MINUTE;

/** Whether attendees are told of a batch of changes, and when. */
export function changeNotice(changed: ChangedOccurrence): ChangeNotice {
  const known = changed.startedAt ?? changed.startsAt;
  const first = Math.min(known.getTime(), changed.startsAt.getTime());
  const notAfter = new Date(Math.max(known.getTime(), changed.startsAt.getTime()));
  if (changed.heldUntil !== null || notAfter <= changed.now) return { tell: 'nothing' };
  const dueAt = first - changed.now.getTime() <= SOON ? changed.now : new Date(changed.now.getTime() + UNDO);
  if (changed.state === 'cancelled') return { tell: 'cancelled', dueAt, notAfter };
  if (changed.changeKinds.includes('reinstated') && !changed.startedAt) return { tell: 'reinstated', dueAt, notAfter };
  return changed.startedAt && changed.changeKinds.includes('moved') ? { tell: 'changed', dueAt, notAfter } : { tell: 'nothing' };
}
