import { type ImportField, type PeopleImport } from '@app/identity';
import { isProblem, type Language, type Problem } from '@app/platform';
import { wordFault } from '../graphql/problems/faults.js';
import { type ColumnChoiceType, type PeopleImportType } from './people-import.types.js';

export function columnChoices(mapping: Readonly<Partial<Record<ImportField, number>>>): ColumnChoiceType[] {
  return Object.entries(mapping).map(([field, column]) => ({ field: field as ImportField, column }));
}

/** An import in the words of the person who asks; refusals pass unchanged. */
export function shownImport<P extends Problem>(answer: PeopleImport | P, language: Language): PeopleImportType | P {
  if (isProblem(answer)) return answer;
  const { header, wishes, refusal } = answer;
  return { ...answer, header: [...header], columns: columnChoices(wishes.mapping ?? {}), roles: [...(wishes.roles ?? [])], invite: wishes.invite ?? false, refusal: refusal && wordFault({ field: 'file', ...refusal }, language) };
}
