import { type Level, levels, type QuizMoment, quizMoments, readerGroups, type Readers, type Subject, subjects } from '@app/courses';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { PageArgs } from '../graphql/index.js';

const LANGUAGE = /^[a-z]{2,3}$/;
const KINDS = ['module', 'lesson', 'assignment', 'material', 'quiz'] as const;

@ArgsType()
export class CoursesArgs extends PageArgs {
  @Field(() => ID, { description: 'The organisation.' })
  @IsUUID()
  organisationId: string;
}

@InputType({ description: 'A new course, without any files.' })
export class CreateCourseInput {
  @Field(() => ID, { description: 'Whose course it is.' })
  @IsUUID()
  organisationId: string;

  @Field(() => String, { description: 'web-development, cybersecurity, ai or other.' })
  @IsIn(subjects)
  subject: Subject;

  @Field(() => String, { nullable: true, description: 'foundation, intermediate, advanced or specialised.' })
  @IsOptional()
  @IsIn(levels)
  level?: Level;

  @Field(() => String, { description: 'The language in which it is written.' })
  @Matches(LANGUAGE)
  language: string;

  @Field(() => String, { description: 'Its title.' })
  @MaxLength(500)
  title: string;
}

@InputType({ description: 'What a course is, for lists and the catalogue.' })
export class ChangeCourseInput {
  @Field(() => ID, { description: 'The course.' })
  @IsUUID()
  courseId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;

  @Field(() => String, { description: 'web-development, cybersecurity, ai or other.' })
  @IsIn(subjects)
  subject: Subject;

  @Field(() => String, { nullable: true, description: 'foundation, intermediate, advanced or specialised.' })
  @IsOptional()
  @IsIn(levels)
  level: Level | null = null;

  @Field(() => Boolean, { description: 'Whether everybody sees it in the catalogue.' })
  @IsBoolean()
  isPublic: boolean;

  @Field(() => String, { nullable: true, description: 'Who reads it: enrolled (in a cohort of it) or members (of the centre). Left out: as before.' })
  @IsOptional()
  @IsIn(readerGroups)
  readers?: Readers;

  @Field(() => String, { nullable: true, description: 'What it costs, as people write it; null or empty is free. Left out: as before.' })
  @IsOptional()
  @IsString()
  price?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Courses of the same centre that should be known before. Left out: as before.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  prerequisiteIds?: string[];
}

@InputType({ isAbstract: true })
class SeenTree {
  @Field(() => ID, { description: 'The draft.' })
  @IsUUID()
  versionId: string;

  @Field(() => Int, { description: 'The treeVersion that was read.' })
  @IsInt()
  expectedTree: number;
}

@InputType({ description: 'A new part of a draft, at the end of its parent.' })
export class AddCoursePartInput extends SeenTree {
  @Field(() => String, { description: 'module, lesson, assignment, material or quiz.' })
  @IsIn(KINDS)
  kind: (typeof KINDS)[number];

  @Field(() => ID, { nullable: true, description: 'The module of a lesson, the lesson of an assignment or material; a quiz stands in either.' })
  @IsOptional()
  @IsUUID()
  parentId?: string;

  @Field(() => String, { description: 'Its title in the original language.' })
  @MaxLength(500)
  title: string;
}

@InputType({ description: 'A part of a draft goes to another place.' })
export class MoveCoursePartInput extends SeenTree {
  @Field(() => ID, { description: 'The part.' })
  @IsUUID()
  itemId: string;

  @Field(() => ID, { nullable: true, description: 'Its new parent; without one it stays where it is.' })
  @IsOptional()
  @IsUUID()
  parentId?: string;

  @Field(() => Int, { description: 'Its place among its brothers, from 0.' })
  @IsInt()
  @Min(0)
  position: number;
}

@InputType({ description: 'A part of a draft is removed, with everything in it.' })
export class RemoveCoursePartInput extends SeenTree {
  @Field(() => ID, { description: 'The part.' })
  @IsUUID()
  itemId: string;
}

@InputType({ description: 'Facts of a lesson.' })
export class ChangeLessonInput extends SeenTree {
  @Field(() => ID, { description: 'The lesson.' })
  @IsUUID()
  lessonId: string;

