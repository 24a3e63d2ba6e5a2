import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer, protect, seal } from '../tenancy.js';

const OWN = 'person_id = (select app.person())';

/** A person gives the own account another address: the new one is confirmed by its mailbox, the old one can take it back for a week. */
export class AddressChange1795300000190 implements MigrationInterface {
  name = 'AddressChange1795300000190';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table address_change (
        id uuid not null default uuidv7(), person_id uuid not null, session_id uuid, old_email text not null, new_email text not null,
        asked_at timestamptz not null default app.now(), confirmed_at timestamptz, ended_at timestamptz,
        constraint address_change_pk primary key (id),
        constraint address_change_person_fk foreign key (person_id) references person (id),
        constraint address_change_addresses_differ check (lower(old_email) <> lower(new_email)),
        constraint address_change_one_line check (new_email ~ '^[^@[:cntrl:][:space:]]+@[^@[:cntrl:][:space:]]+$' and length(new_email) <= 254));
      create index address_change_person on address_change (person_id, asked_at);
      ${protect('address_change', { rights: ['select', 'insert', 'update'], visible: OWN })}

      -- One for every time a mail was handed over: the same mail sent twice must work whichever copy is read.
      create table address_change_token (
        token_hash bytea not null, change_id uuid not null, part text not null, made_at timestamptz not null default app.now(),
        constraint address_change_token_pk primary key (token_hash),
        constraint address_change_token_sha256 check (length(token_hash) = 32),
        constraint address_change_token_part_known check (part in ('confirm', 'stop')),
        constraint address_change_token_change_fk foreign key (change_id) references address_change (id) on delete cascade);
      create index address_change_token_change on address_change_token (change_id);
      ${seal('address_change_token')}

      -- A wish is open for a day; what came of it can be stopped for a week from then on.
      create function app.address_change_is_open(change address_change, part text) returns boolean
        language sql stable security definer set search_path = pg_catalog, public
        return change.ended_at is null and case part
          when 'confirm' then change.confirmed_at is null and change.asked_at > app.now() - interval '1 day'
          else change.asked_at > app.now() - interval '7 days' end;
      revoke all on function app.address_change_is_open(address_change, text) from public;

      -- At hand-over of a mail. An address that somebody has gets a mail without a link; only the reader of that mailbox learns it.
      create function app.arm_address_change(change uuid, part text, token_hash bytea) returns table (old_email text, new_email text, taken boolean)
        language sql volatile security definer set search_path = pg_catalog, public
      begin atomic
        with armed as (
          select c.id, c.old_email, c.new_email,
            part = 'confirm' and exists (select from account a where lower(a.email) = lower(c.new_email) and a.person_id <> c.person_id) as taken
          from address_change c
          where c.id = change and app.address_change_is_open(c, part) and (part = 'stop' or app.may_sign_in(c.person_id))
            and (select count(*) from address_change_token t where t.change_id = change and t.part = arm_address_change.part) < 10
        ), token as (
          insert into address_change_token (token_hash, change_id, part) select arm_address_change.token_hash, armed.id, arm_address_change.part from armed where not armed.taken
        )
        select armed.old_email, armed.new_email, armed.taken from armed;
      end;
      ${definer('app.arm_address_change(uuid, text, bytea)')}

      -- Whose change a link means, while the link is good. Who is suspended may not confirm, but stop.
      create function app.find_address_change(token_hash bytea, part text) returns table (change_id uuid, person_id uuid)
        language sql stable security definer set search_path = pg_catalog, public
      begin atomic
        select c.id, c.person_id from address_change_token t join address_change c on c.id = t.change_id
        where t.token_hash = find_address_change.token_hash and t.part = find_address_change.part and app.address_change_is_open(c, t.part)
          and (t.part = 'stop' or app.may_sign_in(c.person_id));
      end;
      ${definer('app.find_address_change(bytea, text)')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.find_address_change, app.arm_address_change, app.address_change_is_open;
      drop table address_change_token, address_change`);
  }
}
