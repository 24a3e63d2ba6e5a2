import { Injectable } from '@nestjs/common';
import { CourseFileStore } from './course-file.store.js';
import { CurriculumReads } from './curriculum.reads.js';

/** What a version holds, whole: its curriculum and its images. */
@Injectable()
export class CourseContent {
  constructor(
    readonly curricula: CurriculumReads,
    readonly files: CourseFileStore,
  ) {}
}
