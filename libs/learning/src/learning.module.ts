import { CoursesModule } from '@app/courses';
import { Module } from '@nestjs/common';
import { Learn } from './application/learn.js';
import { LearningStore } from './persistence/learning.store.js';

/** What people do with courses: lessons done, quizzes tried. */
@Module({ imports: [CoursesModule], providers: [Learn, LearningStore], exports: [Learn] })
export class LearningModule {}
