import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { APP_ROLE, definer, protect } from '../tenancy.js';

const CATALOGUE = `
      drop function app.catalogue(text);
      create function app.catalogue(wanted text) returns table (
          public_id text, organisation_id uuid, organisation text, subject text, level text, original_language text, licence text, attribution text, number integer, published_at timestamptz,
          texts jsonb, modules jsonb, skills jsonb, readers text, price text, prerequisites jsonb, cohorts jsonb)
        language sql stable security definer set search_path = pg_catalog, public
      begin atomic
        select c.public_id, c.organisation_id, o.name, c.subject, c.level, v.original_language, v.licence, v.attribution, v.number, v.published_at,
          (select coalesce(jsonb_object_agg(t.language, jsonb_build_object('title', t.title, 'markdown', t.markdown)), '{}') from course_text t where t.owner_id = v.id),
          (select coalesce(jsonb_agg(jsonb_build_object(
              'titles', (select coalesce(jsonb_object_agg(t.language, t.title), '{}') from course_text t where t.owner_id = m.id),
              'lessons', (select coalesce(jsonb_agg(jsonb_build_object(
                  'titles', (select coalesce(jsonb_object_agg(t.language, t.title), '{}') from course_text t where t.owner_id = l.id),
                  'minutes', l.minutes,
                  'characters', (select coalesce(max(length(t.markdown)) filter (where t.language = v.original_language), max(length(t.markdown)), 0) from course_text t where t.owner_id = l.id),
                  'assignments', (select count(*) from activity a where a.lesson_id = l.id and a.kind = 'assignment'),
                  'quizzes', (select count(*) from activity a where a.lesson_id = l.id and a.kind = 'quiz')) order by l.position), '[]')
                from lesson l where l.module_id = m.id and l.audience = 'everyone')) order by m.position), '[]')
            from course_module m where m.version_id = v.id),
          (select coalesce(jsonb_agg(jsonb_build_object('framework', s.framework, 'code', s.code, 'role', s.role, 'level', s.level,
              'labels', (select coalesce(jsonb_object_agg(ct.language, ct.label), '{}') from competence_text ct
                where ct.organisation_id = s.organisation_id and ct.framework = s.framework and ct.code = s.code)) order by s.framework, s.code), '[]')
            from course_skill s where s.version_id = v.id),
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
            where h.course_id = c.id and h.state = 'open' and h.starts_on >= (app.now() at time zone h.zone)::date)
        from course c
          join organisation o on o.id = c.organisation_id and o.archived_at is null
          join lateral (select * from course_version cv where cv.course_id = c.id and cv.state = 'published' order by cv.number desc limit 1) v on true
        where c.public_id is not null and c.archived_at is null and (wanted is null or c.public_id = wanted)
        order by v.published_at desc;
      end;
      ${definer('app.catalogue(text)')}`;

const CATALOGUE_BEFORE = `
      create function app.catalogue(wanted text) returns table (
          public_id text, organisation_id uuid, organisation text, subject text, level text, original_language text, licence text, attribution text, number integer, published_at timestamptz,
          texts jsonb, modules jsonb, skills jsonb)
        language sql stable security definer set search_path = pg_catalog, public
      begin atomic
        select c.public_id, c.organisation_id, o.name, c.subject, c.level, v.original_language, v.licence, v.attribution, v.number, v.published_at,
          (select coalesce(jsonb_object_agg(t.language, jsonb_build_object('title', t.title, 'markdown', t.markdown)), '{}') from course_text t where t.owner_id = v.id),
          (select coalesce(jsonb_agg(jsonb_build_object(
              'titles', (select coalesce(jsonb_object_agg(t.language, t.title), '{}') from course_text t where t.owner_id = m.id),
              'lessons', (select coalesce(jsonb_agg(jsonb_build_object(
                  'titles', (select coalesce(jsonb_object_agg(t.language, t.title), '{}') from course_text t where t.owner_id = l.id),
                  'minutes', l.minutes,
                  'characters', (select coalesce(max(length(t.markdown)) filter (where t.language = v.original_language), max(length(t.markdown)), 0) from course_text t where t.owner_id = l.id),
                  'assignments', (select count(*) from activity a where a.lesson_id = l.id and a.kind = 'assignment'),
                  'quizzes', (select count(*) from activity a where a.lesson_id = l.id and a.kind = 'quiz')) order by l.position), '[]')
                from lesson l where l.module_id = m.id and l.audience = 'everyone')) order by m.position), '[]')
            from course_module m where m.version_id = v.id),
          (select coalesce(jsonb_agg(jsonb_build_object('framework', s.framework, 'code', s.code, 'role', s.role, 'level', s.level,
              'labels', (select coalesce(jsonb_object_agg(ct.language, ct.label), '{}') from competence_text ct
                where ct.organisation_id = s.organisation_id and ct.framework = s.framework and ct.code = s.code)) order by s.framework, s.code), '[]')
            from course_skill s where s.version_id = v.id)
        from course c
          join organisation o on o.id = c.organisation_id and o.archived_at is null
          join lateral (select * from course_version cv where cv.course_id = c.id and cv.state = 'published' order by cv.number desc limit 1) v on true
        where c.public_id is not null and c.archived_at is null and (wanted is null or c.public_id = wanted)
        order by v.published_at desc;
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
    await runner.query(CATALOGUE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.catalogue(text); drop function app.version_users(uuid); drop function app.versions_read_by(uuid);
      drop table course_prerequisite;
      alter table course drop constraint course_price_shown, drop constraint course_readers_known, drop column price, drop column readers;
    `);
    await runner.query(CATALOGUE_BEFORE);
  }
}
