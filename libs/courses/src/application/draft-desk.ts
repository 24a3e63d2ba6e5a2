import { Injectable } from '@nestjs/common';
import { type Actor, Database, isProblem, NotAllowed, NotFound, type Problem, StaleVersion, type Tx } from '@app/platform';
import { type CourseVersion } from '../domain/course.js';
import { mayBuildCourses } from '../domain/course.policy.js';
import { NotADraft } from '../domain/problems.js';
import { CourseStore } from '../persistence/course.store.js';

export type DraftRefusal = NotAllowed | NotFound | NotADraft | StaleVersion;

/** The one way to a draft: locked, of an organisation that the actor builds for, and as the actor has seen it. */
@Injectable()
export class DraftDesk {
  constructor(
    private readonly database: Database,
    private readonly courses: CourseStore,
  ) {}

  /** `expectedTree`: the version of the parts that the person saw; left out where texts are written. */
  work<T>(actor: Actor, seen: { readonly versionId: string; readonly expectedTree?: number }, work: (tx: Tx, draft: CourseVersion) => Promise<T | Problem>): Promise<T | DraftRefusal | Problem> {
    return this.database.as(actor, async (tx) => {
      const draft = await this.take(tx, seen);
      return isProblem(draft) ? draft : work(tx, draft);
    });
  }

  private async take(tx: Tx, { versionId, expectedTree }: { readonly versionId: string; readonly expectedTree?: number }): Promise<CourseVersion | DraftRefusal> {
    const version = await this.courses.version(tx, versionId);
    if (!version) return new NotFound('course_version');
    if (!mayBuildCourses(tx.actor, version.organisationId)) return new NotAllowed('course.edit');
    await this.courses.lockCourse(tx, version.courseId);
    const draft = await this.courses.version(tx, versionId);
    if (draft?.state !== 'draft') return new NotADraft();
    return expectedTree === undefined || expectedTree === draft.treeVersion ? draft : new StaleVersion(expectedTree, draft.treeVersion);
  }
}
