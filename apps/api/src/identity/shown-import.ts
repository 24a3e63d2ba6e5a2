import { type ImportField, type PeopleImport, type UploadedPeople } from '@app/identity';
import { isProblem, type Language, type Problem } from '@app/platform';
import { wordFault } from '../graphql/problems/faults.js';
import { type ColumnChoiceType, type PeopleImportType, type UploadedPeopleType } from './people-import.types.js';

export function columnChoices(mapping: Readonly<Partial<Record<ImportField, number>>>): ColumnChoiceType[] {
  return Object.entries(mapping).map(([field, column]) => ({ field: field as ImportField, column }));
}

/** An import in the words of the person who asks; refusals pass unchanged. */
export function shownImport<P extends Problem>(answer: PeopleImport | P, language: Language): PeopleImportType | P {
  return isProblem(answer) ? answer : inWords(answer, language);
}

function inWords(answer: PeopleImport, language: Language): PeopleImportType {
  const { header, sheets, wishes, refusal } = answer;
  return { ...answer, ...ledInto(answer), header: [...header], sheets: [...sheets], columns: columnChoices(wishes.mapping ?? {}), roles: [...(wishes.roles ?? [])], invite: wishes.invite ?? false, refusal: refusal && wordFault({ field: 'file', ...refusal }, language) };
}

/** What a file seems to hold, for whoever chooses the columns. */
export function shownUpload({ import: list, mapping, remembered, sample }: UploadedPeople, language: Language): UploadedPeopleType {
  return { import: inWords(list, language), columns: columnChoices(mapping), remembered, sample };
}

/** The cohort of a list that leads into one, with what became of its people there. */
function ledInto({ wishes: { target }, arrivals }: PeopleImport): Pick<PeopleImportType, 'cohortId' | 'places'> {
  if (target?.kind !== 'cohort') return { cohortId: null, places: null };
  return { cohortId: target.id, places: { enrolled: 0, waiting: 0, already: 0, lacking: 0, ...arrivals } };
}
