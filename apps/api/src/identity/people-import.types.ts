import { type ImportField, importFields, ImportNotOpen } from '@app/identity';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { FileRefused, type Language, languages, type Role, roles } from '@app/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength, Min, ValidateNested } from 'class-validator';
import { connectionType, InvalidInputType, NotAllowedType, NotFoundType, problemType, resultUnion, StaleVersionType, shown } from '../graphql/index.js';
import { CohortStateRefusedType } from '../cohorts/cohort.problems.types.js';
import { wordFault } from '../graphql/problems/faults.js';

const FIELDS = importFields.join(', ');

@ObjectType('ColumnChoice', { description: 'Which column of a list holds what.' })
export class ColumnChoiceType {
  @Field(() => String, { description: FIELDS })
  field: ImportField;

  @Field(() => Int, { description: 'The column, from 0.' })
  column: number;
}

@ObjectType('ImportedPlaces', { description: 'Places that a list of people came to.' })
export class ImportedPlacesType {
  @Field(() => Int, { description: 'People who got a place.' })
  enrolled: number;

  @Field(() => Int, { description: 'People who wait, because all seats are taken.' })
  waiting: number;

  @Field(() => Int, { description: 'People who had a place before.' })
  already: number;

  @Field(() => Int, { description: 'How many of the first two have not completed what comes before; they are taken in all the same.' })
  lacking: number;
}

@ObjectType('PeopleImport', { description: 'A list of people that is being taken in.' })
export class PeopleImportType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { description: 'Whose people they are.' })
  organisationId: string;

  @Field(() => String, { description: 'uploaded, waiting, running, done, cancelled or refused.' })
  state: string;

  @Field(() => String, { description: 'Name of the file.' })
  fileName: string;

  @Field(() => [String], { description: 'Headings of its columns.' })
  header: string[];

  @Field(() => String, { nullable: true, description: 'The sheet that is read, where the file is a workbook.' })
  sheet?: string | null;

  @Field(() => [String], { description: 'All visible sheets of the workbook, to choose from; empty for other files.' })
  sheets: string[];

  @Field(() => [ColumnChoiceType], { description: 'How it is read; empty before it is started.' })
  columns: ColumnChoiceType[];

  @Field(() => [String], { description: 'Roles of people whose line names none; empty before it is started.' })
  roles: Role[];

  @Field(() => Boolean, { description: 'Whether new people are asked by mail.' })
  invite: boolean;

  @Field(() => Boolean, { description: 'Whether it is only tried.' })
  dryRun: boolean;

  @Field(() => Int, { nullable: true, description: 'Lines in all; known once the file was checked.' })
  rowsTotal?: number | null;

  @Field(() => Int, { description: 'Lines read so far.' })
  rowsRead: number;

  @Field(() => Int, { description: 'People added.' })
  added: number;

  @Field(() => Int, { description: 'People who were known already; nothing was changed about them.' })
  known: number;

  @Field(() => Int, { description: 'Lines left out because of a fault.' })
  skipped: number;

  @Field(() => ID, { nullable: true, description: 'The cohort that the list leads into.' })
  cohortId?: string | null;

  @Field(() => ImportedPlacesType, { nullable: true, description: 'What became of the people in that cohort, or in a try what would.' })
  places?: ImportedPlacesType | null;

  @Field(() => String, { nullable: true, description: 'Why the file was refused, and how to mend it.' })
  refusal?: string | null;

  @Field(() => Date, { description: 'When it was uploaded.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was over.' })
  finishedAt?: Date | null;
}

@ObjectType('PeopleImportList', { description: 'Imports of an organisation.' })
export class PeopleImportListType {
  @Field(() => [PeopleImportType], { description: 'The last fifty, the newest first.' })
  imports: PeopleImportType[];
}

@ObjectType('ImportFault', { description: 'Something wrong with a line, which was left out for it.' })
export class ImportFaultType {
  @Field(() => Int, { description: 'The line, as an editor or spreadsheet counts.' })
  line: number;

  @Field(() => String, { nullable: true, description: FIELDS })
  field?: string | null;

  @Field(() => String, { nullable: true, description: 'The cell as a spreadsheet names it.' })
  cell?: string | null;

  @Field(() => String, { description: 'Stable name of what is wrong, for programs.' })
  reason: string;

  @Field(() => [String], { description: 'What stands on the line, in the order of the columns; long texts are cut. Empty for lines read before this was kept.' })
  cells: readonly string[];

  @Field(() => String, { description: 'What is wrong and how to mend it, in the language of the person who asks.' })
  message: string;
}

@ObjectType('ImportSampleLine', { description: 'One of the first lines of a list, to look at.' })
export class ImportSampleLineType {
  @Field(() => Int, { description: 'The line, as an editor or spreadsheet counts.' })
  line: number;

  @Field(() => [String], { description: 'Its cells, in the order of the columns.' })
  cells: readonly string[];
}

