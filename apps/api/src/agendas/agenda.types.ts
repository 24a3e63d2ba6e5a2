import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type AbsenceReason, absenceReasons, type AbsenceState, absenceStates, type Half, halves } from '@app/agendas';
import { IsOptional, IsString } from 'class-validator';
import { LocalDate, PageArgs, PageInfo } from '../graphql/index.js';

const shouted = <T extends string>(words: readonly T[]): Record<string, T> => Object.fromEntries(words.map((word) => [word.toUpperCase().replaceAll('-', '_'), word]));

export const AbsenceReasonEnum = shouted(absenceReasons);
registerEnumType(AbsenceReasonEnum, { name: 'AbsenceReason', description: 'Why somebody cannot come, in one word: nobody is asked for a diagnosis.' });
export const AbsenceStateEnum = shouted(absenceStates);
registerEnumType(AbsenceStateEnum, { name: 'AbsenceState', description: 'What became of an announced absence.' });
export const HalfDayEnum = shouted(halves);
registerEnumType(HalfDayEnum, { name: 'HalfDay', description: 'The morning ends at 12:30.' });
export const OccurrenceStateEnum = shouted(['tentative', 'planned', 'done', 'cancelled'] as const);
registerEnumType(OccurrenceStateEnum, { name: 'AgendaState', description: 'On hold, planned, held or cancelled.' });
export const AgendaNewsEnum = shouted(['new', 'moved', 'cancelled', 'back'] as const);
registerEnumType(AgendaNewsEnum, { name: 'AgendaNews', description: 'What happened to something in the agenda: planned, moved, cancelled, or cancelled and brought back.' });

@ObjectType('AgendaItem', { description: 'One thing in the agenda of the person who asks.' })
export class AgendaItemType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { description: 'Whose it is.' })
  organisationId: string;

  @Field(() => String, { description: 'What it is: session, coaching, booking.' })
  kind: string;

  @Field(() => OccurrenceStateEnum, { description: 'Whether it takes place.' })
  state: string;

  @Field(() => String, { description: 'As what the person is there: learner, trainer.' })
  part: string;

  @Field(() => Date, { description: 'Start.' })
  startsAt: string;

  @Field(() => Date, { description: 'End.' })
  endsAt: string;

  @Field(() => String, { description: 'Zone of the place, in which the times are shown.' })
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

  @Field(() => String, { nullable: true, description: 'Street and town of the site.' })
  address: string | null;

  @Field(() => String, { nullable: true, description: 'How to get there.' })
  directions: string | null;

  @Field(() => String, { nullable: true, description: 'Names of the rooms.' })
  rooms: string | null;

  @Field(() => String, { nullable: true, description: 'Who gives it.' })
  staff: string | null;

  @Field(() => AbsenceStateEnum, { nullable: true, description: 'What became of an absence that the person announced for this time.' })
  absence: AbsenceState | null;

  @Field(() => ID, { description: 'The same for all that belongs together, for colours.' })
  tint: string;

  @Field(() => Int, { description: 'Rises with every change.' })
  version: number;
}

@ObjectType('AgendaEdge', { description: 'One place in an agenda.' })
export class AgendaEdge {
  @Field(() => String, { description: 'Where the agenda can be read on from.' })
  cursor: string;

  @Field(() => AgendaItemType, { description: 'What stands there.' })
  node: AgendaItemType;
}

@ObjectType('AgendaConnection', { description: 'A page of an agenda, in the order of time.' })
export class AgendaConnection {
  @Field(() => [AgendaEdge], { description: 'The page with a cursor for each place.' })
  edges: readonly AgendaEdge[];

  @Field(() => [AgendaItemType], { description: 'The page without cursors.' })
  nodes: readonly AgendaItemType[];

  @Field(() => PageInfo, { description: 'Whether and where the agenda goes on.' })
  pageInfo: PageInfo;

  @Field(() => Date, { description: 'When this was read: shown with copies that are kept offline.' })
  now: string;
}

@ObjectType('AgendaChange', { description: 'Something that changed in the agenda since the person last looked.' })
export class AgendaChangeType {
  @Field(() => ID, { description: 'What changed.' })
  id: string;

  @Field(() => AgendaNewsEnum, { description: 'What happened.' })
  kind: string;

  @Field(() => String, { description: 'What people call it.' })
  title: string;

  @Field(() => Date, { description: 'When it takes place, or would have.' })
  startsAt: string;

  @Field(() => Date, { description: 'When it ends.' })
  endsAt: string;

  @Field(() => String, { description: 'Zone of the place.' })
  zone: string;

  @Field(() => Date, { nullable: true, description: 'The start that was known before.' })
  before: string | null;

  @Field(() => String, { nullable: true, description: 'Why, where somebody said it: trainer-away, room-away, closure, weather, strike, request, other.' })
  why: string | null;

  @Field(() => Date, { description: 'When it changed.' })
  at: string;
}

@ObjectType('AnnouncedAbsence', { description: 'Half-days on which somebody said not to come.' })
export class AnnouncedAbsenceType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { description: 'Told to which organisation.' })
  organisationId: string;

  @Field(() => LocalDate, { description: 'First day.' })
  firstDay: string;

  @Field(() => HalfDayEnum, { description: 'From which half of the first day.' })
  firstHalf: Half;

  @Field(() => LocalDate, { description: 'Last day.' })
  lastDay: string;

  @Field(() => HalfDayEnum, { description: 'Up to which half of the last day, that half included.' })
  lastHalf: Half;

  @Field(() => AbsenceReasonEnum, { description: 'Why.' })
  reason: AbsenceReason;

  @Field(() => AbsenceStateEnum, { description: 'To justify until a coordinator decides.' })
  state: AbsenceState;

  @Field(() => Int, { description: 'Give it back as expectedVersion.' })
  version: number;
}

@ObjectType('MyAbsence', { description: 'An absence as the person sees it who announced it.' })
export class MyAbsenceType extends AnnouncedAbsenceType {
  @Field(() => [ID], { description: 'Photos of its proof; each is read from /files/absence-proofs/:id.' })
  proofs: readonly string[];
}

@ObjectType('MyDay', { description: 'What a person wants to know first: what comes next, what changed, which absences are open.' })
export class MyDayType {
  @Field(() => Date, { description: 'When this was read.' })
  now: string;

  @Field(() => Date, { description: 'Since when changes are told.' })
  since: string;

  @Field(() => [AgendaItemType], { description: 'From yesterday to three weeks ahead, at most 40.' })
  items: readonly AgendaItemType[];

  @Field(() => [AgendaChangeType], { description: 'News about what is to come.' })
  changes: readonly AgendaChangeType[];

  @Field(() => [MyAbsenceType], { description: 'Announced absences of these weeks.' })
  absences: readonly MyAbsenceType[];
}

@ArgsType()
export class AgendaArgs extends PageArgs {
  @Field(() => LocalDate, { nullable: true, description: 'From this day on.' })
  @IsOptional()
  @IsString()
  from?: string;

  @Field(() => LocalDate, { nullable: true, description: 'Up to this day, the day included.' })
  @IsOptional()
  @IsString()
  until?: string;
}
