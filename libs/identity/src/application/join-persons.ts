import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type MembershipState, standingRoles } from '../domain/membership.js';
import { completed, type MergeClash, type PersonMerge, profileClashes } from '../domain/merge.js';
import { type Member, PeopleStore } from '../persistence/people.store.js';
import { Journal } from './journal.js';
import { MergeFollowers } from './merge-followers.js';

interface Joining extends PersonMerge {
  /** State of the roles that come along; what the provisional person had by default. */
  readonly rolesBecome?: MembershipState;
  /** The human himself says so: from now on the organisation knows that it is he. */
  readonly byHimself?: boolean;
}

/** The inner step of accepting and of merging: the provisional person becomes the other one, in the caller's transaction. */
@Injectable()
export class JoinPersons {
  constructor(
    private readonly people: PeopleStore,
    private readonly followers: MergeFollowers,
    private readonly journal: Journal,
  ) {}

  /** What both have and only one can keep. */
  async clashes(tx: Tx, merge: PersonMerge): Promise<readonly MergeClash[]> {
    const { away, into } = await this.both(tx, merge);
    const own = away && into ? profileClashes(away, into) : [];
    return [...own, ...(await this.followers.clashes(tx, merge))];
  }

  /** Undefined when one of the two is not what it has to be: claimed meanwhile, merged already, gone. */
  async execute(tx: Tx, joining: Joining): Promise<Member | undefined> {
    const { organisationId, awayPersonId, intoPersonId } = joining;
    const { away, into } = await this.both(tx, joining);
    if (!away || !(await this.people.merge(tx, joining))) return undefined;
    const clashes = into ? profileClashes(away, into) : [];
    if (into) await this.unite(tx, away, { ...into, rolesBecome: joining.rolesBecome });
    else await this.people.handOver(tx, away, intoPersonId);
    const key = { organisationId, personId: intoPersonId };
    if (joining.byHimself) await this.people.markJoined(tx, key);
    await this.followers.follow(tx, joining);
    const member = await this.people.found(tx, key);
    await this.journal.enter(tx, {
      organisationId,
      subject: { kind: 'person', id: awayPersonId },
      kind: 'merged',
      version: member.version,
      personId: intoPersonId,
      facts: { into: intoPersonId, clashes: clashes.map((clash) => clash.what) },
      personal: clashes.length > 0 ? Object.fromEntries(clashes.map(({ what, kept, dropped }) => [what, { kept, dropped }])) : undefined,
    });
    return member;
  }

  private async both(tx: Tx, { organisationId, awayPersonId, intoPersonId }: PersonMerge): Promise<{ away?: Member; into?: Member }> {
    const away = await this.people.lock(tx, { organisationId, personId: awayPersonId });
    return { away, into: await this.people.lock(tx, { organisationId, personId: intoPersonId }) };
  }

  /** The provisional profile is put away first, because both may have the same address. */
  private async unite(tx: Tx, away: Member, into: Member & { readonly rolesBecome?: MembershipState }): Promise<void> {
    await this.people.putAway(tx, away);
    await this.people.saveProfile(tx, completed(into, away));
    const held = standingRoles(into.roles);
    const coming = away.roles.filter(({ role, state }) => state !== 'ended' && !held.includes(role));
    for (const { role, state } of coming) await this.people.grant(tx, into, [role], into.rolesBecome ?? state);
  }
}
