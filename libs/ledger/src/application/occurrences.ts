import { Injectable } from '@nestjs/common';
import { type Change, Changes, type InvalidInput, isProblem, NotFound, StaleVersion, type Tx } from '@app/platform';
import { type Claim, isPersonPart, type Part } from '../domain/claim.js';
import { type ChangeReason } from '../domain/change-reason.js';
import { type Clash } from '../domain/clash.js';
import { type Card, type OccurrenceChange, risen } from '../domain/occurrence.js';
import { HoldExpired, OccurrenceOver, type ScheduleClash } from '../domain/problems.js';
import { type PlannedTime, type TimeRange } from '../domain/time-range.js';
import { type LockedOccurrence, type NewOccurrence, OccurrenceStore } from '../persistence/occurrence.store.js';
import { Ledger } from './ledger.js';

/** A room or piece of equipment that an occurrence takes; of a shared room some seats or, without a number, all. */
export interface TakenThing {
  readonly resourceId: string;
  readonly part: 'room' | 'equipment';
  readonly seats?: number;
}

export interface OccurrenceDraft extends NewOccurrence {
  readonly things: readonly TakenThing[];
  /** A webinar or mass course: attendees are listed and claim nobody's time. */
  readonly openToAll?: boolean;
}

/** What is to become different; what is undefined stays. People, where given, are the whole new list. */
export interface OccurrenceEdit {
  readonly id: string;
  readonly expectedVersion: number;
  readonly time?: PlannedTime;
  readonly site?: NewOccurrence['site'] | null;
  readonly things?: readonly TakenThing[];
  readonly people?: NewOccurrence['attendees'];
  readonly cards?: readonly Card[];
  /** The cards name another meeting online than this one: people are told, as of another place. */
  readonly relinked?: { readonly from: string | null };
  /** Whether a new time is its own ("this one only") or that of its whole series; undefined is its own. */
  readonly movedByHand?: boolean;
  /** The wall time stays and the instants follow new rules of its zone: nobody moved it, and nobody is written to. */
  readonly rezoned?: boolean;
}

/** What is to come back, and what it takes again. */
export interface OccurrenceReturn {
  readonly id: string;
  readonly expectedVersion: number;
  readonly things: readonly TakenThing[];
  readonly people: NewOccurrence['attendees'];
}

export interface Planned {
  /** Ids by the caller's keys. */
  readonly ids: ReadonlyMap<string, string>;
  readonly yielded: readonly Clash[];
}

export interface Edited {
  readonly versions: ReadonlyMap<string, number>;
  readonly yielded: readonly Clash[];
}

export type PlanRefused = ScheduleClash | NotFound | InvalidInput;
export type EditRefused = PlanRefused | StaleVersion | HoldExpired | OccurrenceOver;

/**
 * Plans, moves, confirms and cancels whatever happens, with all that it takes, in the caller's transaction. For every context above:
 * a session, a coaching session and a sitting are planned by the same four sentences. Policies are the caller's.
 */
@Injectable()
export class Occurrences {
  constructor(
    private readonly ledger: Ledger,
    private readonly store: OccurrenceStore,
    private readonly changes: Changes,
  ) {}

  /** One occurrence or a whole series: all of them or none, and a refusal names every clash. */
  async plan(tx: Tx, organisationId: string, drafts: readonly OccurrenceDraft[]): Promise<Planned | PlanRefused> {
    const claims = drafts.flatMap((draft) => claimsOf(draft));
    const weighed = await this.ledger.weigh(tx, { organisationId, claims });
    if (isProblem(weighed)) return weighed;
    const ids = await this.store.plan(tx, organisationId, drafts);
    const idOf = (key: string): string => ids.get(key) ?? key;
    const { yielded } = await this.ledger.enter(tx, weighed, idOf);
    await this.changes.append(tx, ...[...ids.values()].map((id): Change => ({ organisationId, subjectKind: 'occurrence', subjectId: id, version: 1, kind: 'created' })));
    return { ids, yielded: yielded.map((clash) => ({ ...clash, occurrence: idOf(clash.occurrence) })) };
  }

  /** What `plan` would answer now, without locks and without writing. */
  preview(tx: Tx, organisationId: string, drafts: readonly OccurrenceDraft[]): Promise<{ clashes: readonly Clash[]; yielded: readonly Clash[] } | NotFound | InvalidInput> {
    return this.ledger.preview(tx, { organisationId, claims: drafts.flatMap((draft) => claimsOf(draft)) });
  }