  @Field(() => Int, { nullable: true, description: 'Minutes that it takes; null to have them estimated.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(6_000)
  minutes: number | null = null;

  @Field(() => String, { description: 'everyone or trainers.' })
  @IsIn(['everyone', 'trainers'])
  audience: 'everyone' | 'trainers';
}

@InputType({ description: 'Where a quiz stands in its lesson.' })
export class ChangeQuizInput extends SeenTree {
  @Field(() => ID, { description: 'The quiz.' })
  @IsUUID()
  activityId: string;

  @Field(() => String, { description: 'before or after the text, or heading: below one of its headings.' })
  @IsIn(quizMoments)
  moment: QuizMoment;

  @Field(() => Int, { nullable: true, description: 'The heading, counted from 1; only for a quiz below one.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000)
  heading: number | null = null;
}

@InputType({ description: 'An answer to choose.' })
export class CourseAnswerOptionInput {
  @Field(() => String, { description: 'Its words.' })
  @MaxLength(4_000)
  text: string;

  @Field(() => Boolean, { description: 'Whether it is right.' })
  @IsBoolean()
  isRight: boolean;
}

@InputType({ description: 'A question with its answers.' })
export class CourseQuestionInput {
  @Field(() => String, { description: 'The question.' })
  @MaxLength(4_000)
  text: string;

  @Field(() => [CourseAnswerOptionInput], { description: 'Its answers.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => CourseAnswerOptionInput)
  answers: CourseAnswerOptionInput[];
}

@InputType({ description: 'A text as somebody writes it.' })
export class SaveCourseTextInput {
  @Field(() => ID, { description: 'What it belongs to.' })
  @IsUUID()
  ownerId: string;

  @Field(() => String, { description: 'Its language.' })
  @Matches(LANGUAGE)
  language: string;

  @Field(() => Int, { description: 'The version of the text that was read; 0 for one that is new in this language.' })
  @IsInt()
  expectedVersion: number;

  @Field(() => String, { description: 'Its title.' })
  @IsString()
  title: string;

  @Field(() => String, { description: 'Its text in Markdown.' })
  @IsString()
  markdown: string;

  @Field(() => [CourseQuestionInput], { nullable: true, description: 'Of a quiz: its questions. Which answers are right is taken from the original language.' })
  @IsOptional()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => CourseQuestionInput)
  questions?: CourseQuestionInput[];
}

@InputType({ description: 'A text to look at.' })
export class PreviewCourseTextInput {
  @Field(() => ID, { description: 'What it belongs to.' })
  @IsUUID()
  ownerId: string;

  @Field(() => String, { description: 'Its language.' })
  @Matches(LANGUAGE)
  language: string;

  @Field(() => String, { description: 'Its title.' })
  @MaxLength(500)
  title: string;

  @Field(() => String, { description: 'Its text in Markdown.' })
  @MaxLength(400_000)
  markdown: string;
}

@InputType({ description: 'A competence that a course gives or asks for.' })
export class CourseSkillInput {
  @Field(() => String, { description: 'digcomp or esco.' })
  @IsIn(['digcomp', 'esco'])
  framework: 'digcomp' | 'esco';

  @Field(() => String, { description: 'Its code.' })
  @MaxLength(300)
  code: string;

  @Field(() => String, { description: 'gives or requires.' })
  @IsIn(['gives', 'requires'])
  role: 'gives' | 'requires';

  @Field(() => Int, { nullable: true, description: 'Level of proficiency, 1 to 8.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(8)
  level?: number;
}

@InputType({ description: 'All competences of a draft; replaces those that there were.' })
export class SetCourseSkillsInput extends SeenTree {
  @Field(() => [CourseSkillInput], { description: 'The competences.' })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => CourseSkillInput)
  skills: CourseSkillInput[];
}

@InputType({ description: 'Makes the draft of a course the version that new cohorts take.' })
export class PublishCourseInput {
  @Field(() => ID, { description: 'The course.' })
  @IsUUID()
  courseId: string;

  @Field(() => Int, { description: 'The version counter of the draft that was read.' })
  @IsInt()
  expectedVersion: number;
}
