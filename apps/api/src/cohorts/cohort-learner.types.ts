import { type EnrolmentState, type EnrolmentWay } from '@app/cohorts';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionType, InvalidInputType, NotAllowedType, NotFoundType, resultUnion, StaleVersionType } from '../graphql/index.js';
import { ClashType, OccurrenceOverType, ScheduleClashType } from '../ledger/clash.types.js';
import { SeatsTaken } from '@app/ledger';
import { problemType, shown } from '../graphql/index.js';
import { EnrolmentStateEnum, EnrolmentWayEnum } from './cohort.enums.js';
import { CohortFullType, CohortStateRefusedType, EnrolmentStateRefusedType, PrerequisitesMissingType, RegistrationClosedType } from './cohort.problems.types.js';

@ObjectType('CohortLearner', { description: 'A learner in a cohort.' })
export class CohortLearnerType {
  @Field(() => ID, { description: 'Who.' })
  personId: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Address.' })
  email: string | null;

  @Field(() => ID, { nullable: true, description: 'The group.' })
  groupId: string | null;

  @Field(() => EnrolmentStateEnum, { description: 'How the learner stands.' })
  state: EnrolmentState;

  @Field(() => [EnrolmentStateEnum], { description: 'Where the learner can go from there.' })
  next: EnrolmentState[];

  @Field(() => Date, { description: 'Since when in that state.' })
  stateSince: Date;

  @Field(() => EnrolmentWayEnum, { description: 'How the learner came in.' })
  way: EnrolmentWay;

  @Field(() => Date, { description: 'When.' })
  enrolledAt: Date;

  @Field(() => Int, { description: 'At how many sessions to come the learner has something else.' })
  clashing: number;

  @Field(() => [String], { description: 'Titles of the courses that come before and that the learner has not completed in this centre.' })
  lacks: string[];

  @Field(() => Int, { description: 'Give it back as expectedVersion.' })
  version: number;
}

@ObjectType('WaitingPerson', { description: 'Somebody who waits for a seat.' })
export class WaitingPersonType {
  @Field(() => ID, { description: 'Who.' })
  personId: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Address.' })
  email: string | null;

  @Field(() => Int, { description: 'Place in the queue, from 1.' })
  position: number;

  @Field(() => Date, { description: 'Since when.' })
  since: Date;

  @Field(() => [String], { description: 'Titles of the courses that come before and that the person has not completed in this centre.' })
  lacks: string[];
}

@ObjectType('WaitingList', { description: 'Who waits for a seat.' })
export class WaitingListType {
  @Field(() => [WaitingPersonType], { description: 'In the order in which they came, the first thousand.' })
  people: WaitingPersonType[];
}

@ObjectType('LackOfPerson', { description: 'What somebody has not completed of the courses that come before.' })
export class LackOfPersonType {
  @Field(() => ID, { description: 'Who.' })
  personId: string;

  @Field(() => [String], { description: 'Titles of the courses.' })
  courses: string[];
}

@ObjectType('LackingPeople', { description: 'Who of those asked about has not completed what comes before.' })
export class LackingPeopleType {
  @Field(() => [LackOfPersonType], { description: 'Those who lack something; who is not in it lacks nothing.' })
  people: LackOfPersonType[];
}

@ObjectType('LearnersEnrolled', { description: 'Who got a place, who waits, and who was in already.' })
export class LearnersEnrolledType {
  @Field(() => [ID], { description: 'Who has a place now.' })
  enrolled: string[];

  @Field(() => [ID], { description: 'Who waits.' })
  waiting: string[];

  @Field(() => [ID], { description: 'Who had a place before.' })
  already: string[];

  @Field(() => [ClashType], { description: 'What some of them have at the time of a session; they were added all the same.' })
  yielded: ClashType[];
}

@ObjectType('EnrolmentChanged', { description: 'A place that changed.' })
export class EnrolmentChangedType {
  @Field(() => ID, { description: 'In which cohort.' })
  cohortId: string;

  @Field(() => ID, { description: 'Whose.' })
  personId: string;

  @Field(() => Int, { description: 'Give it back as expectedVersion.' })
  version: number;
}

@ObjectType('Registration', { description: 'What a learner has after registering.' })
export class RegistrationType {
  @Field(() => ID, { description: 'In which cohort.' })
  cohortId: string;

  @Field(() => String, { description: 'enrolled or waiting.' })
  state: 'enrolled' | 'waiting';

  @Field(() => Int, { description: 'How many people stand before in the queue.' })
  before: number;
}

@ObjectType('PlaceGivenUp', { description: 'The place, or the place in the queue, is free.' })
export class PlaceGivenUpType {
  @Field(() => ID, { description: 'In which cohort.' })
  cohortId: string;
}

export const SeatsTakenType = problemType(SeatsTaken, {
  description: 'No seat is left.',
  texts: {
    fr: 'Il ne reste aucune place sur {capacity}.',
    nl: 'Er is geen enkele van de {capacity} plaatsen meer vrij.',
    de: 'Von {capacity} Plätzen ist keiner mehr frei.',
    en: 'None of the {capacity} seats is left.',
  },
  fields: { capacity: shown(() => Int, 'How many seats there are.') },
});

const refusals = [NotAllowedType, NotFoundType, InvalidInputType] as const;
const seatRefusals = [CohortFullType, SeatsTakenType, ScheduleClashType, OccurrenceOverType] as const;

export const CohortLearnerConnection = connectionType('CohortLearner', () => CohortLearnerType);
export const CohortLearnersResult = resultUnion('CohortLearnersResult', 'Learners, or why not.', CohortLearnerConnection, NotAllowedType, NotFoundType);
export const WaitingListResult = resultUnion('WaitingListResult', 'Who waits, or why not.', WaitingListType, NotAllowedType, NotFoundType);
export const LackingPeopleResult = resultUnion('LackingPeopleResult', 'Who lacks what, or why not.', LackingPeopleType, NotAllowedType, NotFoundType);
export const EnrolLearnersResult = resultUnion('EnrolLearnersResult', 'What became of it.', LearnersEnrolledType, ...refusals, StaleVersionType, CohortStateRefusedType, ...seatRefusals);
export const ChangeEnrolmentResult = resultUnion('ChangeEnrolmentResult', 'What became of it.', EnrolmentChangedType, ...refusals, StaleVersionType, CohortStateRefusedType, EnrolmentStateRefusedType, ...seatRefusals);
export const WaitingListChangeResult = resultUnion('WaitingListChangeResult', 'What became of it.', PlaceGivenUpType, NotAllowedType, NotFoundType, StaleVersionType);
export const RegisterResult = resultUnion('RegisterResult', 'A place, a place in the queue, or why not.', RegistrationType, ...refusals, RegistrationClosedType, PrerequisitesMissingType, ...seatRefusals);
export const LeaveCohortResult = resultUnion('LeaveCohortResult', 'What became of it.', PlaceGivenUpType, NotFoundType, InvalidInputType, CohortStateRefusedType, EnrolmentStateRefusedType, ScheduleClashType, OccurrenceOverType);
