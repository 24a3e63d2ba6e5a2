import { CoursesModule } from '@app/courses';
import { LearningModule } from '@app/learning';
import { Module } from '@nestjs/common';
import { CourseDoor } from './course-door.js';
import { CourseFilesController } from './course-files.controller.js';
import { CourseImportResolver } from './course-import.resolver.js';
import { CoursesResolver } from './courses.resolver.js';
import { StudioReadsResolver, StudioResolver } from './studio.resolver.js';

/** Courses: the catalogue, reading, the studio, files in and out. */
@Module({
  imports: [CoursesModule, LearningModule],
  controllers: [CourseFilesController],
  providers: [CourseDoor, CoursesResolver, StudioResolver, StudioReadsResolver, CourseImportResolver],
})
export class CoursesApiModule {}
