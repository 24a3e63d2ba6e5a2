import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer, protect } from '../tenancy.js';
import { calendarFeed } from './0610-calendar-feeds.js';

/** A room's calendar goes on telling of what was cancelled or went elsewhere; planning knows when the owner of a lent room is closed. */
export class WhatRoomsRemember1795300000672 implements MigrationInterface {
  name = 'WhatRoomsRemember1795300000672';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What stood in a room once. Whether it still does says the ledger.
      create table room_past (
        organisation_id uuid not null, occurrence_id uuid not null, resource_organisation_id uuid not null, resource_id uuid not null, left_at timestamptz not null default app.now(),
        constraint room_past_pk primary key (resource_id, occurrence_id),
        constraint room_past_occurrence_fk foreign key (organisation_id, occurrence_id) references occurrence (organisation_id, id),
        constraint room_past_resource_fk foreign key (resource_organisation_id, resource_id) references resource (organisation_id, id));
      create index room_past_occurrence on room_past (occurrence_id);
      ${protect('room_past', { rights: ['select', 'delete'] })}
      create function app.remember_room() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
      begin
        insert into room_past (organisation_id, occurrence_id, resource_organisation_id, resource_id)
          select g.organisation_id, g.occurrence_id, g.resource_organisation_id, g.resource_id from gone g join occurrence o on o.organisation_id = g.organisation_id and o.id = g.occurrence_id
          where g.part = 'room' and g.expires_at is null on conflict on constraint room_past_pk do update set left_at = excluded.left_at;
        return null;
      end $$;
      revoke all on function app.remember_room() from public;
      create trigger reservation_remembered after delete on reservation referencing old table as gone for each statement execute function app.remember_room();

      create function app.closures_for_planning(p_site uuid, p_from date, p_to date) returns jsonb
      language sql stable security definer set search_path = '' as $$
        select case when exists (select from public.site s where s.id = p_site and s.organisation_id = any (app.organisations()))
            or exists (select from public.resource r where r.site_id = p_site and r.kind <> 'person' and app.is_shared(r.organisation_id, r.kind, r.id, 'book', app.organisations()))
          then app.closures_of_site(p_site, p_from, p_to) else '[]'::jsonb end
      $$;
      ${definer('app.closures_for_planning(uuid, date, date)')}
      ${feedWithPast()}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${calendarFeed()}
      drop trigger reservation_remembered on reservation; drop function app.remember_room(), app.closures_for_planning(uuid, date, date); drop table room_past`);
  }
}

/** The calendar of a room also tells of what stood in it and does not any more; `more` is what else is told. */
export const feedWithPast = (more = ''): string => calendarFeed(PAST, `case when mine.gone then 'cancelled' else o.state end as state`, more);

const PAST = `
            union all
            select p.occurrence_id, p.organisation_id, true as gone from room_past p where f.kind = 'room' and p.resource_id = f.resource_id
              and not exists (select from reservation r where r.resource_id = p.resource_id and r.occurrence_id = p.occurrence_id)`;
