import { Competences, CourseImports, EditCourse, ExportCourse, ReadCourses } from '@app/courses';
import { Injectable } from '@nestjs/common';

/** The use cases behind the files of courses. */
@Injectable()
export class CourseDoor {
  constructor(
    readonly imports: CourseImports,
    readonly courses: EditCourse,
    readonly exports: ExportCourse,
    readonly read: ReadCourses,
    readonly competences: Competences,
  ) {}
}
