import { type Level, levels, type Subject, subjects } from '@app/courses';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { NotAllowedType, NotFoundType, resultUnion } from '../graphql/index.js';
import { CourseTextPlaceType, ImportOverType } from './studio.types.js';

@ObjectType('CourseCounts', { description: 'What was recognised in files.' })
export class CourseCountsType {
  @Field(() => Int, { description: 'Modules.' })
  modules: number;

  @Field(() => Int, { description: 'Lessons.' })
  lessons: number;

  @Field(() => Int, { description: 'Assignments.' })
  assignments: number;

  @Field(() => Int, { description: 'Quizzes.' })
  quizzes: number;

  @Field(() => Int, { description: 'Questions of the original language.' })
  questions: number;

  @Field(() => [String], { description: 'Languages.' })
  languages: string[];
}

@ObjectType('CourseFinding', { description: 'Something noticed in a file: where, what, and how to mend it.' })
export class CourseFindingType {
  @Field(() => String, { description: 'error (refuses the import) or warning.' })
  severity: string;

  @Field(() => String, { description: 'The file, from the root of the course.' })
  file: string;

  @Field(() => Int, { nullable: true, description: 'The line, from 1.' })
  line?: number | null;

  @Field(() => String, { description: 'Stable name of what is wrong, for programs.' })
  code: string;

  @Field(() => String, { description: 'What is wrong and how to mend it, in the language of the person who asks.' })
  message: string;
}

@ObjectType('CourseImportPlan', { description: 'What a new import of a course would change.' })
export class CourseImportPlanType {
  @Field(() => [CourseTextPlaceType], { description: 'Texts that come in.' })
  added: CourseTextPlaceType[];

  @Field(() => [CourseTextPlaceType], { description: 'Texts that the files changed.' })
  changed: CourseTextPlaceType[];

  @Field(() => [CourseTextPlaceType], { description: 'Texts that are in the files no more.' })
  removed: CourseTextPlaceType[];

  @Field(() => [CourseTextPlaceType], { description: 'Texts made or edited here, which stay.' })
  kept: CourseTextPlaceType[];

  @Field(() => [CourseTextPlaceType], { description: 'Texts edited here and changed in the files: somebody has to choose.' })
  conflicts: CourseTextPlaceType[];
}

@ObjectType('CourseImport', { description: 'An uploaded course.' })
export class CourseImportType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'The course that it brings up to date, or has made.' })
  courseId?: string | null;

  @Field(() => String, { description: 'waiting, running, read, done, cancelled or refused.' })
  state: string;

  @Field(() => String, { description: 'Name of the folder or archive.' })
  fileName: string;

  @Field(() => Float, { description: 'Done of the present step, 0 to 1.' })
  share: number;

  @Field(() => CourseCountsType, { nullable: true, description: 'What was recognised.' })
  counts?: CourseCountsType | null;

  @Field(() => [CourseFindingType], { description: 'What was noticed, errors first.' })
  findings: CourseFindingType[];

  @Field(() => CourseImportPlanType, { nullable: true, description: 'What it would change; null for a new course.' })
  plan?: CourseImportPlanType | null;

  @Field(() => ID, { nullable: true, description: 'The draft that it became.' })
  versionId?: string | null;
}

@InputType({ description: 'How an uploaded course is to be stored.' })
export class StartCourseImportInput {
  @Field(() => ID, { description: 'The upload.' })
  @IsUUID()
  importId: string;

  @Field(() => ID, { nullable: true, description: 'The course that it brings up to date; without one a new course is made.' })
  @IsOptional()
  @IsUUID()
  courseId?: string;

  @Field(() => String, { defaultValue: 'other', description: 'Of a new course: web-development, cybersecurity, ai or other.' })
  @IsIn(subjects)
  subject: Subject = 'other';

  @Field(() => String, { nullable: true, description: 'Of a new course: foundation, intermediate, advanced or specialised.' })
  @IsOptional()
  @IsIn(levels)
  level?: Level;

  @Field(() => String, { nullable: true, description: 'Where a text was edited here and changed in the files: keep-edits or take-files.' })
  @IsOptional()
  @IsIn(['keep-edits', 'take-files'])
  onConflict?: 'keep-edits' | 'take-files';
}

export const CourseImportResult = resultUnion('CourseImportResult', 'An upload, or why not.', CourseImportType, NotFoundType);
export const ChangeCourseImportResult = resultUnion('ChangeCourseImportResult', 'The upload afterwards, or why nothing was done.', CourseImportType, NotAllowedType, NotFoundType, ImportOverType);
