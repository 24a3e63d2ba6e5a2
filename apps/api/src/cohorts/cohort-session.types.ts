import { type SessionChangeKind, type SessionKind } from '@app/cohorts';
import { type OccurrenceState } from '@app/ledger';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { OccurrenceStateEnum } from '../agendas/agenda.types.js';
import { InvalidInputType, LocalDate, LocalTime, NotAllowedType, NotFoundType, resultUnion, StaleVersionType } from '../graphql/index.js';
import { ClashType, HoldExpiredType, OccurrenceOverType, ResourceKindEnum, ScheduleClashType } from '../ledger/clash.types.js';
import { SkippedDateType } from '../ledger/booking-series.types.js';
import { DateOfSeries } from '../ledger/series-date.types.js';
import { SessionChangeKindEnum, SessionKindEnum } from './cohort.enums.js';
import { CannotUndoType, CohortStateRefusedType } from './cohort.problems.types.js';
import { CohortTrainerType } from './cohort.types.js';

@ObjectType('SessionThing', { description: 'A room or piece of equipment that a session takes.' })
export class SessionThingType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => ResourceKindEnum, { description: 'Room or equipment.' })
  kind: 'room' | 'equipment';
}

@ObjectType('CohortSession', { description: 'A session of a cohort, as who plans it sees it.' })
export class CohortSessionType {
  @Field(() => ID, { description: 'Its id, also in agendas.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'The series that it was planned with.' })
  seriesId: string | null;

  @Field(() => ID, { nullable: true, description: 'Only for this group.' })
  groupId: string | null;

  @Field(() => SessionKindEnum, { description: 'What sort of meeting it is.' })
  kind: SessionKind;

  @Field(() => String, { description: 'What people read.' })
  title: string;

  @Field(() => OccurrenceStateEnum, { description: 'Planned, cancelled or over.' })
  state: OccurrenceState;

  @Field(() => Date, { description: 'From.' })
  startsAt: Date;

  @Field(() => Date, { description: 'Until.' })
  endsAt: Date;

  @Field(() => LocalDate, { description: 'Day on the wall of its place.' })
  localDate: string;

  @Field(() => LocalTime, { description: 'Start on the wall of its place.' })
  localTime: string;

  @Field(() => String, { description: 'Zone of that wall.' })
  zone: string;

  @Field(() => String, { nullable: true, description: 'Where.' })
  place: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the online meeting.' })
  link: string | null;

  @Field(() => String, { nullable: true, description: 'What to bring.' })
  bring: string | null;

  @Field(() => Boolean, { description: 'It was moved by itself: changes of its series leave it alone.' })
  movedByHand: boolean;

  @Field(() => Boolean, { description: 'It has begun: nothing of it can be changed.' })
  hasBegun: boolean;

  @Field(() => Int, { description: 'How many of its series follow and would go along.' })
  following: number;

  @Field(() => [CohortTrainerType], { description: 'Who gives it.' })
  trainers: CohortTrainerType[];

  @Field(() => [SessionThingType], { description: 'What it takes.' })
  things: SessionThingType[];

  @Field(() => Int, { description: 'How many learners are expected.' })
  learners: number;

  @Field(() => Int, { description: 'How many of them have something else at that time.' })
  clashing: number;

  @Field(() => Int, { description: 'Give it back as expectedVersion.' })
  version: number;
}

@ObjectType('ChangedSession', { description: 'A session in a line of history.' })
export class ChangedSessionType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'Its title.' })
  title: string;

  @Field(() => Date, { description: 'When it started before that change.' })
  startedAt: Date;

  @Field(() => Date, { description: 'When it starts now.' })
  startsAt: Date;

  @Field(() => String, { description: 'Zone of its place.' })
  zone: string;
}

@ObjectType('SessionChange', { description: 'What somebody did to sessions of a cohort.' })
export class SessionChangeType {
  @Field(() => ID, { description: 'Give it to undoSessionChange.' })
  id: string;

