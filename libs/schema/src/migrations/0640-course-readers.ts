import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { APP_ROLE, definer, protect } from '../tenancy.js';
import { CATALOGUE, CATALOGUE_COLUMNS, CATALOGUE_COURSES, CATALOGUE_SHOWN } from './0504-catalogue.js';

const WITH_READERS = `
      drop function app.catalogue(text);
      create function app.catalogue(wanted text) returns table (${CATALOGUE_COLUMNS}, readers text, price text, prerequisites jsonb, cohorts jsonb)
        language sql stable security definer set search_path = pg_catalog, public
      begin atomic ${CATALOGUE_SHOWN},
          c.readers, c.price,
          -- What it builds on, as far as the centre shows it.
          (select coalesce(jsonb_agg(jsonb_build_object('publicId', r.public_id, 'level', r.level, 'titles',
              (select coalesce(jsonb_object_agg(t.language, t.title), '{}') from course_text t where t.owner_id = w.id)) order by r.level, r.id), '[]')
            from course_prerequisite p join course r on r.id = p.required_course_id and r.archived_at is null
              join lateral (select id from course_version rv where rv.course_id = r.id and rv.state = 'published' order by rv.number desc limit 1) w on true
            where p.course_id = c.id),
          -- Editions that take people now or soon.
          (select coalesce(jsonb_agg(jsonb_build_object('startsOn', h.starts_on, 'endsOn', h.ends_on, 'site', s.name, 'language', h.language,
              'isOpen', coalesce(h.registration_opens_at <= app.now(), false) and coalesce(h.registration_closes_at > app.now(), true)) order by h.starts_on, h.id), '[]')
            from cohort h join site s on s.id = h.site_id
            where h.course_id = c.id and h.state = 'open' and h.starts_on >= (app.now() at time zone h.zone)::date) ${CATALOGUE_COURSES}
      end;
      ${definer('app.catalogue(text)')}`;

/** For whom a course is: who reads it, what it costs, what has to be known before; and which cohorts run on which version. */
export class CourseReaders1795300000640 implements MigrationInterface {
  name = 'CourseReaders1795300000640';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table course
        -- "enrolled": who has a place in a cohort of it; "members": everybody of the centre.
        add column readers text not null default 'enrolled',
        -- As people write it: "250 €", "80 € for job seekers". Null is free.
        add column price text,
        add constraint course_readers_known check (readers in ('enrolled', 'members')),
        add constraint course_price_shown check (price ~ '\\S' and price !~ '[[:cntrl:]]' and length(price) <= 100);

      create table course_prerequisite (
        organisation_id uuid not null, course_id uuid not null, required_course_id uuid not null,
        constraint course_prerequisite_pk primary key (course_id, required_course_id),
        constraint course_prerequisite_course_fk foreign key (organisation_id, course_id) references course (organisation_id, id),
        constraint course_prerequisite_required_fk foreign key (organisation_id, required_course_id) references course (organisation_id, id),
        constraint course_prerequisite_another check (course_id <> required_course_id));
      create index course_prerequisite_required on course_prerequisite (required_course_id);
      ${protect('course_prerequisite')}

      -- Courses know no cohorts. These two doors are all that they learn of them, within the organisations of whoever asks.
      create function app.versions_read_by(reader uuid) returns table (version_id uuid) language sql stable set search_path = pg_catalog, public
      begin atomic
        select c.course_version_id from enrolment e join cohort c on c.id = e.cohort_id
        where e.person_id = reader and e.state in ('active', 'postponed', 'completed', 'graduated') and c.state <> 'cancelled';
      end;
      create function app.version_users(wanted uuid) returns table (cohort_id uuid, name text, state text, starts_on date, ends_on date) language sql stable set search_path = pg_catalog, public
      begin atomic
        select c.id, c.name, c.state, c.starts_on, c.ends_on from cohort c where c.course_version_id = wanted and c.state <> 'cancelled' order by c.starts_on desc, c.name;
      end;
      grant execute on function app.versions_read_by(uuid), app.version_users(uuid) to ${APP_ROLE};
    `);
    await runner.query(WITH_READERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.catalogue(text); drop function app.version_users(uuid); drop function app.versions_read_by(uuid);
      drop table course_prerequisite;
      alter table course drop constraint course_price_shown, drop constraint course_readers_known, drop column price, drop column readers;
    `);
    await runner.query(CATALOGUE);
  }
}
