import { Injectable } from '@nestjs/common';
import { type Language, type Role, type Tx } from '@app/platform';
import { type OrganisationWords } from '../domain/words.js';
import { type InvitationState } from './invitation.entity.js';
import { type MemberKey } from './people.store.js';

/** Days in which an invitation can be accepted. */
export const INVITATION_DAYS = 14;

export interface Invitation {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly email: string;
  readonly state: InvitationState;
  readonly expiresAt: Date;
  readonly version: number;
}

/** What the holder of a link is shown. */
/** What the mail is made of. */
export interface InvitationLetter {
  readonly name: string;
  readonly organisation: string;
  readonly inviter: string;
  readonly until: Date;
  readonly roles: readonly Role[];
  readonly words: OrganisationWords;
}

export interface OpenedInvitation {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly languages: readonly Language[];
  readonly personId: string;
  readonly email: string;
  readonly state: InvitationState;
  readonly expired: boolean;
  readonly givenName: string;
  readonly familyName: string;
  readonly language: Language;
  readonly roles: readonly Role[];
  /** What the organisation calls our things. */
  readonly words: OrganisationWords;
  readonly accountExists: boolean;
  /** The person has signed in before: only he himself can accept. */
  readonly claimed: boolean;
}

const COLUMNS = 'id, organisation_id as "organisationId", person_id as "personId", email, state, expires_at as "expiresAt", version';

const BY_TOKEN = `select id, organisation_id as "organisationId", organisation_name as "organisationName", languages, person_id as "personId", email, state, expired,
    given_name as "givenName", family_name as "familyName", language, roles, account_exists as "accountExists", claimed, app.words_of_invitation($1) as words from app.invitation_by_token($1)`;

@Injectable()
export class InvitationStore {
  /** Opens an invitation, or renews the open one: fourteen more days, one more mail. One that went to another address is withdrawn, its links with it. */
  async open(tx: Tx, { organisationId, personId, email }: MemberKey & { readonly email: string }): Promise<Invitation> {
    await tx.query(
      `update invitation set state = 'withdrawn', closed_at = app.now(), version = version + 1
       where organisation_id = $1 and person_id = $2 and state = 'open' and lower(email) <> lower($3)`,
      [organisationId, personId, email],
    );
    const [invitation] = await tx.query<Invitation>(
      `insert into invitation (organisation_id, person_id, email, expires_at, invited_by) values ($1, $2, $3, app.now() + interval '${INVITATION_DAYS} days', $4)
       on conflict (organisation_id, person_id) where state = 'open'
         do update set expires_at = excluded.expires_at, invited_by = excluded.invited_by, version = invitation.version + 1
       returning ${COLUMNS}`,
      [organisationId, personId, email, tx.actor.personId ?? null],
    );
    if (!invitation) throw new Error('The invitation was not answered.');
    return invitation;
  }

  /** First invitations of people who have none yet. */
  openMany(tx: Tx, organisationId: string, people: readonly { readonly personId: string; readonly email: string }[]): Promise<readonly Invitation[]> {
    return tx.query<Invitation>(
      `insert into invitation (organisation_id, person_id, email, expires_at, invited_by)
       select $1, "personId", email, app.now() + interval '${INVITATION_DAYS} days', $3 from jsonb_to_recordset($2::jsonb) as r("personId" uuid, email text) returning ${COLUMNS}`,
      [organisationId, JSON.stringify(people), tx.actor.personId ?? null],
    );
  }

  async findOpen(tx: Tx, { organisationId, personId }: MemberKey): Promise<Invitation | undefined> {
    return (await tx.query<Invitation>(`select ${COLUMNS} from invitation where organisation_id = $1 and person_id = $2 and state = 'open'`, [organisationId, personId]))[0];
  }

  /** Undefined when it was not open any more. */
  async close(tx: Tx, { organisationId, id }: Pick<Invitation, 'organisationId' | 'id'>, state: 'accepted' | 'withdrawn'): Promise<Invitation | undefined> {
    const [row] = await tx.query<Invitation>(
      `update invitation set state = $3, closed_at = app.now(), version = version + 1 where organisation_id = $1 and id = $2 and state = 'open' returning ${COLUMNS}`,
      [organisationId, id, state],
    );
    return row;
  }

  async byToken(tx: Tx, tokenHash: Buffer): Promise<OpenedInvitation | undefined> {
    return (await tx.query<OpenedInvitation>(BY_TOKEN, [tokenHash]))[0];
  }

  /** What the mail says. */
  async letter(tx: Tx, organisationId: string, id: string): Promise<InvitationLetter | undefined> {
    const [row] = await tx.query<InvitationLetter>(
      `select p.given_name as name, o.name as organisation, i.expires_at as until, o.words,
         array(select m.role from membership m where m.organisation_id = i.organisation_id and m.person_id = i.person_id and m.state in ('invited', 'active')) as roles,
         coalesce((select trim(by.given_name || ' ' || by.family_name) from profile by where by.organisation_id = i.organisation_id and by.person_id = i.invited_by), 'none') as inviter
       from invitation i join organisation o on o.id = i.organisation_id
       join profile p on p.organisation_id = i.organisation_id and p.person_id = i.person_id
       where i.organisation_id = $1 and i.id = $2 and i.state = 'open'`,
      [organisationId, id],
    );
    return row;
  }

  /** At hand-over: gives the open invitation one more token. False when it is of no use any more. */
  async arm(tx: Tx, organisationId: string, id: string, tokenHash: Buffer): Promise<boolean> {
    const armed = await tx.query(
      `insert into invitation_token (token_hash, organisation_id, invitation_id)
       select $3, organisation_id, id from invitation where organisation_id = $1 and id = $2 and state = 'open' and expires_at > app.now() returning 1`,
      [organisationId, id, tokenHash],
    );
    return armed.length > 0;
  }
}
