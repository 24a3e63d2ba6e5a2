import { Injectable } from '@nestjs/common';
import { InvalidInput, type Language, type Role, type Tx } from '@app/platform';
import { type PersonMerge } from '../domain/merge.js';
import { type MembershipState, type RoleHeld } from '../domain/membership.js';
import { type ProfileFacts } from '../domain/profile.js';

/** One person as one organisation knows him, with the roles he holds or held there. */
export interface Member {
  readonly organisationId: string;
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: Language;
  readonly reference: string | null;
  readonly siteId: string | null;
  /** When the human accepted to be this person here; null while provisional. */
  readonly joinedAt: Date | null;
  /** Rises with every change of the profile, its roles or its state. */
  readonly version: number;
  readonly roles: readonly RoleHeld[];
}

export interface MemberKey {
  readonly organisationId: string;
  readonly personId: string;
}

interface NewMember extends MemberKey {
  readonly profile: ProfileFacts;
  readonly roles: readonly Role[];
  readonly state: MembershipState;
  readonly joined?: boolean;
}

const MEMBER = `
  select organisation_id as "organisationId", person_id as "personId", given_name as "givenName", family_name as "familyName", email, phone, language,
    reference, site_id as "siteId", joined_at as "joinedAt", version,
    (select coalesce(json_agg(json_build_object('role', m.role, 'state', m.state) order by m.role), '[]') from membership m
      where m.organisation_id = profile.organisation_id and m.person_id = profile.person_id) as roles
  from profile where organisation_id = $1 and person_id = $2 and archived_at is null`;

const INSERT_PROFILE = `
  insert into profile (organisation_id, person_id, given_name, family_name, email, phone, language, reference, site_id, joined_at)
  values ($1, $2, $3, $4, $5, $6, coalesce($7, (select default_language from organisation where id = $1)), $8, $9, case when $10 then app.now() end)
  on conflict do nothing returning id`;

const SAVE_PROFILE = `
  update profile set given_name = $3, family_name = $4, email = $5, phone = $6, language = $7, reference = $8, site_id = $9, version = version + 1
  where organisation_id = $1 and person_id = $2 and archived_at is null returning version`;

/** People of an organisation: profiles and memberships. */
@Injectable()
export class PeopleStore {
  /** A person nobody has claimed: what an invitation or an import makes. */
  async newPerson(tx: Tx): Promise<string> {
    const [row] = await tx.query<{ id: string }>('select uuidv7() as id');
    if (!row) throw new Error('The database gave no id.');
    // No "returning": a person is visible to himself alone.
    await tx.query('insert into person (id) values ($1)', [row.id]);
    return row.id;
  }

  /** Undefined when another standing profile of the organisation has the address or the reference. */
  async insert(tx: Tx, { organisationId, personId, profile, roles, state, joined }: NewMember): Promise<Member | undefined> {
    const values = [organisationId, personId, ...profileValues(profile), joined ?? false];
    if ((await tx.query(INSERT_PROFILE, values)).length === 0) return undefined;
    await this.grant(tx, { organisationId, personId }, roles, state);
    return this.find(tx, { organisationId, personId });
  }

  async find(tx: Tx, { organisationId, personId }: MemberKey): Promise<Member | undefined> {
    return (await tx.query<Member>(MEMBER, [organisationId, personId]))[0];
  }

  /** After a write of the same transaction: the person is there. */
  async found(tx: Tx, key: MemberKey): Promise<Member> {
    const member = await this.find(tx, key);
    if (!member) throw new Error(`Person ${key.personId} vanished under its lock.`);
    return member;
  }

  async lock(tx: Tx, key: MemberKey): Promise<Member | undefined> {
    return (await tx.query<Member>(`${MEMBER} for no key update`, [key.organisationId, key.personId]))[0];
  }

  /** Whose address or reference it is among the standing profiles; the person himself is left out. */
  async taken(tx: Tx, organisationId: string, of: { readonly email?: string | null; readonly reference?: string | null; readonly exceptPersonId?: string }): Promise<{ email?: string; reference?: string }> {
    const [row] = await tx.query<{ email: string | null; reference: string | null }>(
      `select (select person_id from profile where organisation_id = $1 and email_key = lower($2 collate "pg_c_utf8") collate "default" and archived_at is null and person_id is distinct from $4) as email,
         (select person_id from profile where organisation_id = $1 and reference = $3 and archived_at is null and person_id is distinct from $4) as reference`,
      [organisationId, of.email ?? null, of.reference ?? null, of.exceptPersonId ?? null],
    );
    return { email: row?.email ?? undefined, reference: row?.reference ?? undefined };
  }

  /** The fault of a site that is not a standing one of the organisation. */
  async siteFault(tx: Tx, organisationId: string, siteId: string | null | undefined): Promise<InvalidInput | undefined> {
    if (!siteId) return undefined;
    const known = await tx.query('select from site where organisation_id = $1 and id = $2 and archived_at is null', [organisationId, siteId]);
    return known.length > 0 ? undefined : InvalidInput.at('siteId', 'site.unknown');
  }

