import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { definer } from '../tenancy.js';

/** The columns of the catalogue; later ones come behind them. */
export const CATALOGUE_COLUMNS = `public_id text, organisation_id uuid, organisation text, subject text, level text, original_language text, licence text, attribution text, number integer, published_at timestamptz,
          texts jsonb, modules jsonb, skills jsonb`;

/** What is shown of a course `c` of an organisation `o` in its version `v`. */
export const CATALOGUE_SHOWN = `
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
            from course_skill s where s.version_id = v.id)`;

/** Courses that their centre shows, in their newest published version. */
export const CATALOGUE_COURSES = `
        from course c
          join organisation o on o.id = c.organisation_id and o.archived_at is null
          join lateral (select * from course_version cv where cv.course_id = c.id and cv.state = 'published' order by cv.number desc limit 1) v on true
        where c.public_id is not null and c.archived_at is null and (wanted is null or c.public_id = wanted)
        order by v.published_at desc;`;

export const CATALOGUE = `
      create function app.catalogue(wanted text) returns table (${CATALOGUE_COLUMNS})
        language sql stable security definer set search_path = pg_catalog, public
      begin atomic ${CATALOGUE_SHOWN} ${CATALOGUE_COURSES}
      end;
      ${definer('app.catalogue(text)')}`;

/** What everybody may see of courses, signed in or not: the newest published version of those that their centre shows. No text of a lesson. */
export class Catalogue1795300000504 implements MigrationInterface {
  name = 'Catalogue1795300000504';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CATALOGUE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.catalogue');
  }
}