  /** Changes one or several at once: two that swap their rooms go in one call. */
  async change(tx: Tx, organisationId: string, edits: readonly OccurrenceEdit[]): Promise<Edited | EditRefused> {
    const locked = await this.lockCurrent(tx, organisationId, edits);
    if (isProblem(locked)) return locked;
    const pairs = edits.flatMap((edit) => locked.filter((occurrence) => occurrence.id === edit.id).map((occurrence) => ({ edit, occurrence })));
    const takenAnew = pairs.filter(({ edit }) => edit.time ?? edit.things ?? edit.people ?? edit.site !== undefined);
    const claimed = await this.ledger.claim(tx, {
      organisationId,
      releases: takenAnew.map(({ edit }) => ({ occurrenceId: edit.id })),
      claims: takenAnew.flatMap(({ edit, occurrence }) => claimsAfter(edit, occurrence)),
    });
    if (isProblem(claimed)) return claimed;
    const updates = pairs.map(({ edit, occurrence }) => ({
      ...{ id: edit.id, state: occurrence.state, heldUntil: occurrence.heldUntil, time: edit.time, site: edit.site, movedByHand: edit.movedByHand ?? (edit.time && !edit.rezoned ? true : undefined) },
      ...risen(occurrence, differences(edit, occurrence)),
    }));
    await this.store.update(tx, organisationId, updates);
    for (const { edit } of pairs) {
      if (edit.people) await this.store.attend(tx, organisationId, edit.id, edit.people);
      if (edit.cards) await this.store.reword(tx, organisationId, edit.id, edit.cards);
    }
    await this.changes.append(tx, ...pairs.map(({ edit, occurrence }, index): Change => ({ ...changeOf(organisationId, edit, occurrence), version: updates[index]?.version })));
    return { versions: new Map(updates.map(({ id, version }) => [id, version])), yielded: claimed.yielded };
  }

  /** Cancelled means gone from the ledger; the occurrence stays, so that calendars and people can be told. */
  async cancel(tx: Tx, organisationId: string, cancelled: readonly { readonly id: string; readonly expectedVersion: number }[]): Promise<Edited | EditRefused> {
    const locked = await this.lockCurrent(tx, organisationId, cancelled);
    if (isProblem(locked)) return locked;
    const released = await this.ledger.claim(tx, { organisationId, claims: [], releases: locked.map(({ id }) => ({ occurrenceId: id })) });
    if (isProblem(released)) return released;
    const updates = locked.map((occurrence) => ({ id: occurrence.id, state: 'cancelled' as const, heldUntil: null, ...risen(occurrence, ['cancelled']) }));
    await this.store.update(tx, organisationId, updates);
    await this.changes.append(tx, ...updates.map(({ id, version }): Change => ({ organisationId, subjectKind: 'occurrence', subjectId: id, version, kind: 'cancelled' })));
    return { versions: new Map(updates.map(({ id, version }) => [id, version])), yielded: [] };
  }

  /** Brings back what was cancelled, with all that it took, if that is still free, for the people named and nobody else. What has begun meanwhile stays cancelled. */
  async reinstate(tx: Tx, organisationId: string, wanted: readonly OccurrenceReturn[]): Promise<Edited | EditRefused> {
    const locked = await this.store.lockRows(tx, organisationId, wanted.map(({ id }) => id));
    const pairs = wanted.flatMap((back) => locked.filter(({ id }) => id === back.id).map((occurrence) => ({ back, occurrence })));
    if (pairs.length < wanted.length) return new NotFound('occurrence');
    for (const { back, occurrence } of pairs) {
      if (occurrence.state !== 'cancelled' || occurrence.startsAt <= occurrence.now) return new OccurrenceOver('done');
      if (occurrence.version !== back.expectedVersion) return new StaleVersion(back.expectedVersion, occurrence.version);
    }
    const claims = pairs.flatMap(({ back, occurrence }) => claimsAfter({ ...back, people: back.people }, { ...occurrence, heldUntil: null, holds: [] }));
    const claimed = await this.ledger.claim(tx, { organisationId, claims });
    if (isProblem(claimed)) return claimed;
    const updates = pairs.map(({ occurrence }) => ({ id: occurrence.id, state: 'planned' as const, heldUntil: null, ...risen(occurrence, ['reinstated']) }));
    await this.store.update(tx, organisationId, updates);
    for (const { back } of pairs) await this.store.attend(tx, organisationId, back.id, back.people);
    await this.changes.append(tx, ...updates.map(({ id, version }): Change => ({ organisationId, subjectKind: 'occurrence', subjectId: id, version, kind: 'reinstated' })));
    return { versions: new Map(updates.map(({ id, version }) => [id, version])), yielded: claimed.yielded };
  }

  /** Says in the log why these have the versions that they have now: agendas and notices read it there. */
  async explain(tx: Tx, organisationId: string, why: ChangeReason, versions: ReadonlyMap<string, number>): Promise<void> {
    await this.changes.append(tx, ...[...versions].map(([subjectId, version]): Change => ({ organisationId, subjectKind: 'occurrence', subjectId, version, kind: 'explained', data: { why } })));
  }

