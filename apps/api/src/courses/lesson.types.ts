import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { NotFoundType, resultUnion } from '../graphql/index.js';

@ObjectType('LessonLanguage', { description: 'A language in which a lesson can be read.' })
export class LessonLanguageType {
  @Field(() => String, { description: 'The language: "fr", "en".' })
  language: string;

  @Field(() => Boolean, { description: 'Whether the original has changed since.' })
  olderThanOriginal: boolean;
}

@ObjectType('LessonHeading', { description: 'A heading of a lesson.' })
export class LessonHeadingType {
  @Field(() => String, { description: 'Its place in the page; the same in all languages.' })
  id: string;

  @Field(() => Int, { description: '2 for a chapter, 3 for what is below it.' })
  depth: number;

  @Field(() => String, { description: 'Its words.' })
  text: string;
}

@ObjectType('LessonAssignment', { description: 'An assignment or a material of a lesson.' })
export class LessonAssignmentType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'Its title.' })
  title: string;

  @Field(() => String, { description: 'Its text as clean HTML.' })
  html: string;
}

@ObjectType('QuizQuestion', { description: 'A question of a quiz. Which answers are right is told after an attempt.' })
export class QuizQuestionType {
  @Field(() => String, { description: 'The question.' })
  text: string;

  @Field(() => Boolean, { description: 'Whether more than one answer is right.' })
  takesSeveral: boolean;

  @Field(() => [String], { description: 'The answers to choose from.' })
  answers: string[];
}

@ObjectType('LessonQuiz', { description: 'A quiz with which readers check themselves.' })
export class LessonQuizType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'before or after the text, or heading: in the place "below-N" of the text.' })
  moment: string;

  @Field(() => Int, { nullable: true, description: 'Below which heading it stands, from 1.' })
  heading?: number | null;

  @Field(() => String, { description: 'Its title.' })
  title: string;

  @Field(() => [QuizQuestionType], { description: 'Its questions.' })
  questions: QuizQuestionType[];
}

@ObjectType('Lesson', { description: 'A lesson as it is read, in one language.' })
export class LessonType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { description: 'The course.' })
  courseId: string;

  @Field(() => ID, { description: 'The version of the course.' })
  versionId: string;

  @Field(() => Int, { description: 'The number of the version.' })
  versionNumber: number;

  @Field(() => String, { description: 'draft or published.' })
  state: string;

  @Field(() => String, { description: 'everyone or trainers.' })
  audience: string;

  @Field(() => String, { description: 'Title of the course.' })
  courseTitle: string;

  @Field(() => String, { description: 'Title of the module.' })
  moduleTitle: string;

  @Field(() => String, { description: 'Its title.' })
  title: string;

  @Field(() => String, { description: 'The language that is shown: the one asked for, where it is written in it.' })
  language: string;

  @Field(() => String, { description: 'The language in which it was written.' })
  originalLanguage: string;

  @Field(() => Boolean, { description: 'Whether the original has changed since this translation.' })
  olderThanOriginal: boolean;

  @Field(() => [LessonLanguageType], { description: 'Languages in which it can be read.' })
  languages: LessonLanguageType[];

  @Field(() => Int, { description: 'Minutes that it takes.' })
  minutes: number;

  @Field(() => String, { description: 'Its text as clean HTML: nothing in it runs.' })
  html: string;

  @Field(() => [LessonHeadingType], { description: 'Its headings.' })
  toc: LessonHeadingType[];

  @Field(() => [LessonAssignmentType], { description: 'Its assignments.' })
  assignments: LessonAssignmentType[];

  @Field(() => [LessonAssignmentType], { description: 'Texts and notebooks beside it.' })
  materials: LessonAssignmentType[];

  @Field(() => [LessonQuizType], { description: 'Its quizzes.' })
  quizzes: LessonQuizType[];

  @Field(() => Int, { description: 'Its place in the course, from 1.' })
  position: number;

  @Field(() => Int, { description: 'Lessons of the course.' })
  total: number;

  @Field(() => ID, { nullable: true, description: 'The lesson before.' })
  previousId?: string;

  @Field(() => ID, { nullable: true, description: 'The lesson after.' })
  nextId?: string;

  @Field(() => String, { nullable: true, description: 'What it may be used for.' })
  licence?: string | null;

  @Field(() => String, { nullable: true, description: 'Who has to be named.' })
  attribution?: string | null;
}

@ObjectType('QuizProgress', { description: 'The best attempt at a quiz.' })
export class QuizProgressType {
  @Field(() => ID, { description: 'The quiz.' })
  activityId: string;

  @Field(() => Int, { description: 'Questions answered right.' })
  rightCount: number;

  @Field(() => Int, { description: 'Questions in all.' })
  questionCount: number;
}

@ObjectType('CourseProgress', { description: 'How far the person who asks is in a version.' })
export class CourseProgressType {
  @Field(() => ID, { description: 'The version.' })
  versionId: string;

  @Field(() => Int, { description: 'Lessons in all.' })
  lessons: number;

  @Field(() => [ID], { description: 'Lessons that are done.' })
  doneLessonIds: string[];

  @Field(() => [QuizProgressType], { description: 'Quizzes that were tried.' })
  quizzes: QuizProgressType[];
}

@ObjectType('MarkedQuestion', { description: 'How a question was answered.' })
export class MarkedQuestionType {
  @Field(() => Boolean, { description: 'Whether the right answers were chosen, and no others.' })
  isRight: boolean;

  @Field(() => [Int], { description: 'The right answers, from 0.' })
  right: number[];
}

@ObjectType('MarkedQuiz', { description: 'A marked attempt at a quiz.' })
export class MarkedQuizType {
  @Field(() => Int, { description: 'Questions answered right.' })
  rightCount: number;

  @Field(() => Int, { description: 'Questions in all.' })
  questionCount: number;

  @Field(() => [MarkedQuestionType], { description: 'Question by question.' })
  questions: MarkedQuestionType[];
}

export const LessonResult = resultUnion('LessonResult', 'A lesson, or why not.', LessonType, NotFoundType);
export const MarkLessonResult = resultUnion('MarkLessonResult', 'The progress afterwards, or why not.', CourseProgressType, NotFoundType);
export const AnswerQuizResult = resultUnion('AnswerQuizResult', 'The marks, or why not.', MarkedQuizType, NotFoundType);
