import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { DECLARED_ORGANISATIONS, DECLARED_PERSON, protect } from '../tenancy.js';

const OWN_OR_DECLARED = `organisation_id = any (${DECLARED_ORGANISATIONS}) or person_id = ${DECLARED_PERSON}`;
const WITHOUT_OR_DECLARED = `organisation_id is null or organisation_id = any (${DECLARED_ORGANISATIONS})`;

/** Who can be told where, what is to be told, and the notices inside the product. */
export class Messages1795300000300 implements MigrationInterface {
  name = 'Messages1795300000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A person's own row (no organisation) goes before what a centre noted; preferences stand in the own row only.
      create table recipient (
        id uuid not null default uuidv7(), person_id uuid not null, organisation_id uuid,
        address text, language text, zone text not null default 'Europe/Brussels',
        quiet_from time, quiet_until time, channels text[] not null default '{mail,notice}', digest text not null default 'none',
        muted_types text[] not null default '{}', unsubscribe_key uuid not null default gen_random_uuid(),
        version integer not null default 1, changed_at timestamptz not null default app.now(),
        constraint recipient_pk primary key (id),
        constraint recipient_person_uq unique nulls not distinct (person_id, organisation_id),
        constraint recipient_unsubscribe_key_uq unique (unsubscribe_key),
        constraint recipient_person_fk foreign key (person_id) references person (id),
        constraint recipient_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint recipient_address_one_line check (address is null or (address ~ '^[^[:cntrl:][:space:]]+@[^[:cntrl:][:space:]]+$' and length(address) <= 254)),
        constraint recipient_language_known check (language in ('fr', 'nl', 'de', 'en')),
        constraint recipient_quiet_whole check ((quiet_from is null) = (quiet_until is null) and quiet_from is distinct from quiet_until or quiet_from is null and quiet_until is null),
        constraint recipient_channels_known check (channels <@ '{mail,notice}'::text[]),
        constraint recipient_digest_known check (digest in ('none', 'daily', 'weekly')));
      ${protect('recipient', { visible: OWN_OR_DECLARED })}

      -- Addresses that the mail server refused for good. No tenant row: one human, one mailbox; reached through definer functions only.
      create table paused_address (
        address text not null, reason text not null, message_id uuid, at timestamptz not null default app.now(),
        constraint paused_address_pk primary key (address),
        constraint paused_address_lower check (address = lower(address)));
      ${protect('paused_address', { rights: ['select'], visible: 'false' })}
    `);
    await runner.query(`
      create table message (
        id uuid not null default uuidv7(), organisation_id uuid, person_id uuid not null,
        type text not null, subject_kind text not null, subject_id uuid not null,
        timing_version integer not null default 1, rule text not null default 'once', channel text not null default 'mail',
        due_at timestamptz not null default app.now(), next_at timestamptz not null default app.now(), not_after timestamptz, urgent boolean not null default false,
        address text, state text not null default 'due',
        lease uuid, leased_until timestamptz, claims integer not null default 0, attempts integer not null default 0, times_ambiguous integer not null default 0,
        mail_id text, answer text, last_error text, digest_id uuid,
        created_at timestamptz not null default app.now(), sent_at timestamptz, told_at timestamptz,
        constraint message_pk primary key (id),
        constraint message_once unique nulls not distinct (person_id, subject_kind, subject_id, timing_version, rule, channel, type, organisation_id),
        constraint message_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint message_person_fk foreign key (person_id) references person (id),
        constraint message_digest_fk foreign key (digest_id) references message (id),
        constraint message_channel_known check (channel in ('mail', 'notice')),
        constraint message_state_known check (state in ('due', 'held', 'sending', 'ambiguous', 'sent', 'dropped', 'withdrawn', 'failed', 'discarded')),
        constraint message_sending_leased check (state <> 'sending' or (lease is not null and leased_until is not null)),
        constraint message_sent_dated check (state <> 'sent' or sent_at is not null),
        constraint message_address_one_line check (address is null or (address ~ '^[^[:cntrl:][:space:]]+@[^[:cntrl:][:space:]]+$' and length(address) <= 254)))
        -- Rows are updated three times in a short life: room on the page keeps the table from growing.
        with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
      create index message_next on message (channel, next_at) where state in ('due', 'ambiguous') and not urgent;
      create index message_next_urgent on message (channel, next_at) where state in ('due', 'ambiguous') and urgent;
      create index message_oldest on message (due_at) where state in ('due', 'ambiguous', 'sending');
      create index message_sending on message (id) where state = 'sending';
      create index message_trouble on message (organisation_id, id) where state in ('failed', 'ambiguous');
      create index message_organisation on message (organisation_id, id);
      create index message_subject on message (subject_kind, subject_id) where state in ('due', 'held', 'ambiguous', 'sending');
      create index message_digest on message (digest_id) where digest_id is not null;
      ${protect('message', { rights: ['select', 'insert', 'update'], visible: OWN_OR_DECLARED, writable: WITHOUT_OR_DECLARED })}

      -- What a person reads inside the product; written once, together with the message's state.
      create table notice (
        id uuid not null default uuidv7(), message_id uuid not null, organisation_id uuid, person_id uuid not null,
        type text not null, subject_kind text not null, subject_id uuid not null,
        language text not null, title text not null, body text not null, link text,
        at timestamptz not null default app.now(), read_at timestamptz,
        constraint notice_pk primary key (id),
        constraint notice_message_uq unique (message_id),
        constraint notice_message_fk foreign key (message_id) references message (id),
        constraint notice_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint notice_person_fk foreign key (person_id) references person (id));
      create index notice_person on notice (person_id, id);
      create index notice_unread on notice (person_id) where read_at is null;
      ${protect('notice', { visible: `person_id = ${DECLARED_PERSON}`, writable: `person_id = ${DECLARED_PERSON} or organisation_id is null or organisation_id = any (${DECLARED_ORGANISATIONS})` })}

      -- The allowance of MAIL_RATE, shared by all workers.
      create table mail_pace (
        only_row boolean not null default true, allowance double precision not null default 0, at timestamptz not null default clock_timestamp(),
        constraint mail_pace_pk primary key (only_row), constraint mail_pace_one_row check (only_row));
      insert into mail_pace default values;
      ${protect('mail_pace', { rights: ['select'], visible: 'false' })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mail_pace, notice, message, paused_address, recipient');
  }
}