  /** Turns a hold into a booking. Too late is too late, even where the slot is still free: then it is booked anew. */
  async confirm(tx: Tx, organisationId: string, held: { readonly id: string; readonly expectedVersion: number }): Promise<Edited | EditRefused> {
    const [occurrence] = await this.store.lock(tx, organisationId, [held.id]);
    if (!occurrence) return new NotFound('occurrence');
    if (occurrence.state === 'planned') return { versions: new Map([[held.id, occurrence.version]]), yielded: [] };
    const current = await this.lockCurrent(tx, organisationId, [held]);
    if (isProblem(current)) return current;
    const heldUntil = occurrence.heldUntil ?? occurrence.now;
    if (!(await this.ledger.keep(tx, organisationId, { id: held.id, heldUntil }))) return new HoldExpired(heldUntil);
    const update = { id: held.id, state: 'planned' as const, heldUntil: null, ...risen(occurrence, ['confirmed']) };
    await this.store.update(tx, organisationId, [update]);
    await this.changes.append(tx, { organisationId, subjectKind: 'occurrence', subjectId: held.id, version: update.version, kind: 'confirmed' });
    return { versions: new Map([[held.id, update.version]]), yielded: [] };
  }

  private async lockCurrent(tx: Tx, organisationId: string, wanted: readonly { readonly id: string; readonly expectedVersion: number }[]): Promise<readonly LockedOccurrence[] | EditRefused> {
    const locked = await this.store.lock(tx, organisationId, wanted.map(({ id }) => id));
    for (const { id, expectedVersion } of wanted) {
      const occurrence = locked.find((each) => each.id === id);
      if (!occurrence) return new NotFound('occurrence');
      if (occurrence.heldUntil && occurrence.heldUntil <= occurrence.now) return new HoldExpired(occurrence.heldUntil);
      if (occurrence.state === 'cancelled' || occurrence.state === 'done') return new OccurrenceOver(occurrence.state);
      if (occurrence.version !== expectedVersion) return new StaleVersion(expectedVersion, occurrence.version);
    }
    return locked;
  }
}

function claimsOf(draft: OccurrenceDraft): readonly Claim[] {
  const { key, time, site, heldUntil } = draft;
  const frame = { occurrence: key, during: { from: time.from, to: time.to }, siteId: site?.id, heldUntil };
  const people = draft.openToAll ? [] : draft.attendees.map(({ personId, part }): Claim => ({ resourceId: personId, part, ...frame }));
  return [...draft.things.map((thing): Claim => ({ ...thing, ...frame })), ...people];
}

function claimsAfter(edit: OccurrenceEdit, occurrence: LockedOccurrence): readonly Claim[] {
  const during: TimeRange = edit.time ? { from: edit.time.from, to: edit.time.to } : { from: occurrence.startsAt, to: occurrence.endsAt };
  const siteId = edit.site === undefined ? (occurrence.siteId ?? undefined) : edit.site?.id;
  const held = (wantPeople: boolean): readonly { resourceId: string; part: Part; seats?: number }[] => occurrence.holds.filter(({ part }) => isPersonPart(part) === wantPeople);
  const people = edit.people?.map(({ personId, part }) => ({ resourceId: personId, part })) ?? held(true);
  return [...(edit.things ?? held(false)), ...people].map((taken) => ({
    ...taken,
    occurrence: edit.id,
    during,
    siteId,
    heldUntil: occurrence.heldUntil ?? undefined,
  }));
}

function differences(edit: OccurrenceEdit, occurrence: LockedOccurrence): readonly OccurrenceChange[] {
  const { time } = edit;
  const otherStart = time !== undefined && (time.from.getTime() !== occurrence.startsAt.getTime() || time.zone !== occurrence.zone);
  const otherEnd = time !== undefined && time.to.getTime() !== occurrence.endsAt.getTime();
  const found: readonly (readonly [OccurrenceChange, boolean])[] = [
    ['retimed', otherStart],
    ['relocated', otherEnd || edit.site !== undefined || edit.things !== undefined],
    ['restaffed', edit.people !== undefined],
    ['reworded', edit.cards !== undefined],
  ];
  return found.flatMap(([change, happened]) => (happened ? [change] : []));
}

function changeOf(organisationId: string, edit: OccurrenceEdit, occurrence: LockedOccurrence): Change {
  if (edit.rezoned) return { organisationId, subjectKind: 'occurrence', subjectId: edit.id, kind: 'rezoned' };
  const moved = edit.time !== undefined || edit.things !== undefined || edit.site !== undefined || edit.relinked !== undefined;
  const data = moved ? { startedAt: occurrence.startsAt.toISOString(), endedAt: occurrence.endsAt.toISOString(), ...roomsBefore(edit, occurrence), ...(edit.relinked && { link: edit.relinked.from }) } : {};
  return { organisationId, subjectKind: 'occurrence', subjectId: edit.id, kind: moved ? 'moved' : 'changed', data };
}

/** Where it was, when it goes elsewhere: who has not been told of either is told only what is different in the end. */
function roomsBefore({ things }: OccurrenceEdit, { holds }: LockedOccurrence): { readonly rooms?: readonly string[] } {
  const roomsOf = (taken: readonly { readonly resourceId: string; readonly part: Part }[]): readonly string[] => taken.flatMap(({ resourceId, part }) => (part === 'room' ? [resourceId] : [])).sort();
  const before = roomsOf(holds);
  return things === undefined || roomsOf(things).join() === before.join() ? {} : { rooms: before };
}
