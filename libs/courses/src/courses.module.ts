import { Module } from '@nestjs/common';
import { ImportCourse } from './application/import-course.js';
import { PublishCourse } from './application/publish-course.js';
import { CourseOutlines } from './persistence/outline.reads.js';
import { CourseStore } from './persistence/course.store.js';

const useCases = [ImportCourse, PublishCourse, CourseOutlines];

/** Courses: reading them from files, their versions, and what they contain. */
@Module({ providers: [...useCases, CourseStore], exports: useCases })
export class CoursesModule {}
