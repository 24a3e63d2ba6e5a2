import { Injectable } from '@nestjs/common';
import { type Actor, Database, isProblem, NotAllowed, NotFound } from '@app/platform';
import { mayBuildCourses } from '../domain/course.policy.js';
import { CourseStore } from '../persistence/course.store.js';
import { CurriculumReads } from '../persistence/curriculum.reads.js';
import { type CourseFile, courseFiles } from '../writing/course-files.js';

export interface ExportCourseInput {
  readonly courseId: string;
  /** By default the newest version, be it a draft or published. */
  readonly versionId?: string;
}

export interface ExportedCourse {
  /** A name for the folder or archive. */
  readonly name: string;
  readonly files: readonly CourseFile[];
}

/** Gives a course back as the folder of files that it came from; imported again, it makes no difference. */
@Injectable()
export class ExportCourse {
  constructor(
    private readonly database: Database,
    private readonly courses: CourseStore,
    private readonly curricula: CurriculumReads,
  ) {}

  async execute(actor: Actor, { courseId, versionId }: ExportCourseInput): Promise<ExportedCourse | NotAllowed | NotFound> {
    const curriculum = await this.database.as(
      actor,
      async (tx) => {
        const version = versionId ? await this.courses.version(tx, versionId) : await this.courses.latestVersion(tx, courseId);
        if (version?.courseId !== courseId) return new NotFound('course');
        if (!mayBuildCourses(actor, version.organisationId)) return new NotAllowed('course.export');
        return (await this.curricula.of(tx, version.id)) ?? new NotFound('course');
      },
      { statementTimeout: 30_000 },
    );
    if (isProblem(curriculum)) return curriculum;
    // Every text is looked at once more here: nothing that a transaction should wait for.
    const title = curriculum.texts.get(curriculum.originalLanguage)?.title ?? 'course';
    return { name: folderName(title), files: courseFiles(curriculum) };
  }
}

function folderName(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return plain.slice(0, 60) || 'course';
}