  @Field(() => SessionChangeKindEnum, { description: 'What was done.' })
  kind: SessionChangeKind;

  @Field(() => Boolean, { description: 'To one and all that follow.' })
  following: boolean;

  @Field(() => Date, { description: 'When.' })
  at: Date;

  @Field(() => String, { nullable: true, description: 'By whom.' })
  byName: string | null;

  @Field(() => Date, { nullable: true, description: 'Set where it was taken back.' })
  undoneAt: Date | null;

  @Field(() => [ChangedSessionType], { description: 'To which sessions.' })
  sessions: ChangedSessionType[];
}

@ObjectType('CohortSessions', { description: 'All sessions of a cohort with what became of them.' })
export class CohortSessionsType {
  @Field(() => [CohortSessionType], { description: 'In order of time, cancelled ones too.' })
  sessions: CohortSessionType[];

  @Field(() => [SessionChangeType], { description: 'The last fifty changes, the newest first.' })
  history: SessionChangeType[];
}

@ObjectType('SeriesDate', { description: 'A date that a series would have.' })
export class SeriesDateType extends DateOfSeries {
  @Field(() => String, { description: 'What people would read.' })
  title: string;

  @Field(() => [ClashType], { description: 'Learners who have something else then; they are added all the same.' })
  yielded: ClashType[];
}

@ObjectType('SeriesPreview', { description: 'What a series would be; nothing is taken.' })
export class SeriesPreviewType {
  @Field(() => [SeriesDateType], { description: 'Its dates.' })
  dates: SeriesDateType[];

  @Field(() => [SkippedDateType], { description: 'Days left out.' })
  skipped: SkippedDateType[];

  @Field(() => Int, { description: 'How many learners would be expected.' })
  learners: number;

  @Field(() => Int, { nullable: true, description: 'Seats of the room, where somebody counted them.' })
  roomSeats: number | null;
}

@ObjectType('SeriesMade', { description: 'A series that was planned.' })
export class SeriesMadeType {
  @Field(() => ID, { description: 'Its id.' })
  seriesId: string;

  @Field(() => [ID], { description: 'Its sessions in order of time.' })
  occurrenceIds: string[];

  @Field(() => [ClashType], { description: 'Learners who have something else then; they were added all the same.' })
  yielded: ClashType[];
}

@ObjectType('SessionsChanged', { description: 'What was done, and how to take it back.' })
export class SessionsChangedType {
  @Field(() => ID, { nullable: true, description: 'Give it to undoSessionChange; empty after an undo.' })
  changeId: string | null;

  @Field(() => Int, { description: 'How many sessions it concerned.' })
  count: number;

  @Field(() => [ClashType], { description: 'Learners who have something else then.' })
  yielded: ClashType[];
}

const refusals = [NotAllowedType, NotFoundType, InvalidInputType, CohortStateRefusedType, ScheduleClashType, StaleVersionType] as const;
const editRefusals = [...refusals, HoldExpiredType, OccurrenceOverType] as const;

export const CohortSessionsResult = resultUnion('CohortSessionsResult', 'Sessions, or why not.', CohortSessionsType, NotFoundType);
export const PreviewSeriesResult = resultUnion('PreviewSeriesResult', 'A preview, or what is wrong with the rule.', SeriesPreviewType, NotAllowedType, NotFoundType, InvalidInputType, CohortStateRefusedType, StaleVersionType);
export const CreateSeriesResult = resultUnion('CreateSeriesResult', 'The series, or every clash of it.', SeriesMadeType, ...refusals);
export const ChangeSessionsResult = resultUnion('ChangeSessionsResult', 'What became of it.', SessionsChangedType, ...editRefusals);
export const UndoSessionChangeResult = resultUnion('UndoSessionChangeResult', 'What became of it.', SessionsChangedType, ...editRefusals, CannotUndoType);
