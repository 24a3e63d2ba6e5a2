import { Injectable } from '@nestjs/common';
import { type Language, type Role, type Tx } from '@app/platform';
import { type MembershipState, type RoleHeld } from '../domain/membership.js';
import { type ProfileFacts } from '../domain/profile.js';

/** One person as one organisation knows him, with the roles he holds or held there. */
export interface Member {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: Language;
  readonly reference: string | null;
  readonly version: number;
  readonly roles: readonly RoleHeld[];
}

interface NewMember {
  readonly organisationId: string;
  readonly personId: string;
  readonly profile: ProfileFacts;
  readonly roles: readonly Role[];
  readonly state?: MembershipState;
}

const MEMBER = `profile.id, profile.organisation_id as "organisationId", profile.person_id as "personId", profile.given_name as "givenName",
  profile.family_name as "familyName", profile.email, profile.phone, profile.language, profile.reference, profile.version,
  (select coalesce(json_agg(json_build_object('role', m.role, 'state', m.state) order by m.role), '[]') from membership m
    where m.organisation_id = profile.organisation_id and m.person_id = profile.person_id) as roles`;

@Injectable()
export class PeopleStore {
  /** A person nobody has claimed: what an invitation or an import makes. */
  async newPerson(tx: Tx): Promise<string> {
    // No "returning": a person is visible to himself alone.
    const [row] = await tx.query<{ id: string }>('select uuidv7() as id');
    if (!row) throw new Error('The database gave no id.');
    await tx.query('insert into person (id) values ($1)', [row.id]);
    return row.id;
  }

  /** Undefined when another standing profile of the organisation has the address or the reference. */
  async insertMember(tx: Tx, { organisationId, personId, profile, roles, state }: NewMember): Promise<Member | undefined> {
    const inserted = await tx.query(
      `insert into profile (organisation_id, person_id, given_name, family_name, email, phone, language, reference)
       values ($1, $2, $3, $4, $5, $6, coalesce($7, (select default_language from organisation where id = $1)), $8)
       on conflict do nothing returning id`,
      [organisationId, personId, profile.givenName, profile.familyName ?? '', profile.email ?? null, profile.phone ?? null, profile.language ?? null, profile.reference ?? null],
    );
    if (inserted.length === 0) return undefined;
    await this.setRoles(tx, { organisationId, personId, roles, state: state ?? 'active' });
    return this.find(tx, organisationId, personId);
  }

  /** Grants roles; one that ended before stands again. */
  async setRoles(tx: Tx, { organisationId, personId, roles, state }: Required<Omit<NewMember, 'profile'>>): Promise<void> {
    await tx.query(
      `insert into membership (organisation_id, person_id, role, state) select $1, $2, unnest($3::text[]), $4
       on conflict on constraint membership_role_uq do update set state = excluded.state, since = app.now(), ended_at = null, version = membership.version + 1`,
      [organisationId, personId, roles, state],
    );
  }

  async find(tx: Tx, organisationId: string, personId: string): Promise<Member | undefined> {
    const [row] = await tx.query<Member>(`select ${MEMBER} from profile where organisation_id = $1 and person_id = $2 and archived_at is null`, [organisationId, personId]);
    return row;
  }
}
