import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { APP_ROLE, OWNER_ROLE, protect } from '../tenancy.js';

/** Courses and their numbered versions: modules, lessons, activities, each with its texts by language. */
export class Courses1795300000500 implements MigrationInterface {
  name = 'Courses1795300000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table course (
        id uuid not null default uuidv7(), organisation_id uuid not null, subject text not null, level text,
        -- Name of the folder or archive that it came from: a new import of that name is an import of this course.
        source text,
        -- The address of its public page: random, so that nobody counts courses by it; null for a course that is not in the catalogue.
        public_id text,
        version integer not null default 1, created_at timestamptz not null default app.now(), archived_at timestamptz,
        constraint course_pk primary key (id),
        constraint course_public_id_uq unique (public_id),
        constraint course_public_id_random check (public_id ~ '^[a-z0-9]{10,20}$'),
        constraint course_organisation_id_uq unique (organisation_id, id),
        constraint course_organisation_fk foreign key (organisation_id) references organisation (id),
        constraint course_subject_known check (subject in ('web-development', 'cybersecurity', 'ai', 'other')),
        constraint course_level_known check (level in ('foundation', 'intermediate', 'advanced', 'specialised')));
      ${protect('course')}

      create table course_version (
        id uuid not null default uuidv7(), organisation_id uuid not null, course_id uuid not null, number integer not null,
        state text not null default 'draft', original_language text not null, licence text, attribution text, licence_text text,
        -- What the last import held, whole: the same files twice add nothing.
        imported_hash bytea,
        -- Rises with every change of the draft; "tree_version" only with changes of its order and parts, so that writers of texts do not stop each other.
        version integer not null default 1, tree_version integer not null default 1,
        created_at timestamptz not null default app.now(), published_at timestamptz, published_by uuid,
        -- When somebody put its parts into another order by hand: a new import keeps that order.
        arranged_at timestamptz,
        constraint course_version_pk primary key (id),
        constraint course_version_organisation_id_uq unique (organisation_id, id),
        constraint course_version_number_uq unique (course_id, number),
        constraint course_version_course_fk foreign key (organisation_id, course_id) references course (organisation_id, id),
        constraint course_version_state_known check (state in ('draft', 'published')),
        constraint course_version_published check ((state = 'published') = (published_at is not null)));
      create unique index course_version_one_draft_uq on course_version (course_id) where state = 'draft';
      ${protect('course_version')}

      -- A published version stays as it is: cohorts run on it. Only the installation itself, as owner, removes one with all that is its organisation's.
      create function app.keep_published() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if tg_op = 'DELETE' and pg_has_role(current_user, '${OWNER_ROLE}', 'member') then return old; end if;
        if exists (select from course_version v where v.id = coalesce(new.version_id, old.version_id) and v.state = 'published') then
          raise exception 'A published course version does not change.' using errcode = 'check_violation', constraint = 'course_version_kept';
        end if;
        return coalesce(new, old);
      end $$;
      create function app.keep_published_version() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if tg_op = 'DELETE' and pg_has_role(current_user, '${OWNER_ROLE}', 'member') then return old; end if;
        if old.state = 'published' then
          raise exception 'A published course version does not change.' using errcode = 'check_violation', constraint = 'course_version_kept';
        end if;
        return coalesce(new, old);
      end $$;
      create trigger course_version_kept before update or delete on course_version for each row execute function app.keep_published_version();
      grant execute on function app.keep_published_version() to ${APP_ROLE};
      grant execute on function app.keep_published() to ${APP_ROLE};
    `);
    await runner.query(`
      create table course_module (
        id uuid not null default uuidv7(), organisation_id uuid not null, version_id uuid not null, identity uuid not null default uuidv7(),
        key text not null, position integer not null,
        constraint course_module_pk primary key (id),
        constraint course_module_organisation_id_uq unique (organisation_id, id),
        constraint course_module_key_uq unique (version_id, key),
        constraint course_module_position_uq unique (version_id, position) deferrable initially deferred,
        constraint course_module_version_fk foreign key (organisation_id, version_id) references course_version (organisation_id, id) on delete cascade);
      ${protect('course_module')}

      create table lesson (
        id uuid not null default uuidv7(), organisation_id uuid not null, version_id uuid not null, module_id uuid not null,
        identity uuid not null default uuidv7(), key text not null, position integer not null, audience text not null default 'everyone',
        -- Set by an author; null where it is estimated from the text.
        minutes integer,
        constraint lesson_pk primary key (id),
        constraint lesson_organisation_id_uq unique (organisation_id, id),
        constraint lesson_key_uq unique (version_id, key),
        constraint lesson_position_uq unique (module_id, position) deferrable initially deferred,
        constraint lesson_module_fk foreign key (organisation_id, module_id) references course_module (organisation_id, id) on delete cascade,
        constraint lesson_minutes_sane check (minutes between 1 and 6000),
        constraint lesson_audience_known check (audience in ('everyone', 'trainers')));
      ${protect('lesson')}

      create table activity (
        id uuid not null default uuidv7(), organisation_id uuid not null, version_id uuid not null, module_id uuid not null, lesson_id uuid,
        identity uuid not null default uuidv7(), key text not null, kind text not null, moment text, position integer not null,
        -- For each question which of its answers are right, in order; read only to mark an attempt.
        solution jsonb,
        constraint activity_pk primary key (id),
        constraint activity_organisation_id_uq unique (organisation_id, id),
        constraint activity_key_uq unique (version_id, key),
        constraint activity_module_fk foreign key (organisation_id, module_id) references course_module (organisation_id, id) on delete cascade,
        constraint activity_lesson_fk foreign key (organisation_id, lesson_id) references lesson (organisation_id, id) on delete cascade,
        constraint activity_kind_known check (kind in ('assignment', 'quiz')),
        constraint activity_moment_known check (moment in ('before', 'after')),
        constraint activity_quiz_solved check ((kind = 'quiz') = (solution is not null)));
      create index activity_lesson on activity (lesson_id);
      ${protect('activity')}

      -- One text of a version (the course's title and introduction), a module (its introduction), a lesson or an activity in one language.
      create table course_text (
        organisation_id uuid not null, version_id uuid not null, owner_id uuid not null, language text not null,
        title text not null, markdown text not null default '', questions jsonb,
        -- Where it lay in the folder, and the YAML head that stood above it: an export writes the same file again.
        file text, head text,
        -- What the file held when it was imported: tells at the next import whether somebody has edited the text since.
        imported_hash bytea, older_than_original boolean not null default false, edited_at timestamptz,
        version integer not null default 1,
        constraint course_text_pk primary key (owner_id, language),
        constraint course_text_version_fk foreign key (organisation_id, version_id) references course_version (organisation_id, id) on delete cascade,
        constraint course_text_language_known check (language ~ '^[a-z]{2,3}$'),
        constraint course_text_title_shown check (title ~ '\\S' and length(title) <= 500));
      create index course_text_version on course_text (version_id);
      ${protect('course_text')}

      ${['course_module', 'lesson', 'activity', 'course_text']
        .map((table) => `create trigger ${table}_kept before insert or update or delete on ${table} for each row execute function app.keep_published();`)
        .join('\n')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table course_text, activity, lesson, course_module, course_version, course; drop function app.keep_published, app.keep_published_version');
  }
}
