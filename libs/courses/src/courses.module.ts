import { Module } from '@nestjs/common';
import { ExportCourse } from './application/export-course.js';
import { ImportCourseHere } from './application/import-course-here.js';
import { ImportCourse } from './application/import-course.js';
import { OrganisationNamed } from './application/organisation-named.js';
import { PublishCourse } from './application/publish-course.js';
import { CourseOutlines } from './persistence/outline.reads.js';
import { CourseContent } from './persistence/course-content.js';
import { CourseFileStore } from './persistence/course-file.store.js';
import { CurriculumReads } from './persistence/curriculum.reads.js';
import { CourseStore } from './persistence/course.store.js';

const useCases = [ImportCourse, ImportCourseHere, ExportCourse, PublishCourse, CourseOutlines, OrganisationNamed];

const stores = [CourseStore, CourseFileStore, CurriculumReads, CourseContent];

/** Courses: reading them from files, their versions, and what they contain. */
@Module({ providers: [...useCases, ...stores], exports: useCases })
export class CoursesModule {}
