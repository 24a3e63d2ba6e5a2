import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { estimateMinutes } from '../domain/reading-time.js';

/** Titles by language code; the original language is always among them. */
export type Titles = Readonly<Record<string, string>>;

export interface OutlineLesson {
  /** Of this version; `identity` stays the same through versions. */
  readonly id: string;
  readonly identity: string;
  readonly titles: Titles;
  /** Demonstrations are for trainers only. */
  readonly audience: 'everyone' | 'trainers';
  /** As the author says, else estimated. */
  readonly minutes: number;
}

export interface OutlineModule {
  readonly id: string;
  readonly identity: string;
  readonly titles: Titles;
  /** Sum of its lessons. */
  readonly minutes: number;
  readonly lessons: readonly OutlineLesson[];
}

/** A version as who plans with it needs it: modules and lessons in order, with the minutes that each takes. */
export interface CourseOutline {
  readonly versionId: string;
  readonly courseId: string;
  readonly organisationId: string;
  readonly number: number;
  readonly state: 'draft' | 'published';
  readonly originalLanguage: string;
  readonly titles: Titles;
  readonly minutes: number;
  readonly modules: readonly OutlineModule[];
}

interface LessonRow extends Omit<OutlineLesson, 'minutes'> {
  readonly minutes: number | null;
  readonly characters: number;
  readonly assignments: number;
  readonly quizzes: number;
}

type Row = Omit<CourseOutline, 'modules' | 'minutes'> & { readonly modules: readonly (Omit<OutlineModule, 'lessons' | 'minutes'> & { readonly lessons: readonly LessonRow[] })[] };

const TITLES = (owner: string): string => `(select coalesce(jsonb_object_agg(t.language, t.title), '{}') from course_text t where t.owner_id = ${owner})`;

const OUTLINE = `
  select v.id as "versionId", v.course_id as "courseId", v.organisation_id as "organisationId", v.number, v.state, v.original_language as "originalLanguage", ${TITLES('v.id')} as titles,
    (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'identity', m.identity, 'titles', ${TITLES('m.id')}, 'lessons',
        (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'identity', l.identity, 'titles', ${TITLES('l.id')}, 'audience', l.audience, 'minutes', l.minutes,
            'characters', (select coalesce(max(length(t.markdown)) filter (where t.language = v.original_language), max(length(t.markdown)), 0) from course_text t where t.owner_id = l.id),
            'assignments', (select count(*) from activity a where a.lesson_id = l.id and a.kind = 'assignment'),
            'quizzes', (select count(*) from activity a where a.lesson_id = l.id and a.kind = 'quiz')) order by l.position), '[]')
          from lesson l where l.module_id = m.id)) order by m.position), '[]')
      from course_module m where m.version_id = v.id) as modules
  from course_version v`;

/** Reads for who plans with courses (cohorts, tracks), inside the caller's transaction. */
@Injectable()
export class CourseOutlines {
  /** Undefined where the actor's organisations hold no such version. */
  async of(tx: Tx, versionId: string): Promise<CourseOutline | undefined> {
    const [row] = await tx.query<Row>(`${OUTLINE} where v.id = $1`, [versionId]);
    return row && summed(row);
  }

  /** The version that a new cohort takes: the newest published one. Undefined where none is. */
  async newest(tx: Tx, courseId: string): Promise<CourseOutline | undefined> {
    const [row] = await tx.query<Row>(`${OUTLINE} where v.course_id = $1 and v.state = 'published' order by v.number desc limit 1`, [courseId]);
    return row && summed(row);
  }
}

function summed(row: Row): CourseOutline {
  const modules = row.modules.map((module) => {
    const lessons = module.lessons.map(({ characters, assignments, quizzes, ...lesson }) => ({ ...lesson, minutes: lesson.minutes ?? estimateMinutes({ characters, assignments, quizzes }) }));
    return { ...module, lessons, minutes: sum(lessons) };
  });
  return { ...row, modules, minutes: sum(modules) };
}

const sum = (parts: readonly { readonly minutes: number }[]): number => parts.reduce((total, { minutes }) => total + minutes, 0);
