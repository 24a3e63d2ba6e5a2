import { CoursesModule } from '@app/courses';
import { LearningModule } from '@app/learning';
import { Module } from '@nestjs/common';
import { CourseDownloadsController } from './course-downloads.controller.js';
import { CourseImportResolver } from './course-import.resolver.js';
import { CourseUploadsController } from './course-uploads.controller.js';
import { CoursesResolver } from './courses.resolver.js';
import { StudioReadsResolver, StudioResolver } from './studio.resolver.js';

/** Courses: the catalogue, reading, the studio, files in and out. */
@Module({
  imports: [CoursesModule, LearningModule],
  controllers: [CourseUploadsController, CourseDownloadsController],
  providers: [CoursesResolver, StudioResolver, StudioReadsResolver, CourseImportResolver],
})
export class CoursesApiModule {}
