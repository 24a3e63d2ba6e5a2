import { type Level, type Readers, type Subject } from '@app/courses';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionType, NotAllowedType, NotFoundType, resultUnion } from '../graphql/index.js';

@ObjectType('CourseTitle', { description: 'The title of something in one language.' })
export class CourseTitleType {
  @Field(() => String, { description: 'The language: "fr", "en".' })
  language: string;

  @Field(() => String, { description: 'The title.' })
  title: string;

  @Field(() => Boolean, { description: 'Whether the original has changed since this text was written.' })
  olderThanOriginal: boolean;
}

@ObjectType('CourseVersionUser', { description: 'A cohort that runs on a version of a course.' })
export class CourseVersionUserType {
  @Field(() => ID, { description: 'The cohort.' })
  id: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => String, { description: 'draft, open, confirmed, running or completed.' })
  state: string;

  @Field(() => String, { description: 'Its first day.' })
  startsOn: string;

  @Field(() => String, { description: 'Its last day.' })
  endsOn: string;
}

@ObjectType('CourseVersionRef', { description: 'A version of a course.' })
export class CourseVersionRefType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Int, { description: 'From 1.' })
  number: number;

  @Field(() => String, { description: 'draft or published.' })
  state: string;

  @Field(() => Date, { description: 'When it was begun.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was published; it has not changed since.' })
  publishedAt?: Date | null;
}

@ObjectType('CourseVersionLine', { description: 'A version of a course, and who uses it.' })
export class CourseVersionLineType extends CourseVersionRefType {
  @Field(() => [CourseVersionUserType], { description: 'Cohorts that run on it, the latest first; for those who build courses.' })
  cohorts: CourseVersionUserType[];
}

@ObjectType('CoursePrerequisite', { description: 'A course that should be known before another one.' })
export class CoursePrerequisiteType {
  @Field(() => ID, { description: 'The course.' })
  id: string;

  @Field(() => String, { description: 'Its title.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'foundation, intermediate, advanced or specialised.' })
  level?: Level | null;
}

@ObjectType('Course', { description: 'A course of an organisation.' })
export class CourseType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { description: 'Whose course it is.' })
  organisationId: string;

  @Field(() => String, { description: 'web-development, cybersecurity, ai or other.' })
  subject: Subject;

  @Field(() => String, { nullable: true, description: 'foundation, intermediate, advanced or specialised.' })
  level?: Level | null;

  @Field(() => String, { nullable: true, description: 'Its address in the public catalogue; null for one that is not shown there.' })
  publicId?: string | null;

  @Field(() => String, { description: 'Who reads what is published: enrolled (in a cohort of it) or members (of the centre).' })
  readers: Readers;

  @Field(() => String, { nullable: true, description: 'What it costs, as people write it; null is free.' })
  price?: string | null;

  @Field(() => [CoursePrerequisiteType], { description: 'Courses that should be known before.' })
  prerequisites: CoursePrerequisiteType[];

  @Field(() => Int, { description: 'Rises with every change of these facts.' })
  version: number;

  @Field(() => String, { description: 'The language in which it is written.' })
  originalLanguage: string;

  @Field(() => [CourseTitleType], { description: 'Its title in the languages of its newest version.' })
  titles: CourseTitleType[];

  @Field(() => [CourseVersionLineType], { description: 'Its versions that the person may read, the newest first; drafts only for those who build courses.' })
  versions: CourseVersionLineType[];
}

@ObjectType('CourseActivity', { description: 'An assignment, a material or a quiz.' })
export class CourseActivityType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'assignment, material or quiz.' })
  kind: string;

  @Field(() => String, { nullable: true, description: 'Of a quiz: before or after the text, or heading.' })
  moment?: string | null;

  @Field(() => Int, { nullable: true, description: 'Of a quiz below a heading: which one, from 1.' })
  heading?: number | null;

  @Field(() => [CourseTitleType], { description: 'Its titles.' })
  titles: CourseTitleType[];
}

@ObjectType('CourseLesson', { description: 'A lesson in the tree of a version.' })
export class CourseLessonType {
  @Field(() => ID, { description: 'Its id in this version.' })
  id: string;

  @Field(() => ID, { description: 'The same through all versions.' })
  identity: string;

  @Field(() => String, { description: 'everyone or trainers.' })
  audience: string;

  @Field(() => Int, { description: 'Minutes that it takes.' })
  minutes: number;

  @Field(() => Boolean, { description: 'Whether its minutes were estimated from its length.' })
  isEstimate: boolean;

  @Field(() => [CourseTitleType], { description: 'Its titles; the languages it is written in.' })
  titles: CourseTitleType[];

  @Field(() => [CourseActivityType], { description: 'Its assignments and quizzes.' })
  activities: CourseActivityType[];
}

@ObjectType('CourseModule', { description: 'A module of a version.' })
export class CourseModuleType {
  @Field(() => ID, { description: 'Its id in this version.' })
  id: string;

  @Field(() => ID, { description: 'The same through all versions.' })
  identity: string;

  @Field(() => Int, { description: 'Minutes that its lessons take.' })
  minutes: number;

  @Field(() => [CourseTitleType], { description: 'Its titles.' })
  titles: CourseTitleType[];

  @Field(() => [CourseLessonType], { description: 'Its lessons in order.' })
  lessons: CourseLessonType[];

  @Field(() => [CourseActivityType], { description: 'Quizzes of the module itself.' })
  activities: CourseActivityType[];
}

@ObjectType('CourseSkill', { description: 'A competence that a course gives or asks for.' })
export class CourseSkillType {
  @Field(() => String, { description: 'digcomp or esco.' })
  framework: string;

  @Field(() => String, { description: 'Its code in the framework.' })
  code: string;

  @Field(() => String, { description: 'gives or requires.' })
  role: string;

  @Field(() => Int, { nullable: true, description: 'Level of proficiency, 1 to 8.' })
  level?: number | null;

  @Field(() => String, { description: 'Its name in the language of the person who asks, else its code.' })
  label: string;
}

@ObjectType('CourseVersion', { description: 'A version of a course with its tree.' })
export class CourseVersionType extends CourseVersionRefType {
  @Field(() => ID, { description: 'The course.' })
  courseId: string;

  @Field(() => String, { description: 'The language in which it is written.' })
  originalLanguage: string;

  @Field(() => String, { nullable: true, description: 'What it may be used for: "MIT", "CC BY 4.0".' })
  licence?: string | null;

  @Field(() => String, { nullable: true, description: 'Who has to be named.' })
  attribution?: string | null;

  @Field(() => Int, { description: 'Rises with every change of a draft.' })
  version: number;

  @Field(() => Int, { description: 'Rises with changes of its parts and their order.' })
  treeVersion: number;

  @Field(() => Int, { description: 'Minutes that all its lessons take.' })
  minutes: number;

  @Field(() => [CourseTitleType], { description: 'Titles of the course.' })
  titles: CourseTitleType[];

  @Field(() => [CourseModuleType], { description: 'Its modules in order.' })
  modules: CourseModuleType[];

  @Field(() => [CourseSkillType], { description: 'Competences that it gives and asks for.' })
  skills: CourseSkillType[];
}

export const CourseConnection = connectionType('Course', () => CourseType);
export const CoursesResult = resultUnion('CoursesResult', 'Courses, or why not.', CourseConnection, NotAllowedType);
export const CourseResult = resultUnion('CourseResult', 'A course, or why not.', CourseType, NotFoundType);
export const CourseVersionResult = resultUnion('CourseVersionResult', 'A version, or why not.', CourseVersionType, NotFoundType);
