import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type AbsenceReason, type AbsenceState, AttendanceClosed, type AttendanceStatus, attendanceStatuses, type MarkConflict } from '@app/agendas';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsIn, IsInt, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { InvalidInputType, LocalDate, NotAllowedType, NotFoundType, problemType, resultUnion, shown } from '../graphql/index.js';
import { AbsenceReasonEnum, AbsenceStateEnum, AgendaItemType, OccurrenceStateEnum } from './agenda.types.js';

export const AttendanceStatusEnum = Object.fromEntries(attendanceStatuses.map((status) => [status.toUpperCase(), status]));
export const AttendanceConflictReasonEnum = { MARKED_MEANWHILE: 'marked-meanwhile', NOT_EXPECTED: 'not-expected' } as const;
registerEnumType(AttendanceConflictReasonEnum, { name: 'AttendanceConflictReason', description: 'Why a mark that waited was not written.' });
registerEnumType(AttendanceStatusEnum, { name: 'AttendanceStatus', description: 'Whether somebody was there.' });

@ObjectType('TaughtItem', { description: 'Something that the person gives, with how far its attendance is.' })
export class TaughtItemType extends AgendaItemType {
  @Field(() => Int, { description: 'How many learners are expected.' })
  expected: number;

  @Field(() => Int, { description: 'How many of them said that they cannot come.' })
  announced: number;

  @Field(() => Int, { description: 'About how many attendance is complete.' })
  marked: number;
}

@ObjectType('LearnerToSee', { description: 'A learner who was absent at least twice in the last thirty days.' })
export class LearnerToSeeType {
  @Field(() => ID, { description: 'Who.' })
  personId: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => Int, { description: 'How often absent.' })
  missed: number;

  @Field(() => Date, { description: 'The last time.' })
  lastAt: string;

  @Field(() => String, { nullable: true, description: 'What was missed the last time.' })
  lastTitle: string | null;
}

@ObjectType('TrainerDay', { description: 'The first screen of a trainer.' })
export class TrainerDayType {
  @Field(() => Date, { description: 'When this was read.' })
  now: string;

  @Field(() => [TaughtItemType], { description: 'What the person gives, from eight days ago to eight days ahead.' })
  items: readonly TaughtItemType[];

  @Field(() => [LearnerToSeeType], { description: 'Who needs a word.' })
  worries: readonly LearnerToSeeType[];
}

@ObjectType('CorrectedMark', { description: 'What was said before and corrected.' })
export class CorrectedMarkType {
  @Field(() => ID, { description: 'Its id, to say later what was seen.' })
  id: string;

  @Field(() => AttendanceStatusEnum, { description: 'What was said.' })
  status: AttendanceStatus;

  @Field(() => Date, { description: 'When.' })
  recordedAt: string;

  @Field(() => String, { nullable: true, description: 'By whom.' })
  recordedBy: string | null;
}

@ObjectType('AttendanceMark', { description: 'What stands about somebody in one unit of a session.' })
export class AttendanceMarkType extends CorrectedMarkType {
  @Field(() => Int, { description: 'Which half-day of the session, 1 being the first.' })
  unit: number;

  @Field(() => Int, { nullable: true, description: 'Minutes late, where somebody said it.' })
  minutesLate: number | null;

  @Field(() => [CorrectedMarkType], { description: 'What it corrects, the oldest first.' })
  corrected: readonly CorrectedMarkType[];
}

@ObjectType('AbsenceOnSheet', { description: 'An absence that was announced for the time of the session.' })
export class AbsenceOnSheetType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => AbsenceReasonEnum, { description: 'Why.' })
  reason: AbsenceReason;

  @Field(() => AbsenceStateEnum, { description: 'What became of it.' })
  state: AbsenceState;
}

@ObjectType('ExpectedPerson', { description: 'A learner who is expected.' })
export class ExpectedPersonType {
  @Field(() => ID, { description: 'Who.' })
  personId: string;

  @Field(() => String, { description: 'Given name.' })
  givenName: string;

  @Field(() => String, { description: 'Family name.' })
  familyName: string;

  @Field(() => AbsenceOnSheetType, { nullable: true, description: 'Where one was announced.' })
  absence: AbsenceOnSheetType | null;

  @Field(() => [AttendanceMarkType], { description: 'What stands, one for each unit about which something was said.' })
  marks: readonly AttendanceMarkType[];
}

@ObjectType('StaffOfSession', { description: 'Somebody who gives or attends a session as staff.' })
export class StaffOfSessionType {
  @Field(() => ID, { description: 'Who.' })
  personId: string;

  @Field(() => String, { description: 'Name.' })
  name: string;
}

@ObjectType('SessionSheet', { description: 'A session with all who are expected.' })
export class SessionSheetType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { description: 'Whose it is.' })
  organisationId: string;

  @Field(() => String, { description: 'What it is.' })
  kind: string;

  @Field(() => OccurrenceStateEnum, { description: 'Whether it takes place.' })
  state: string;

  @Field(() => Int, { description: 'Rises with every change.' })
  version: number;

  @Field(() => Date, { description: 'Start.' })
  startsAt: string;

  @Field(() => Date, { description: 'End.' })
  endsAt: string;

  @Field(() => String, { description: 'Zone of the place.' })
  zone: string;

  @Field(() => LocalDate, { description: 'The day on the wall of the place.' })
  day: string;

  @Field(() => String, { description: 'What people call it.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Where, in the words of who planned it.' })
  place: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the meeting on the web.' })
  link: string | null;

  @Field(() => String, { nullable: true, description: 'What to bring.' })
  bring: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the site.' })
  siteName: string | null;

  @Field(() => String, { nullable: true, description: 'Names of the rooms.' })
  rooms: string | null;

  @Field(() => [StaffOfSessionType], { description: 'Who gives it.' })
  staff: readonly StaffOfSessionType[];

  @Field(() => [ExpectedPersonType], { description: 'Learners, by name.' })
  people: readonly ExpectedPersonType[];

  @Field(() => Int, { description: 'In how many units attendance is taken.' })
  units: number;

  @Field(() => Date, { description: 'When this was read.' })
  now: string;
}

