import { Injectable } from '@nestjs/common';
import { type Actor, Changes, Database, NotAllowed, NotFound, StaleVersion } from '@app/platform';
import { type CourseVersion } from '../domain/course.js';
import { mayBuildCourses } from '../domain/course.policy.js';
import { NothingToPublish } from '../domain/problems.js';
import { CourseStore } from '../persistence/course.store.js';

export interface PublishCourseInput {
  readonly courseId: string;
  /** Version of the draft that the person has seen. */
  readonly expectedVersion: number;
}

/** Makes the draft the version that new cohorts take. It never changes again; running cohorts keep the one they have. */
@Injectable()
export class PublishCourse {
  constructor(
    private readonly database: Database,
    private readonly courses: CourseStore,
    private readonly changes: Changes,
  ) {}

  execute(actor: Actor, input: PublishCourseInput): Promise<CourseVersion | NotAllowed | NotFound | StaleVersion | NothingToPublish> {
    return this.database.as(actor, async (tx) => {
      const course = await this.courses.lockCourse(tx, input.courseId);
      if (!course) return new NotFound('course');
      if (!mayBuildCourses(actor, course.organisationId)) return new NotAllowed('course.publish');
      const latest = await this.courses.latestVersion(tx, course.id);
      if (latest?.state !== 'draft') return new NothingToPublish();
      if (latest.version !== input.expectedVersion) return new StaleVersion(input.expectedVersion, latest.version);
      const published = await this.courses.publish(tx, latest);
      await this.changes.append(tx, { organisationId: course.organisationId, subjectKind: 'course', subjectId: course.id, version: published.number, kind: 'published' });
      return published;
    });
  }
}
