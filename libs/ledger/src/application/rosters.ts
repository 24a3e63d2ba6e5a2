import { Injectable } from '@nestjs/common';
import { type Change, Changes, isProblem, NotFound, type Tx } from '@app/platform';
import { type Claim, type PersonPart } from '../domain/claim.js';
import { type Clash } from '../domain/clash.js';
import { type Counters, type OccurrenceState, risen } from '../domain/occurrence.js';
import { OccurrenceOver } from '../domain/problems.js';
import { type Listed, type LockedOccurrence, OccurrenceStore } from '../persistence/occurrence.store.js';
import { Ledger } from './ledger.js';
import { type PlanRefused } from './occurrences.js';

/** Who is added to an occurrence and who is taken off it; everybody else stays. */
export interface RosterChange {
  readonly occurrenceId: string;
  readonly join?: readonly { readonly personId: string; readonly part: PersonPart }[];
  readonly leave?: readonly { readonly personId: string; readonly part: PersonPart }[];
}

export interface RosterChanged {
  /** Versions of occurrences whose staff changed; learners who come and go leave the version alone. */
  readonly versions: ReadonlyMap<string, number>;
  readonly yielded: readonly Clash[];
}

type Locked = Omit<LockedOccurrence, 'holds'>;

/**
 * Adds people to many occurrences at once and takes people off them, with their claims: a learner who joins late, a substitute for a
 * trainer. All of it or nothing. Policies are the caller's.
 */
@Injectable()
export class Rosters {
  constructor(
    private readonly ledger: Ledger,
    private readonly store: OccurrenceStore,
    private readonly changes: Changes,
  ) {}

  async change(tx: Tx, organisationId: string, wanted: readonly RosterChange[]): Promise<RosterChanged | PlanRefused | OccurrenceOver> {
    if (wanted.length === 0) return { versions: new Map(), yielded: [] };
    const locked = new Map((await this.store.lockRows(tx, organisationId, wanted.map((each) => each.occurrenceId))).map((row) => [row.id, row]));
    for (const { occurrenceId } of wanted) {
      const occurrence = locked.get(occurrenceId);
      if (!occurrence) return new NotFound('occurrence');
      if (occurrence.state === 'cancelled' || occurrence.state === 'done') return new OccurrenceOver(occurrence.state);
    }
    const join = wanted.flatMap((each) => listed(each.occurrenceId, each.join));
    const leave = wanted.flatMap((each) => listed(each.occurrenceId, each.leave));
    const claimed = await this.ledger.claim(tx, {
      organisationId,
      releases: leave.map(({ occurrenceId, personId }) => ({ occurrenceId, resourceId: personId })),
      claims: join.flatMap((each) => claimOf(each, locked.get(each.occurrenceId))),
    });
    if (isProblem(claimed)) return claimed;
    await this.store.enlist(tx, organisationId, { join, leave });
    const versions = await this.restaff(tx, organisationId, wanted.filter(changesStaff).flatMap((each) => locked.get(each.occurrenceId) ?? []));
    await this.changes.append(tx, ...wanted.map((each) => changeOf(organisationId, each, versions)));
    return { versions, yielded: claimed.yielded };
  }

  private async restaff(tx: Tx, organisationId: string, occurrences: readonly Locked[]): Promise<ReadonlyMap<string, number>> {
    if (occurrences.length === 0) return new Map();
    const updates = occurrences.map(({ id, state, heldUntil, ...counters }): { id: string; state: OccurrenceState; heldUntil: Date | null } & Counters => ({ id, state, heldUntil, ...risen(counters, ['restaffed']) }));
    await this.store.update(tx, organisationId, updates);
    return new Map(updates.map(({ id, version }) => [id, version]));
  }
}

const listed = (occurrenceId: string, people: RosterChange['join'] = []): readonly Listed[] => people.map((each) => ({ occurrenceId, ...each }));

const changesStaff = ({ join = [], leave = [] }: RosterChange): boolean => [...join, ...leave].some(({ part }) => part !== 'learner');

function claimOf({ occurrenceId, personId, part }: Listed, occurrence: Locked | undefined): readonly Claim[] {
  if (!occurrence) return [];
  const { startsAt, endsAt, siteId, heldUntil } = occurrence;
  return [{ resourceId: personId, part, occurrence: occurrenceId, during: { from: startsAt, to: endsAt }, siteId: siteId ?? undefined, heldUntil: heldUntil ?? undefined }];
}

function changeOf(organisationId: string, { occurrenceId, join = [], leave = [] }: RosterChange, versions: ReadonlyMap<string, number>): Change {
  const people = [...new Set([...join, ...leave].map(({ personId }) => personId))];
  return {
    ...{ organisationId, subjectKind: 'occurrence', subjectId: occurrenceId, version: versions.get(occurrenceId), kind: 'attended' },
    personId: people.length === 1 ? people[0] : undefined,
    data: { joined: join.length, left: leave.length },
  };
}
