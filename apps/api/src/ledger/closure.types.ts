import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type Community } from '@app/ledger';
import { ArrayMaxSize, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { InvalidInputType, LocalDate, NotAllowedType, NotFoundType, resultUnion, StaleVersionType } from '../graphql/index.js';

export const CommunityEnum = { FR: 'fr', NL: 'nl', DE: 'de' } as const;
registerEnumType(CommunityEnum, { name: 'Community', description: 'The French, Flemish and German-speaking Community of Belgium.' });
export const ClosureKindEnum = { CLOSED: 'closed', OPEN: 'open' } as const;
registerEnumType(ClosureKindEnum, { name: 'ClosureKind', description: 'Closed; or open by exception on days on which the calendar would be closed.' });

@ObjectType('Closure', { description: 'Days that were entered in a calendar.' })
export class ClosureType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ClosureKindEnum, { description: 'Closed, or open by exception.' })
  kind: 'closed' | 'open';

  @Field(() => LocalDate, { description: 'First day.' })
  from: string;

  @Field(() => LocalDate, { description: 'Last day, included.' })
  to: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;
}

@ObjectType('ClosedDay', { description: 'A closed day.' })
export class ClosedDayType {
  @Field(() => LocalDate, { description: 'The day.' })
  date: string;

  @Field(() => String, { description: 'What it is.' })
  name: string;
}

@ObjectType('ClosureCalendar', { description: 'Closed days that sites follow.' })
export class ClosureCalendarType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => Boolean, { description: 'Closed on the public holidays of Belgium, computed for every year.' })
  publicHolidays: boolean;

  @Field(() => CommunityEnum, { nullable: true, description: 'Closed on the day of this Community too.' })
  community: Community | null;

  @Field(() => [ID], { description: 'Sites that follow it.' })
  siteIds: readonly string[];

  @Field(() => Int, { description: 'Give it back as expectedVersion.' })
  version: number;

  @Field(() => Int, { description: 'The year that was asked for.' })
  year: number;

  @Field(() => [ClosureType], { description: 'What was entered or loaded for that year.' })
  days: readonly ClosureType[];

  @Field(() => [ClosedDayType], { description: 'Every closed day of that year, computed holidays included.' })
  closed: readonly ClosedDayType[];
}

@InputType({ description: 'A new closure calendar.' })
export class CreateClosureCalendarInput {
  @Field(() => ID, { description: 'Whose.' })
  @IsUUID()
  organisationId: string;

  @Field(() => String, { description: 'Its name.' })
  @MaxLength(300)
  name: string;

  @Field(() => Boolean, { defaultValue: true, description: 'Closed on the public holidays of Belgium.' })
  @IsBoolean()
  publicHolidays: boolean;

  @Field(() => CommunityEnum, { nullable: true, description: 'Closed on the day of this Community too.' })
  @IsOptional()
  @IsIn(Object.values(CommunityEnum))
  community?: Community | null;

  @Field(() => [ID], { defaultValue: [], description: 'Sites that follow it.' })
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(200)
  siteIds: string[];
}

@InputType({ description: 'What is to become different; what is left out stays.' })
export class UpdateClosureCalendarInput {
  @Field(() => ID, { description: 'Which calendar.' })
  @IsUUID()
  calendarId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  @IsOptional()
  @MaxLength(300)
  name?: string;

  @Field(() => Boolean, { nullable: true, description: 'Closed on the public holidays of Belgium.' })
  @IsOptional()
  @IsBoolean()
  publicHolidays?: boolean;

  @Field(() => CommunityEnum, { nullable: true, description: 'Closed on the day of this Community too; null: of none.' })
  @IsOptional()
  @IsIn(Object.values(CommunityEnum))
  community?: Community | null;

  @Field(() => [ID], { nullable: true, description: 'The whole new list of sites that follow it.' })
  @IsOptional()
  @IsUUID(undefined, { each: true })
  @ArrayMaxSize(200)
  siteIds?: string[];
}

@InputType({ description: 'A calendar.' })
export class CalendarRefInput {
  @Field(() => ID, { description: 'Which calendar.' })
  @IsUUID()
  calendarId: string;

  @Field(() => Int, { description: 'The version that was read.' })
  @IsInt()
  expectedVersion: number;
}