@ObjectType('UploadedPeople', { description: 'A list that waits for somebody to say which column holds what.' })
export class UploadedPeopleType {
  @Field(() => PeopleImportType, { description: 'The list.' })
  import: PeopleImportType;

  @Field(() => [ColumnChoiceType], { description: 'As chosen before for the same headings, else as guessed from them.' })
  columns: ColumnChoiceType[];

  @Field(() => Boolean, { description: 'Whether the columns were chosen before for the same headings.' })
  remembered: boolean;

  @Field(() => [ImportSampleLineType], { description: 'The first lines.' })
  sample: readonly ImportSampleLineType[];
}

@InputType({ description: 'Which sheet of a workbook holds the list.' })
export class ChooseImportSheetInput {
  @Field(() => ID, { description: 'The list that was uploaded.' })
  @IsUUID()
  importId: string;

  @Field(() => String, { description: 'The sheet, as the workbook names it.' })
  @IsString()
  @MaxLength(100)
  sheet: string;
}

@InputType({ description: 'Which column of a list holds what.' })
export class ColumnChoiceInput {
  @Field(() => String, { description: FIELDS })
  @IsIn(importFields)
  field: ImportField;

  @Field(() => Int, { description: 'The column, from 0.' })
  @IsInt()
  @Min(0)
  column: number;
}

@InputType({ description: 'How a list is to be read.' })
export class StartPeopleImportInput {
  @Field(() => ID, { description: 'The list that was uploaded.' })
  @IsUUID()
  importId: string;

  @Field(() => [ColumnChoiceInput], { description: 'The columns; remembered for the next list with the same headings.' })
  @ArrayMaxSize(importFields.length)
  @ValidateNested({ each: true })
  @Type(() => ColumnChoiceInput)
  columns: ColumnChoiceInput[];

  @Field(() => [String], { description: 'Roles of people whose line names none.' })
  @ArrayMaxSize(6)
  @IsIn(roles, { each: true })
  roles: Role[];

  @Field(() => Boolean, { defaultValue: false, description: 'Ask the new people by mail.' })
  @IsBoolean()
  invite: boolean = false;

  @Field(() => String, { nullable: true, description: 'Language of people whose line names none.' })
  @IsOptional()
  @IsIn(languages)
  language?: Language;

  @Field(() => ID, { nullable: true, description: 'Site of people whose line names none.' })
  @IsOptional()
  @IsUUID()
  siteId?: string;

  @Field(() => ID, { nullable: true, description: 'The cohort in which everybody of the list gets a place, in the order of its lines.' })
  @IsOptional()
  @IsUUID()
  cohortId?: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Only say what would become of each line.' })
  @IsBoolean()
  dryRun: boolean = false;
}

export const ImportNotOpenType = problemType(ImportNotOpen, {
  description: 'The import was started, or is over.',
  texts: {
    fr: 'Cette importation a déjà été lancée. Chargez le fichier à nouveau pour recommencer.',
    nl: 'Deze import is al gestart. Laad het bestand opnieuw op om te herbeginnen.',
    de: 'Dieser Import wurde schon gestartet. Laden Sie die Datei neu hoch, um von vorn zu beginnen.',
    en: 'This import was started already. Upload the file again to start over.',
  },
});

export const FileRefusedType = problemType(FileRefused, {
  description: 'The file as a whole cannot be read; nothing of it was used.',
  texts: { fr: '{why}', nl: '{why}', de: '{why}', en: '{why}' },
  values: (problem, language) => ({ why: wordFault({ field: 'file', reason: problem.reason, values: problem.values }, language) }),
  fields: { reason: shown(() => String, 'What is wrong with the file, as a stable word.') },
});

export const ImportFaultConnection = connectionType('ImportFault', () => ImportFaultType);
export const PeopleImportResult = resultUnion('PeopleImportResult', 'An import, or why not.', PeopleImportType, NotAllowedType, NotFoundType);
export const PeopleImportsResult = resultUnion('PeopleImportsResult', 'Imports, or why not.', PeopleImportListType, NotAllowedType, NotFoundType);
export const ImportFaultsResult = resultUnion('ImportFaultsResult', 'What was wrong, or why not.', ImportFaultConnection, NotAllowedType, NotFoundType);
export const StartPeopleImportResult = resultUnion('StartPeopleImportResult', 'What became of the start.', PeopleImportType, NotAllowedType, NotFoundType, InvalidInputType, ImportNotOpenType, StaleVersionType, CohortStateRefusedType);
export const ChooseImportSheetResult = resultUnion('ChooseImportSheetResult', 'What the sheet seems to hold, or why not.', UploadedPeopleType, NotAllowedType, NotFoundType, ImportNotOpenType, FileRefusedType);
export const CancelPeopleImportResult = resultUnion('CancelPeopleImportResult', 'What became of it.', PeopleImportType, NotAllowedType, NotFoundType, ImportNotOpenType);
