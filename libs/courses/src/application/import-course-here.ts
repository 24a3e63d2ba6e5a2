import { Injectable } from '@nestjs/common';
import { Actor, Database, type NotAllowed, NotFound } from '@app/platform';
import { type CourseFacts } from '../domain/course.js';
import { type Curriculum } from '../domain/curriculum.js';
import { type ConflictChoice } from '../domain/import-plan.js';
import { type EditsInTheWay } from '../domain/problems.js';
import { CourseStore } from '../persistence/course.store.js';
import { ImportCourse, type ImportedCourse } from './import-course.js';
import { OrganisationNamed } from './organisation-named.js';

export interface ImportCourseHereInput extends CourseFacts {
  /** Id or name of the organisation. */
  readonly organisation: string;
  readonly curriculum: Curriculum;
  /** Name of the folder or archive: without `courseId`, the course that came from one of the same name is imported again. */
  readonly source: string;
  readonly courseId?: string;
  readonly onConflict?: ConflictChoice;
}

/** Imports a course from the disk of the server, for whoever sits there. */
@Injectable()
export class ImportCourseHere {
  constructor(
    private readonly database: Database,
    private readonly organisations: OrganisationNamed,
    private readonly courses: CourseStore,
    private readonly importCourse: ImportCourse,
  ) {}

  async execute({ organisation, ...input }: ImportCourseHereInput): Promise<ImportedCourse | NotAllowed | NotFound | EditsInTheWay> {
    const organisationId = await this.organisations.find(organisation);
    if (!organisationId) return new NotFound('organisation');
    const actor = Actor.system(organisationId);
    const courseId = input.courseId ?? (await this.database.as(actor, (tx) => this.courses.fromSource(tx, organisationId, input.source)));
    return this.importCourse.execute(actor, { ...input, courseId, organisationId });
  }
}
