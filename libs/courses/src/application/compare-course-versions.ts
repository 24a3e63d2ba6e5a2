import { Injectable } from '@nestjs/common';
import { type Actor, Database, NotAllowed, NotFound } from '@app/platform';
import { compareVersions, type Difference } from '../domain/compare-versions.js';
import { mayReadDrafts } from '../domain/course.policy.js';
import { CourseStore } from '../persistence/course.store.js';
import { CurriculumReads } from '../persistence/curriculum.reads.js';

/** What a version changes against an older one of the same course. */
@Injectable()
export class CompareCourseVersions {
  constructor(
    private readonly database: Database,
    private readonly courses: CourseStore,
    private readonly curricula: CurriculumReads,
  ) {}

  execute(actor: Actor, beforeId: string, afterId: string): Promise<readonly Difference[] | NotFound | NotAllowed> {
    return this.database.as(actor, async (tx) => {
      const [before, after] = [await this.courses.version(tx, beforeId), await this.courses.version(tx, afterId)];
      if (!before || before.courseId !== after?.courseId) return new NotFound('course_version');
      if (!mayReadDrafts(actor, before.organisationId)) return new NotAllowed('course.compare');
      const [old, fresh] = [await this.curricula.of(tx, beforeId), await this.curricula.of(tx, afterId)];
      return old && fresh ? compareVersions(old, fresh) : new NotFound('course_version');
    });
  }
}
