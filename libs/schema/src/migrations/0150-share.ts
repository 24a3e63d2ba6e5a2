import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { DECLARED_ORGANISATIONS, definer, protect } from '../tenancy.js';

/** The only grant across tenants: what one organisation lets another one do with a thing of its own, until when. */
export class Share1795300000150 implements MigrationInterface {
  name = 'Share1795300000150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table share (
        id uuid not null default uuidv7(), organisation_id uuid not null, subject_kind text not null, subject_id uuid not null,
        to_organisation_id uuid not null, "right" text not null, until timestamptz, ended_at timestamptz,
        version integer not null default 1, created_at timestamptz not null default app.now(), created_by uuid,
        constraint share_pk primary key (id),
        constraint share_organisation_id_uq unique (organisation_id, id),
        constraint share_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint share_to_organisation_fk foreign key (to_organisation_id) references organisation (id),
        constraint share_with_another check (organisation_id <> to_organisation_id),
        constraint share_right_known check ("right" in ('read', 'use', 'book')));
      create unique index share_standing_uq on share (subject_id, to_organisation_id, "right") where ended_at is null;
      create index share_received on share (to_organisation_id, subject_kind) where ended_at is null;
      -- Who receives sees the grant; only who owns writes it.
      ${protect('share', {
        rights: ['select', 'insert', 'update'],
        visible: `organisation_id = any (${DECLARED_ORGANISATIONS}) or to_organisation_id = any (${DECLARED_ORGANISATIONS})`,
        writable: `organisation_id = any (${DECLARED_ORGANISATIONS})`,
      })}

      -- Whether one of the organisations may do this with a thing of the owner, now. For definer functions of other contexts and for use cases.
      create function app.is_shared(owner uuid, kind text, subject uuid, wanted text, organisations uuid[]) returns boolean
        language sql stable security definer set search_path = pg_catalog, public
        return exists (select from share s where s.subject_id = is_shared.subject and s.subject_kind = is_shared.kind and s.organisation_id = is_shared.owner
          and s."right" = is_shared.wanted and s.to_organisation_id = any (is_shared.organisations)
          and s.ended_at is null and (s.until is null or s.until > app.now()));
      ${definer('app.is_shared(uuid, text, uuid, text, uuid[])')}

      -- Names of organisations that the declared ones share with or receive from; of others only whether they exist is known, to who has the id.
      create function app.partner_names() returns table (id uuid, name text) language sql stable security definer set search_path = pg_catalog, public
      begin atomic
        select o.id, o.name from organisation o where o.archived_at is null and o.id in (
          select s.to_organisation_id from share s where s.organisation_id = any (app.organisations()) and s.ended_at is null
          union select s.organisation_id from share s where s.to_organisation_id = any (app.organisations()) and s.ended_at is null);
      end;
      ${definer('app.partner_names()')}
      create function app.organisation_exists(organisation uuid) returns boolean language sql stable security definer set search_path = pg_catalog, public
        return exists (select from organisation o where o.id = organisation_exists.organisation and o.archived_at is null);
      ${definer('app.organisation_exists(uuid)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.organisation_exists, app.partner_names, app.is_shared; drop table share');
  }
}
