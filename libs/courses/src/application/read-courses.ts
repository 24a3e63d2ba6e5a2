import { Injectable } from '@nestjs/common';
import { type Actor, Database, NotAllowed, NotFound, type Page, type PageRequest } from '@app/platform';
import { mayReadCourses, mayReadDrafts } from '../domain/course.policy.js';
import { estimateMinutes } from '../domain/reading-time.js';
import { CourseFileStore, type StoredImage } from '../persistence/course-file.store.js';
import { CourseReads, type CourseRow, type TreeLesson, type TreeModule, type TreeRow } from '../persistence/course.reads.js';

export interface ShownTreeLesson extends Omit<TreeLesson, 'minutes' | 'characters'> {
  readonly minutes: number;
  /** Whether its minutes were estimated. */
  readonly isEstimate: boolean;
}

export interface ShownTree extends Omit<TreeRow, 'modules'> {
  readonly minutes: number;
  readonly modules: readonly (Omit<TreeModule, 'lessons'> & { readonly minutes: number; readonly lessons: readonly ShownTreeLesson[] })[];
}

/** Courses of an organisation: builders see drafts and what is for trainers, its other members what is published. */
@Injectable()
export class ReadCourses {
  constructor(
    private readonly database: Database,
    private readonly reads: CourseReads,
    private readonly files: CourseFileStore,
  ) {}

  async list(actor: Actor, organisationId: string, page: PageRequest): Promise<Page<CourseRow> | NotAllowed> {
    if (!mayReadCourses(actor, organisationId)) return new NotAllowed('course.read');
    return this.database.as(actor, (tx) => this.reads.list(tx, organisationId, mayReadDrafts(actor, organisationId), page));
  }

  one(actor: Actor, courseId: string): Promise<CourseRow | NotFound> {
    return this.database.as(actor, async (tx) => {
      const organisationId = await this.reads.organisationOf(tx, 'course', courseId);
      if (!organisationId || !mayReadCourses(actor, organisationId)) return new NotFound('course');
      return (await this.reads.one(tx, courseId, mayReadDrafts(actor, organisationId))) ?? new NotFound('course');
    });
  }

  tree(actor: Actor, versionId: string): Promise<ShownTree | NotFound> {
    return this.database.as(actor, async (tx) => {
      const organisationId = await this.reads.organisationOf(tx, 'course_version', versionId);
      if (!organisationId || !mayReadCourses(actor, organisationId)) return new NotFound('course_version');
      const tree = await this.reads.tree(tx, versionId, mayReadDrafts(actor, organisationId));
      return tree ? withMinutes(tree) : new NotFound('course_version');
    });
  }

  /** An image of a course (case 35): of the actor's organisations only, and of drafts for builders only. */
  async image(actor: Actor, fileId: string): Promise<StoredImage | NotFound> {
    const alsoDraftsOf = actor.organisationIds.filter((organisationId) => mayReadDrafts(actor, organisationId));
    const image = await this.database.as(actor, (tx) => this.files.find(tx, fileId, { alsoDraftsOf }));
    return image ?? new NotFound('course_file');
  }
}

function withMinutes(tree: TreeRow): ShownTree {
  const modules = tree.modules.map((module) => {
    const lessons = module.lessons.map(({ characters, minutes, ...lesson }) => {
      const count = (kind: string): number => lesson.activities.filter((activity) => activity.kind === kind).length;
      return { ...lesson, isEstimate: minutes === null, minutes: minutes ?? estimateMinutes({ characters, assignments: count('assignment'), quizzes: count('quiz') }) };
    });
    return { ...module, lessons, minutes: sum(lessons) };
  });
  return { ...tree, modules, minutes: sum(modules) };
}

const sum = (parts: readonly { readonly minutes: number }[]): number => parts.reduce((total, { minutes }) => total + minutes, 0);
