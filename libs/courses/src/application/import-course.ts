import { Injectable } from '@nestjs/common';
import { type Actor, Changes, Database, NotAllowed, NotFound, type Tx } from '@app/platform';
import { contentRows, fingerprint } from '../domain/content-rows.js';
import { type CourseFacts, type CourseVersion } from '../domain/course.js';
import { mayBuildCourses } from '../domain/course.policy.js';
import { type Curriculum } from '../domain/curriculum.js';
import { type ConflictChoice, type ImportPlan, planImport } from '../domain/import-plan.js';
import { EditsInTheWay } from '../domain/problems.js';
import { CourseStore } from '../persistence/course.store.js';

export interface ImportCourseInput extends CourseFacts {
  readonly organisationId: string;
  readonly curriculum: Curriculum;
  /** The course that the files are a newer state of; without one a new course is made. */
  readonly courseId?: string;
  readonly onConflict?: ConflictChoice;
}

export interface ImportedCourse {
  readonly courseId: string;
  readonly version: CourseVersion;
  readonly plan: Pick<ImportPlan, 'added' | 'changed' | 'removed' | 'kept'>;
}

/**
 * Stores a curriculum as the draft of a course: whole or not at all. A published version is never touched: the next draft starts from it.
 * The same files twice add nothing.
 */
@Injectable()
export class ImportCourse {
  constructor(
    private readonly database: Database,
    private readonly courses: CourseStore,
    private readonly changes: Changes,
  ) {}

  execute(actor: Actor, input: ImportCourseInput): Promise<ImportedCourse | NotAllowed | NotFound | EditsInTheWay> {
    return this.database.as(
      actor,
      async (tx) => {
        if (!mayBuildCourses(actor, input.organisationId)) return new NotAllowed('course.import');
        const courseId = input.courseId ?? (await this.courses.insertCourse(tx, input.organisationId, input));
        const course = await this.courses.lockCourse(tx, courseId);
        return course?.organisationId === input.organisationId ? this.intoDraft(tx, courseId, input) : new NotFound('course');
      },
      { statementTimeout: 30_000 },
    );
  }

  private async intoDraft(tx: Tx, courseId: string, input: ImportCourseInput): Promise<ImportedCourse | EditsInTheWay> {
    const latest = await this.courses.latestVersion(tx, courseId);
    const rows = contentRows(input.curriculum, latest && (await this.courses.identities(tx, latest.id)));
    const same = latest?.importedHash === fingerprint(rows);
    const plan = planImport(rows, latest ? await this.courses.standingTexts(tx, latest.id) : [], input.onConflict);
    if (latest && same) return { courseId, version: latest, plan };
    if (plan.conflicts.length > 0) return new EditsInTheWay(plan.conflicts);
    const { organisationId, curriculum } = input;
    const draft = latest?.state === 'draft' ? latest : await this.courses.insertVersion(tx, { organisationId, courseId, originalLanguage: curriculum.originalLanguage, licence: curriculum.licence });
    const version = await this.courses.replaceContent(tx, draft, { ...rows, texts: plan.texts });
    await this.changes.append(tx, { organisationId, subjectKind: 'course', subjectId: courseId, version: draft.number, kind: 'imported' });
    return { courseId, version, plan };
  }
}