@InputType({ description: 'Days to close, or to open by exception.' })
export class AddClosureInput {
  @Field(() => ID, { description: 'In which calendar.' })
  @IsUUID()
  calendarId: string;

  @Field(() => ClosureKindEnum, { defaultValue: 'closed', description: 'Closed, or open by exception.' })
  @IsIn(Object.values(ClosureKindEnum))
  kind: 'closed' | 'open';

  @Field(() => LocalDate, { description: 'First day.' })
  @IsString()
  from: string;

  @Field(() => LocalDate, { description: 'Last day, included.' })
  @IsString()
  to: string;

  @Field(() => String, { description: 'Its name.' })
  @MaxLength(300)
  name: string;
}

@InputType({ description: 'A closure that is taken out.' })
export class RemoveClosureInput {
  @Field(() => ID, { description: 'Of which calendar.' })
  @IsUUID()
  calendarId: string;

  @Field(() => ID, { description: 'Which closure.' })
  @IsUUID()
  closureId: string;
}

@InputType({ description: 'A file with closed days.' })
export class ImportClosuresInput {
  @Field(() => ID, { description: 'Into which calendar.' })
  @IsUUID()
  calendarId: string;

  @Field(() => String, { description: 'The text of the file: a calendar (ICS) or a table (CSV) with the columns start, end and name.' })
  @MaxLength(1_000_001)
  content: string;
}

@ObjectType('ClosureHit', { description: 'A booking on a day that is closed now: to be moved or cancelled.' })
export class ClosureHitType {
  @Field(() => ID, { description: 'At which site.' })
  siteId: string;

  @Field(() => String, { description: 'Name of the site.' })
  siteName: string;

  @Field(() => String, { description: 'Zone of the site.' })
  zone: string;

  @Field(() => Date, { description: 'From.' })
  from: Date;

  @Field(() => Date, { description: 'Until.' })
  to: Date;

  @Field(() => String, { nullable: true, description: 'Its title, where the person may read it.' })
  title: string | null;

  @Field(() => ID, { nullable: true, description: 'The booking.' })
  occurrenceId: string | null;

  @Field(() => String, { description: 'Name of the closure.' })
  closure: string;
}

@ObjectType('ClosureCalendarChanged', { description: 'The calendar was changed.' })
export class ClosureCalendarChangedType {
  @Field(() => ID, { description: 'Which calendar.' })
  calendarId: string;

  @Field(() => Int, { description: 'Its new version.' })
  version: number;

  @Field(() => [ClosureHitType], { description: 'Bookings on days that are closed now.' })
  hits: readonly ClosureHitType[];
}

@ObjectType('SkippedEntry', { description: 'A line or entry that could not be taken.' })
export class SkippedEntryType {
  @Field(() => String, { description: 'Number of the line, or title of the entry.' })
  where: string;

  @Field(() => String, { description: 'Stable name of what is wrong, for programs.' })
  reason: string;
}

@ObjectType('ClosuresImported', { description: 'What was loaded from the file.' })
export class ClosuresImportedType extends ClosureCalendarChangedType {
  @Field(() => Int, { description: 'New closures.' })
  added: number;

  @Field(() => Int, { description: 'Closures that were known and are different now.' })
  changed: number;

  @Field(() => Int, { description: 'Closures that were known already.' })
  unchanged: number;

  @Field(() => [SkippedEntryType], { description: 'What could not be taken.' })
  skipped: readonly SkippedEntryType[];
}

@ObjectType('ClosureCalendarArchived', { description: 'Its days are open again.' })
export class ClosureCalendarArchivedType {
  @Field(() => ID, { description: 'Which calendar.' })
  calendarId: string;
}

const refusals = [NotAllowedType, NotFoundType, StaleVersionType, InvalidInputType] as const;
export const ClosureCalendarResult = resultUnion('ClosureCalendarResult', 'The new version, or why nothing changed.', ClosureCalendarChangedType, ...refusals);
export const ImportClosuresResult = resultUnion('ImportClosuresResult', 'What was loaded, or why nothing was.', ClosuresImportedType, ...refusals);
export const ArchiveClosureCalendarResult = resultUnion('ArchiveClosureCalendarResult', 'Whether it was taken out.', ClosureCalendarArchivedType, NotAllowedType, NotFoundType, StaleVersionType);
