import { type Language, type Role, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** What the person signed in sees of himself in the shell of every page. */
export interface Me {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly hasPassword: boolean;
  readonly secondFactorActive: boolean;
  readonly recoveryCodesLeft: number;
  readonly version: number;
  /** The address that waits for its confirmation. */
  readonly addressAsked: string | null;
  readonly organisations: readonly MyOrganisation[];
  /** Names of organisations in which roles wait for a second factor. */
  readonly secondFactorDemandedBy: readonly string[];
}

export interface MyOrganisation {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly isDemo: boolean;
  readonly roles: readonly Role[];
  /** Where the person is at home there; null when no site was noted. */
  readonly siteId: string | null;
  /** Own words in place of ours, one by one. */
  readonly words: readonly { readonly word: string; readonly language: Language; readonly own: string }[];
}

/** Roles that count once there is a second factor (as app.actor_of_session has it). */
const WAITS = `o.second_factor_demanded and m.role in ('manager', 'coordinator')
  and not exists (select from second_factor f where f.person_id = m.person_id and f.activated_at is not null)`;

// A person without a name in the account is shown as the first organisation knows him.
const ME = `
  select a.person_id as "personId", a.email, a.language, a.version, a.password_hash is not null as "hasPassword",
    coalesce(a.name, (select trim(p.given_name || ' ' || p.family_name) from profile p where p.person_id = a.person_id and p.archived_at is null order by p.created_at limit 1), '') as name,
    exists (select from second_factor f where f.person_id = a.person_id and f.activated_at is not null) as "secondFactorActive",
    (select count(*)::integer from recovery_code c where c.person_id = a.person_id and c.used_at is null) as "recoveryCodesLeft",
    coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name, 'zone', o.zone, 'isDemo', o.is_demo, 'roles', held.roles, 'siteId', (select p.site_id from profile p where p.organisation_id = o.id and p.person_id = a.person_id),
        'words', (select coalesce(json_agg(json_build_object('word', w.key, 'language', l.key, 'own', l.value) order by w.key, l.key), '[]') from jsonb_each(o.words) w, jsonb_each_text(w.value) l)) order by o.is_demo, o.name, o.id)
      from (select m.organisation_id, json_agg(m.role order by m.role) as roles from membership m join organisation o on o.id = m.organisation_id
            where m.person_id = a.person_id and m.state = 'active' and not (${WAITS}) group by m.organisation_id) held
      join organisation o on o.id = held.organisation_id and o.archived_at is null), '[]') as organisations,
    (select c.new_email from address_change c where c.person_id = a.person_id and c.ended_at is null and c.confirmed_at is null and c.asked_at > app.now() - interval '1 day'
      order by c.asked_at desc limit 1) as "addressAsked",
    app.second_factor_demanded_by() as "secondFactorDemandedBy"
  from account a where a.person_id = app.person()`;

@Injectable()
export class MeReads {
  async find(tx: Tx): Promise<Me | undefined> {
    return (await tx.query<Me>(ME))[0];
  }
}
