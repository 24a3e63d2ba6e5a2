import { ReadCatalogue, ReadCourses, ReadLesson } from '@app/courses';
import { type Choices, Learn } from '@app/learning';
import { Actor, isProblem } from '@app/platform';
import { Args, ArgsType, Field, ID, InputType, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsOptional, IsUUID, Matches, MaxLength } from 'class-validator';
import { Allow, type Call, connection, CurrentActor, CurrentCall, pageRequest } from '../graphql/index.js';
import { CatalogueCourseResult, CatalogueType } from './catalogue.types.js';
import { CourseResult, CoursesResult, CourseVersionResult } from './course.types.js';
import { AnswerQuizResult, CourseProgressType, LessonResult, MarkLessonResult } from './lesson.types.js';
import { shownTree } from './shown-course.js';
import { CoursesArgs } from './studio.input.js';

@ArgsType()
class LessonArgs {
  @Field(() => ID, { description: 'The lesson.' })
  @IsUUID()
  lessonId: string;

  @Field(() => String, { nullable: true, description: 'The language to read it in; by default that of the person.' })
  @IsOptional()
  @Matches(/^[a-z]{2,3}$/)
  language?: string;
}

@ArgsType()
class CatalogueCourseArgs {
  @Field(() => String, { description: 'Its address in the catalogue.' })
  @MaxLength(40)
  publicId: string;

  @Field(() => String, { nullable: true, description: 'The language to read it in.' })
  @IsOptional()
  @Matches(/^[a-z]{2,3}$/)
  language?: string;
}

@ArgsType()
class MarkLessonArgs {
  @Field(() => ID, { description: 'The lesson.' })
  @IsUUID()
  lessonId: string;

  @Field(() => Boolean, { description: 'Whether it is done.' })
  @IsBoolean()
  isDone: boolean;
}

@InputType({ description: 'An attempt at a quiz.' })
class AnswerQuizInput {
  @Field(() => ID, { description: 'The quiz.' })
  @IsUUID()
  activityId: string;

  @Field(() => [[Int]], { description: 'For each question the answers that were chosen, from 0.' })
  @ArrayMaxSize(200)
  @ArrayMaxSize(20, { each: true })
  choices: Choices;
}

@Resolver()
export class CoursesResolver {
  constructor(
    private readonly read: ReadCourses,
    private readonly lessons: ReadLesson,
    private readonly catalogueReads: ReadCatalogue,
    private readonly learn: Learn,
  ) {}

  @Query(() => CatalogueType, { description: 'What can be learnt here, for everybody.' })
  @Allow('anonymous')
  async catalogue(@CurrentCall() { actor, language }: Call) {
    return { courses: await this.catalogueReads.list(actor, language) };
  }

  @Query(() => CatalogueCourseResult, { description: 'One course of the catalogue, for everybody.' })
  @Allow('anonymous')
  catalogueCourse(@CurrentCall() call: Call, @Args() { publicId, language }: CatalogueCourseArgs) {
    return this.catalogueReads.one(call.actor, publicId, language ?? call.language);
  }

  @Query(() => CoursesResult, { description: 'Courses of an organisation by title.' })
  @Allow('signed-in')
  async courses(@CurrentActor() actor: Actor, @Args() args: CoursesArgs) {
    const page = await this.read.list(actor, args.organisationId, pageRequest(args));
    return isProblem(page) ? page : connection(page, ({ sortTitle, id }) => [sortTitle, id]);
  }

  @Query(() => CourseResult, { description: 'A course with its versions.' })
  @Allow('signed-in')
  course(@CurrentActor() actor: Actor, @Args('courseId', { type: () => ID, description: 'The course.' }) courseId: string) {
    return this.read.one(actor, courseId);
  }

  @Query(() => CourseVersionResult, { description: 'A version with its modules and lessons.' })
  @Allow('signed-in')
  async courseVersion(@CurrentCall() { actor, language }: Call, @Args('versionId', { type: () => ID, description: 'The version.' }) versionId: string) {
    return shownTree(await this.read.tree(actor, versionId), language);
  }

  @Query(() => LessonResult, { description: 'A lesson to read.' })
  @Allow('signed-in')
  lesson(@CurrentCall() call: Call, @Args() { lessonId, language }: LessonArgs) {
    return this.lessons.execute(call.actor, lessonId, language ?? call.language);
  }

  @Query(() => CourseProgressType, { description: 'How far the person who asks is in a version.' })
  @Allow('signed-in')
  courseProgress(@CurrentActor() actor: Actor, @Args('versionId', { type: () => ID, description: 'The version.' }) versionId: string) {
    return this.learn.progress(actor, versionId);
  }

  @Mutation(() => MarkLessonResult, { description: 'Marks a lesson as done, or not after all.' })
  @Allow('signed-in')
  markLesson(@CurrentActor() actor: Actor, @Args() { lessonId, isDone }: MarkLessonArgs) {
    return this.learn.markLesson(actor, lessonId, isDone);
  }

  @Mutation(() => AnswerQuizResult, { description: 'Marks an attempt at a quiz and keeps it.' })
  @Allow('signed-in')
  answerQuiz(@CurrentActor() actor: Actor, @Args('input') { activityId, choices }: AnswerQuizInput) {
    return this.learn.answerQuiz(actor, activityId, choices);
  }
}
