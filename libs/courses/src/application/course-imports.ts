import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { type Actor, Database, Jobs, NotAllowed, NotFound, tidyFileName } from '@app/platform';
import { mayBuildCourses } from '../domain/course.policy.js';
import { ImportOver } from '../domain/problems.js';
import { type CourseImport, CourseImportStore, type CourseImportWishes } from '../persistence/course-import.store.js';
import { CourseStore } from '../persistence/course.store.js';
import { importUploadJob } from './import-upload.job.js';

export interface UploadCourseInput {
  readonly organisationId: string;
  readonly courseId?: string;
  readonly fileName: string;
  /** Where the archive lies on this machine for the time of the call. */
  readonly path: string;
}

/** Uploaded courses: taken in, looked at, started, stopped. The worker does the reading. */
@Injectable()
export class CourseImports {
  constructor(
    private readonly database: Database,
    private readonly imports: CourseImportStore,
    private readonly courses: CourseStore,
    private readonly jobs: Jobs,
  ) {}

  async upload(actor: Actor, { organisationId, courseId, fileName, path }: UploadCourseInput): Promise<CourseImport | NotAllowed | NotFound> {
    if (!mayBuildCourses(actor, organisationId)) return new NotAllowed('course.import');
    return this.database.as(
      actor,
      async (tx) => {
        const name = tidyFileName(fileName);
        const standing = courseId ?? (await this.courses.fromSource(tx, organisationId, name.replace(/\.zip$/i, '')));
        if (standing && (await this.courses.lockCourse(tx, standing))?.organisationId !== organisationId) return new NotFound('course');
        const stored = await this.imports.insert(tx, { organisationId, courseId: standing ?? null, fileName: name }, createReadStream(path) as AsyncIterable<Buffer>);
        await this.jobs.put(tx, importUploadJob, { importId: stored.id }, { organisationId });
        return stored;
      },
      { statementTimeout: 30_000 },
    );
  }

  one(actor: Actor, importId: string): Promise<CourseImport | NotFound> {
    return this.database.as(actor, async (tx) => {
      const found = await this.imports.find(tx, importId);
      return found && mayBuildCourses(actor, found.organisationId) ? found : new NotFound('course-import');
    });
  }

  start(actor: Actor, importId: string, wishes: CourseImportWishes): Promise<CourseImport | NotAllowed | NotFound | ImportOver> {
    return this.database.as(actor, async (tx) => {
      const found = await this.imports.lock(tx, importId);
      if (!found) return new NotFound('course-import');
      if (!mayBuildCourses(actor, found.organisationId)) return new NotAllowed('course.import');
      if (found.state !== 'read') return new ImportOver();
      if (wishes.courseId && (await this.courses.lockCourse(tx, wishes.courseId))?.organisationId !== found.organisationId) return new NotFound('course');
      const started = await this.imports.start(tx, importId, wishes);
      await this.jobs.put(tx, importUploadJob, { importId }, { organisationId: found.organisationId });
      return started;
    });
  }

  cancel(actor: Actor, importId: string): Promise<CourseImport | NotAllowed | NotFound | ImportOver> {
    return this.database.as(actor, async (tx) => {
      const found = await this.imports.lock(tx, importId);
      if (!found) return new NotFound('course-import');
      if (!mayBuildCourses(actor, found.organisationId)) return new NotAllowed('course.import');
      // One that nobody works on ends here; a running one stops at its next step.
      if (found.state === 'running') await this.imports.askToCancel(tx, importId);
      const ended = found.state === 'running' ? { ...found, cancelAsked: true } : await this.imports.end(tx, importId, 'cancelled');
      return ended ?? new ImportOver();
    });
  }
}