  async saveProfile(tx: Tx, member: Member): Promise<number> {
    const [row] = await tx.query<{ version: number }>(SAVE_PROFILE, [member.organisationId, member.personId, ...profileValues(member)]);
    if (!row) throw new Error(`Person ${member.personId} vanished under its lock.`);
    return row.version;
  }

  /** Grants roles; one that ended before stands again. */
  async grant(tx: Tx, { organisationId, personId }: MemberKey, roles: readonly Role[], state: MembershipState): Promise<void> {
    await tx.query(
      `insert into membership (organisation_id, person_id, role, state) select $1, $2, unnest($3::text[]), $4
       on conflict on constraint membership_role_uq do update set state = excluded.state, since = app.now(), ended_at = null, version = membership.version + 1`,
      [organisationId, personId, roles, state],
    );
  }

  /** Moves the roles that are in one of the states to another one; answers the roles that moved. */
  async changeStates(tx: Tx, key: MemberKey, change: { readonly from: readonly MembershipState[]; readonly to: MembershipState; readonly roles?: readonly Role[] }): Promise<readonly Role[]> {
    const rows = await tx.query<{ role: Role }>(
      `update membership set state = $4, ended_at = case when $4 = 'ended' then app.now() end, version = version + 1
       where organisation_id = $1 and person_id = $2 and state = any ($3) and ($5::text[] is null or role = any ($5)) returning role`,
      [key.organisationId, key.personId, change.from, change.to, change.roles ?? null],
    );
    return rows.map((row) => row.role).sort();
  }

  /** The version covers roles and state too; answers the new one. */
  async touch(tx: Tx, key: MemberKey): Promise<number> {
    const [row] = await tx.query<{ version: number }>('update profile set version = version + 1 where organisation_id = $1 and person_id = $2 returning version', [
      key.organisationId,
      key.personId,
    ]);
    if (!row) throw new Error(`Person ${key.personId} vanished under its lock.`);
    return row.version;
  }

  /** The human accepted to be this person here. */
  async markJoined(tx: Tx, { organisationId, personId }: MemberKey): Promise<void> {
    await tx.query('update profile set joined_at = coalesce(joined_at, app.now()), version = version + 1 where organisation_id = $1 and person_id = $2', [organisationId, personId]);
  }

  /** Claims the person for whom the transaction runs; false when it is too late. */
  async claim(tx: Tx): Promise<boolean> {
    return (await tx.query<{ claimed: boolean }>('select app.claim_person() as claimed'))[0]?.claimed ?? false;
  }

  async merge(tx: Tx, { organisationId, awayPersonId, intoPersonId }: PersonMerge): Promise<boolean> {
    const [row] = await tx.query<{ merged: boolean }>('select app.merge_person($1, $2, $3) as merged', [organisationId, awayPersonId, intoPersonId]);
    return row?.merged ?? false;
  }

  /** The profile with its roles and invitations becomes another person's, who had none here. */
  async handOver(tx: Tx, { organisationId, personId }: MemberKey, toPersonId: string): Promise<void> {
    await tx.query('update profile set person_id = $3, version = version + 1 where organisation_id = $1 and person_id = $2', [organisationId, personId, toPersonId]);
  }

  /** Ends the roles and the open invitation and archives the profile, which stays as it was. */
  async putAway(tx: Tx, key: MemberKey): Promise<void> {
    const { organisationId, personId } = key;
    await this.changeStates(tx, key, { from: ['invited', 'active', 'suspended'], to: 'ended' });
    await tx.query(`update invitation set state = 'withdrawn', closed_at = app.now(), version = version + 1 where organisation_id = $1 and person_id = $2 and state = 'open'`, [organisationId, personId]);
    await tx.query('update profile set archived_at = app.now(), version = version + 1 where organisation_id = $1 and person_id = $2', [organisationId, personId]);
  }

  /** Managers that can act, besides this person. The lock on the organisation makes two managers who leave at once wait for each other. */
  async otherManagers(tx: Tx, { organisationId, personId }: MemberKey): Promise<number> {
    await tx.query('select from organisation where id = $1 for no key update', [organisationId]);
    const [row] = await tx.query<{ n: number }>(`select count(*)::int as n from membership where organisation_id = $1 and person_id <> $2 and role = 'manager' and state = 'active'`, [
      organisationId,
      personId,
    ]);
    return row?.n ?? 0;
  }
}

const profileValues = (profile: ProfileFacts): readonly unknown[] => [
  profile.givenName,
  profile.familyName ?? '',
  profile.email ?? null,
  profile.phone ?? null,
  profile.language ?? null,
  profile.reference ?? null,
  profile.siteId ?? null,
];
