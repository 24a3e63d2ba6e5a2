import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { type AbsenceReason, type Half } from '@app/agendas';
import { LocalDate, NotAllowedType, NotFoundType, resultUnion } from '../graphql/index.js';
import { AbsenceReasonEnum, HalfDayEnum } from './agenda.types.js';

@ObjectType('DeskSession', { description: 'A session that lacks something.' })
export class DeskSessionType {
  @Field(() => ID, { description: 'Which one.' })
  id: string;

  @Field(() => String, { description: 'What people call it.' })
  title: string;

  @Field(() => Date, { description: 'Start.' })
  startsAt: string;

  @Field(() => String, { description: 'Zone of the place.' })
  zone: string;

  @Field(() => LocalDate, { description: 'The day on the wall of the place.' })
  day: string;

  @Field(() => [String], { description: 'What it lacks: trainer, room, attendance.' })
  lacks: readonly string[];
}

@ObjectType('DeskClash', { description: 'Somebody who is expected at two places at once: a learner whom staff moved, or a trainer who had been booked under two names.' })
export class DeskClashType {
  @Field(() => ID, { description: 'In which session.' })
  occurrenceId: string;

  @Field(() => String, { description: 'What people call it.' })
  title: string;

  @Field(() => Date, { description: 'Start.' })
  startsAt: string;

  @Field(() => String, { description: 'Zone of the place.' })
  zone: string;

  @Field(() => LocalDate, { description: 'The day on the wall of the place.' })
  day: string;

  @Field(() => String, { description: 'Who.' })
  personName: string;
}

@ObjectType('MissedSession', { description: 'A session that falls into an absence.' })
export class MissedSessionType {
  @Field(() => ID, { description: 'Which one.' })
  id: string;

  @Field(() => String, { description: 'What people call it.' })
  title: string;

  @Field(() => Date, { description: 'Start.' })
  startsAt: string;

  @Field(() => String, { description: 'Zone of the place.' })
  zone: string;
}

@ObjectType('DeskAbsence', { description: 'An absence about which somebody has to decide.' })
export class DeskAbsenceType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Int, { description: 'Give it back as expectedVersion.' })
  version: number;

  @Field(() => ID, { description: 'Who.' })
  personId: string;

  @Field(() => String, { description: 'Name.' })
  personName: string;

  @Field(() => LocalDate, { description: 'First day.' })
  firstDay: string;

  @Field(() => HalfDayEnum, { description: 'From which half of it.' })
  firstHalf: Half;

  @Field(() => LocalDate, { description: 'Last day.' })
  lastDay: string;

  @Field(() => HalfDayEnum, { description: 'Up to which half of it.' })
  lastHalf: Half;

  @Field(() => AbsenceReasonEnum, { description: 'Why.' })
  reason: AbsenceReason;

  @Field(() => Date, { description: 'When it was announced.' })
  announcedAt: string;

  @Field(() => [MissedSessionType], { description: 'What is missed.' })
  sessions: readonly MissedSessionType[];

  @Field(() => [ID], { description: 'Photos of its proof; each is read from /files/absence-proofs/:id.' })
  proofs: readonly string[];
}

@ObjectType('ShortCohort', { description: 'A cohort below its minimum that nobody has confirmed.' })
export class ShortCohortType {
  @Field(() => ID, { description: 'Which one.' })
  id: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => Int, { description: 'How many learners have a seat.' })
  enrolled: number;

  @Field(() => Int, { description: 'How many it needs.' })
  minimum: number;

  @Field(() => String, { description: 'Zone of its times.' })
  zone: string;

  @Field(() => LocalDate, { description: 'First day.' })
  startsOn: string;

  @Field(() => Date, { nullable: true, description: 'When registration ends, where that is ahead and before the first day.' })
  registrationClosesAt: string | null;

  @Field(() => Boolean, { description: 'Whether its first day has come already.' })
  hasBegun: boolean;
}

@ObjectType('FreeSeats', { description: 'A cohort with free seats while people wait for one.' })
export class FreeSeatsType {
  @Field(() => ID, { description: 'Which one.' })
  id: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => Int, { description: 'How many seats are free.' })
  free: number;

  @Field(() => Int, { description: 'How many people wait.' })
  waiting: number;
}

@ObjectType('CohortsToDecide', { description: 'Cohorts about which somebody has to decide.' })
export class CohortsToDecideType {
  @Field(() => [ShortCohortType], { description: 'Below their minimum, at most four weeks before registration ends or they begin; the most urgent first.' })
  short: readonly ShortCohortType[];

  @Field(() => [FreeSeatsType], { description: 'Free seats beside a waiting list.' })
  seats: readonly FreeSeatsType[];
}

@ObjectType('Desk', { description: 'What needs a decision in an organisation.' })
export class DeskType {
  @Field(() => Date, { description: 'When this was read.' })
  now: string;

  @Field(() => [DeskClashType], { description: 'People at two places at once, in the session that gives way.' })
  clashes: readonly DeskClashType[];

  @Field(() => [DeskSessionType], { description: 'Sessions of the next four weeks without trainer or room.' })
  incomplete: readonly DeskSessionType[];

  @Field(() => [DeskAbsenceType], { description: 'Absences to decide, the oldest first.' })
  absences: readonly DeskAbsenceType[];

  @Field(() => [DeskSessionType], { description: 'Sessions of the last two weeks whose attendance is not complete.' })
  untaken: readonly DeskSessionType[];

  @Field(() => Int, { description: 'Messages that could not be delivered.' })
  failedMessages: number;

  @Field(() => CohortsToDecideType, { description: 'Cohorts with too few learners, or with seats to give.' })
  cohorts: CohortsToDecideType;
}

export const DeskResult = resultUnion('DeskResult', 'The desk, or why it is not shown.', DeskType, NotAllowedType, NotFoundType);