@InputType({ description: 'Whether somebody was there.' })
export class MarkInput {
  @Field(() => ID, { description: 'Who.' })
  @IsUUID()
  personId: string;

  @Field(() => Int, { defaultValue: 1, description: 'Which unit of the session.' })
  @IsInt()
  unit: number = 1;

  @Field(() => AttendanceStatusEnum, { description: 'Present, late, excused or absent.' })
  @IsIn(attendanceStatuses)
  status: AttendanceStatus;

  @Field(() => Int, { nullable: true, description: 'Minutes, for who was late.' })
  @IsOptional()
  @IsInt()
  minutesLate?: number | null;

  @Field(() => ID, { nullable: true, description: 'With keepUnseen: the mark that stood on the screen; left out where nothing was said yet.' })
  @IsOptional()
  @IsUUID()
  seen?: string | null;
}

@InputType({ description: 'Attendance of a session. What stood before otherwise is kept as corrected.' })
export class MarkAttendanceInput {
  @Field(() => ID, { description: 'Which session.' })
  @IsUUID()
  occurrenceId: string;

  @Field(() => [MarkInput], { description: 'At most 500.' })
  @ValidateNested({ each: true })
  @Type(() => MarkInput)
  @ArrayMaxSize(500)
  marks: MarkInput[];

  @Field(() => Boolean, { defaultValue: false, description: 'For marks that waited for a connection: what the sender had not seen stays, and is answered as a conflict.' })
  @IsBoolean()
  keepUnseen: boolean = false;
}

@ObjectType('StandingMark', { description: 'What stands about somebody now.' })
export class StandingMarkType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { description: 'About whom.' })
  personId: string;

  @Field(() => Int, { description: 'Which half-day of the session, 1 being the first.' })
  unit: number;

  @Field(() => AttendanceStatusEnum, { description: 'What was said.' })
  status: AttendanceStatus;

  @Field(() => Date, { description: 'When.' })
  recordedAt: Date;

  @Field(() => String, { nullable: true, description: 'By whom.' })
  recordedBy: string | null;
}

@ObjectType('AttendanceConflict', { description: 'A mark that was not written, because its sender had not seen what stands.' })
export class AttendanceConflictType {
  @Field(() => ID, { description: 'About whom.' })
  personId: string;

  @Field(() => Int, { description: 'Which half-day of the session, 1 being the first.' })
  unit: number;

  @Field(() => AttendanceStatusEnum, { description: 'What was to be written.' })
  status: AttendanceStatus;

  @Field(() => AttendanceConflictReasonEnum, { description: 'Why it was not.' })
  reason: MarkConflict['reason'];

  @Field(() => StandingMarkType, { nullable: true, description: 'What stands; nothing where the person is not expected any more.' })
  standing: StandingMarkType | null;
}

@ObjectType('AttendanceMarked', { description: 'Attendance as it was taken.' })
export class AttendanceMarkedType {
  @Field(() => ID, { description: 'Of which session.' })
  occurrenceId: string;

  @Field(() => Int, { description: 'How many marks were new or corrections; 0 where all stood already.' })
  appended: number;

  @Field(() => [AttendanceConflictType], { description: 'What was not written; only with keepUnseen.' })
  conflicts: readonly AttendanceConflictType[];

  @Field(() => [StandingMarkType], { description: 'What stands now about those who were named.' })
  standing: readonly StandingMarkType[];
}

export const AttendanceClosedType = problemType(AttendanceClosed, {
  description: 'The session is still to come, or it was cancelled.',
  texts: {
    fr: '{state, select, cancelled {Cette séance est annulée : il n’y a pas de présences à prendre.} other {Les présences se prennent à partir d’une heure avant le début : le {startsAt, date, full} à {startsAt, time, short}.}}',
    nl: '{state, select, cancelled {Deze sessie is geannuleerd: er zijn geen aanwezigheden te noteren.} other {Aanwezigheden noteert u vanaf een uur voor het begin: {startsAt, date, full} om {startsAt, time, short}.}}',
    de: '{state, select, cancelled {Dieser Kurstermin ist abgesagt: es gibt keine Anwesenheit zu erfassen.} other {Die Anwesenheit wird ab einer Stunde vor Beginn erfasst: {startsAt, date, full} um {startsAt, time, short} Uhr.}}',
    en: '{state, select, cancelled {This session is cancelled: there is no attendance to take.} other {Attendance opens an hour before the start: {startsAt, date, full} at {startsAt, time, short}.}}',
  },
  zone: (problem) => problem.zone,
  fields: { startsAt: shown(() => Date, 'When the session begins.') },
});

export const SessionSheetResult = resultUnion('SessionSheetResult', 'The session, or why it is not shown.', SessionSheetType, NotFoundType);
export const MarkAttendanceResult = resultUnion('MarkAttendanceResult', 'What was written, or why not.', AttendanceMarkedType, NotAllowedType, NotFoundType, AttendanceClosedType, InvalidInputType);
