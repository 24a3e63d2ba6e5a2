import { type Level, type Readers, type Subject } from '@app/courses';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { NotFoundType, resultUnion } from '../graphql/index.js';
import { CourseSkillType } from './course.types.js';

@ObjectType('CatalogueModule', { description: 'A module of a course in the catalogue.' })
export class CatalogueModuleType {
  @Field(() => String, { description: 'Its title.' })
  title: string;

  @Field(() => Int, { description: 'Minutes that it takes.' })
  minutes: number;

  @Field(() => [String], { description: 'Titles of its lessons.' })
  lessons: string[];
}

@ObjectType('CatalogueCohort', { description: 'An edition of a course that takes people now or soon.' })
export class CatalogueCohortType {
  @Field(() => String, { description: 'Its first day.' })
  startsOn: string;

  @Field(() => String, { description: 'Its last day.' })
  endsOn: string;

  @Field(() => String, { description: 'The site.' })
  site: string;

  @Field(() => String, { description: 'The language in which it is taught.' })
  language: string;

  @Field(() => Boolean, { description: 'Whether one can register now.' })
  isOpen: boolean;
}

@ObjectType('CataloguePrerequisite', { description: 'A course that another one builds on.' })
export class CataloguePrerequisiteType {
  @Field(() => String, { nullable: true, description: 'Its address in the catalogue; null where it is not shown there.' })
  publicId?: string | null;

  @Field(() => String, { description: 'Its title.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'foundation, intermediate, advanced or specialised.' })
  level?: Level | null;
}

@ObjectType('CatalogueCourse', { description: 'A course as everybody may see it.' })
export class CatalogueCourseType {
  @Field(() => String, { description: 'Its address in the catalogue.' })
  publicId: string;

  @Field(() => ID, { description: 'Who offers it.' })
  organisationId: string;

  @Field(() => String, { description: 'Name of who offers it.' })
  organisation: string;

  @Field(() => String, { description: 'web-development, cybersecurity, ai or other.' })
  subject: Subject;

  @Field(() => String, { nullable: true, description: 'foundation, intermediate, advanced or specialised.' })
  level?: Level | null;

  @Field(() => String, { description: 'The language that is shown.' })
  language: string;

  @Field(() => [String], { description: 'Languages in which it is written.' })
  languages: string[];

  @Field(() => String, { description: 'Its title.' })
  title: string;

  @Field(() => String, { description: 'What it is about, in a sentence or two.' })
  summary: string;

  @Field(() => String, { description: 'Its introduction as clean HTML.' })
  html: string;

  @Field(() => String, { nullable: true, description: 'What it may be used for.' })
  licence?: string | null;

  @Field(() => String, { nullable: true, description: 'Who has to be named.' })
  attribution?: string | null;

  @Field(() => Date, { description: 'When this version was published.' })
  publishedAt: Date;

  @Field(() => Int, { description: 'Minutes that all lessons take.' })
  minutes: number;

  @Field(() => Int, { description: 'Lessons in all.' })
  lessons: number;

  @Field(() => [CatalogueModuleType], { description: 'Its modules.' })
  modules: CatalogueModuleType[];

  @Field(() => [CourseSkillType], { description: 'Competences that it gives and asks for.' })
  skills: CourseSkillType[];

  @Field(() => String, { description: 'Who reads its lessons: enrolled (in a cohort of it) or members (of the centre).' })
  readers: Readers;

  @Field(() => String, { nullable: true, description: 'What it costs, as the centre writes it; null is free.' })
  price?: string | null;

  @Field(() => [CataloguePrerequisiteType], { description: 'Courses that it builds on.' })
  prerequisites: CataloguePrerequisiteType[];

  @Field(() => [CatalogueCohortType], { description: 'Editions that take people now or soon, the next one first.' })
  cohorts: CatalogueCohortType[];
}

@ObjectType('Catalogue', { description: 'What can be learnt here.' })
export class CatalogueType {
  @Field(() => [CatalogueCourseType], { description: 'Published courses that their centres show, the newest first.' })
  courses: CatalogueCourseType[];
}

export const CatalogueCourseResult = resultUnion('CatalogueCourseResult', 'A course, or why not.', CatalogueCourseType, NotFoundType);
