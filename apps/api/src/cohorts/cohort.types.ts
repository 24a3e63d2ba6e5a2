import { type CohortState, type EnrolmentState } from '@app/cohorts';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionType, LocalDate, NotAllowedType, NotFoundType, resultUnion } from '../graphql/index.js';
import { CohortStateEnum } from './cohort.enums.js';

@ObjectType('CohortGroup', { description: 'A part of a cohort with sessions of its own.' })
export class CohortGroupType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => Int, { description: 'How many learners are in it.' })
  learners: number;
}

@ObjectType('CohortTrainer', { description: 'Somebody who gives sessions of a cohort.' })
export class CohortTrainerType {
  @Field(() => ID, { description: 'Who.' })
  id: string;

  @Field(() => String, { description: 'Name.' })
  name: string;
}

/** What everybody may know of a cohort. */
@ObjectType({ isAbstract: true })
export abstract class CohortFaceType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { description: 'The organisation.' })
  organisationId: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => CohortStateEnum, { description: 'Where it stands.' })
  state: CohortState;

  @Field(() => ID, { description: 'The course.' })
  courseId: string;

  @Field(() => String, { nullable: true, description: 'Title of the course in the language of the person who asks, where the course has it.' })
  courseTitle: string | null;

  @Field(() => String, { description: 'Where it takes place.' })
  siteName: string;

  @Field(() => String, { description: 'Zone of its times.' })
  zone: string;

  @Field(() => String, { description: 'In which language it is given.' })
  language: string;

  @Field(() => LocalDate, { description: 'First day.' })
  startsOn: string;

  @Field(() => LocalDate, { description: 'Last day.' })
  endsOn: string;

  @Field(() => Int, { description: 'How many seats it has.' })
  capacity: number;

  @Field(() => Int, { description: 'How many of them are taken.' })
  enrolled: number;

  @Field(() => Int, { description: 'How many people wait for a seat.' })
  waiting: number;

  @Field(() => Int, { description: 'How many sessions are planned, held ones included.' })
  sessions: number;

  @Field(() => Date, { nullable: true, description: 'Start of the next session.' })
  nextSessionAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When learners can register from; empty where only its state decides.' })
  registrationOpensAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When registration ends.' })
  registrationClosesAt: Date | null;

  @Field(() => Boolean, { description: 'Whether learners can register now.' })
  takesRegistrations: boolean;

  @Field(() => Boolean, { description: 'Whether only who has completed the courses that come before can register.' })
  demandsPrerequisites: boolean;
}

@ObjectType('Cohort', { description: 'One edition of a course: dates, site, seats, groups.' })
export class CohortType extends CohortFaceType {
  @Field(() => Int, { description: 'Number of the course version that it runs on, whatever was published since.' })
  courseVersion: number;

  @Field(() => ID, { description: 'The site.' })
  siteId: string;

  @Field(() => Int, { description: 'With fewer learners somebody has to decide whether it starts.' })
  minimum: number;

  @Field(() => Int, { description: 'How many learners are on their way: they have neither left nor completed.' })
  active: number;

  @Field(() => Int, { description: 'How many sessions are over.' })
  held: number;

  @Field(() => Boolean, { description: 'Whether its series are sent as invitations by mail to who does not subscribe.' })
  invitesByMail: boolean;

  @Field(() => [CohortGroupType], { description: 'Its groups by name.' })
  groups: CohortGroupType[];

  @Field(() => [CohortTrainerType], { description: 'Who gives its sessions.' })
  trainers: CohortTrainerType[];

  @Field(() => Int, { description: 'Give it back as expectedVersion.' })
  version: number;
}

@ObjectType('MyPlace', { description: 'The place of the person who asks.' })
export class MyPlaceType {
  @Field(() => String, { description: 'active, postponed, withdrawn, completed, graduated or waiting.' })
  state: EnrolmentState | 'waiting';

  @Field(() => Int, { description: 'How many people stand before in the queue.' })
  before: number;

  @Field(() => String, { nullable: true, description: 'Name of the group.' })
  groupName: string | null;
}

@ObjectType('CohortPrerequisite', { description: 'A course that should be known before.' })
export class CohortPrerequisiteType {
  @Field(() => String, { description: 'Its title.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Its DigComp level.' })
  level: string | null;

  @Field(() => Boolean, { description: 'The person who asks has completed a cohort of it.' })
  isMet: boolean;
}

@ObjectType('OpenCohort', { description: 'A cohort for which a learner can register, or in which he is. It names nobody.' })
export class OpenCohortType extends CohortFaceType {
  @Field(() => String, { nullable: true, description: 'DigComp level of its course.' })
  level: string | null;

  @Field(() => String, { nullable: true, description: 'What it costs, as the centre writes it; empty is free.' })
  price: string | null;

  @Field(() => String, { nullable: true, description: 'Where its course stands in the public catalogue.' })
  publicId: string | null;

  @Field(() => [CohortPrerequisiteType], { description: 'Courses that should be known before.' })
  prerequisites: CohortPrerequisiteType[];

  @Field(() => MyPlaceType, { nullable: true, description: 'The place of the person who asks, where there is one.' })
  mine: MyPlaceType | null;
}

@ObjectType('PlannableCourse', { description: 'A course of which a cohort can be opened.' })
export class PlannableCourseType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'Its title.' })
  title: string;

  @Field(() => Int, { description: 'The published version that a new cohort takes.' })
  courseVersion: number;

  @Field(() => Int, { description: 'How many lessons it has.' })
  lessons: number;

  @Field(() => [String], { description: 'Titles of the courses that should be known before.' })
  prerequisites: string[];
}

@ObjectType('PlannableCourses', { description: 'Courses of which cohorts can be opened.' })
export class PlannableCoursesType {
  @Field(() => [PlannableCourseType], { description: 'By title.' })
  courses: PlannableCourseType[];
}

export const CohortConnection = connectionType('Cohort', () => CohortType);
export const CohortsResult = resultUnion('CohortsResult', 'Cohorts, or why not.', CohortConnection, NotAllowedType, NotFoundType);
export const CohortResult = resultUnion('CohortResult', 'A cohort, or why not.', CohortType, NotFoundType);
export const PlannableCoursesResult = resultUnion('PlannableCoursesResult', 'Courses, or why not.', PlannableCoursesType, NotAllowedType, NotFoundType);
