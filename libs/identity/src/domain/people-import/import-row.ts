import { type Fault, type Language, type Role, type TableRow, unneutralised } from '@app/platform';
import { profileFaults, tidyProfile } from '../profile.js';
import { type ImportField } from './import-fields.js';
import { languageNamed, roleNamed } from './import-words.js';
import { type LineIndex } from './line-index.js';
import { type ImportWishes, type LineFault } from './people-import.js';

/** A row that can become a person. */
export interface ImportedPerson {
  readonly line: number;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly reference: string | null;
  readonly language: Language | null;
  readonly siteId: string | null;
  readonly roles: readonly Role[];
}

/** What rows are read with. */
export interface ImportContext {
  readonly wishes: ImportWishes;
  /** Standing sites by folded name. */
  readonly sites: ReadonlyMap<string, string>;
  readonly foldSite: (name: string) => string;
  readonly seen: LineIndex;
}

export const isFaulty = (read: ImportedPerson | readonly LineFault[]): read is readonly LineFault[] => Array.isArray(read);

/** The person of a row, or everything that is wrong with it. */
export function readRow(row: TableRow, context: ImportContext): ImportedPerson | readonly LineFault[] {
  const { line } = row;
  if (row.fault) return [{ line, ...row.fault }];
  const cell = (field: ImportField): string => {
    const column = context.wishes.mapping[field];
    return column === undefined ? '' : unneutralised(row.cells[column] ?? '');
  };
  const words = readWords(cell, context);
  const profile: Contact = { ...names(cell), email: cell('email'), phone: cell('phone'), reference: cell('reference') };
  const faults = [...profileFaults(profile), ...words.faults];
  if (faults.length > 0) return faults.map((fault) => ({ line, ...fault }));
  const { language, siteId, roles } = words;
  const person = { line, ...tidyProfile(profile), language, siteId, roles };
  const first = firstLine(person, context.seen);
  return first === undefined ? person : [{ line, reason: 'row.repeated', values: { first } }];
}

type Contact = Pick<ImportedPerson, 'givenName' | 'familyName' | 'email' | 'phone' | 'reference'>;

function names(cell: (field: ImportField) => string): { givenName: string; familyName: string } {
  if (cell('givenName').trim() || !cell('name').trim()) return { givenName: cell('givenName'), familyName: cell('familyName') };
  return splitName(cell('name'));
}

/** "Démo, Zoé" and "Zoé van der Démo": the comma says where the family name ends, else the first word is the given name. */
export function splitName(name: string): { givenName: string; familyName: string } {
  const [family, given] = name.split(',');
  if (family !== undefined && given !== undefined) return { givenName: given, familyName: family };
  const [, first = '', rest = ''] = /^\s*(\S+)\s*([^]*)$/.exec(name) ?? [];
  return { givenName: first, familyName: rest };
}

interface Words {
  readonly language: Language | null;
  readonly siteId: string | null;
  readonly roles: readonly Role[];
  readonly faults: readonly Fault[];
}

/** What a cell names, what counts where it is blank, and a fault where it names nothing that we know. */
function meaning<T>(field: string, word: string, named: (word: string) => T | undefined, otherwise?: T): { value?: T; faults: readonly Fault[] } {
  if (word.trim() === '') return { value: otherwise, faults: [] };
  const value = named(word.trim());
  return { value, faults: value === undefined ? [{ field, reason: `${field}.not-understood` }] : [] };
}

function readWords(cell: (field: ImportField) => string, { wishes, sites, foldSite }: ImportContext): Words {
  const language = meaning('language', cell('language'), languageNamed, wishes.language);
  const site = meaning('site', cell('site'), (name) => sites.get(foldSite(name)), wishes.siteId);
  const role = meaning('role', cell('role'), roleNamed);
  const foreign = role.value && !wishes.grantable.includes(role.value) ? [{ field: 'role', reason: 'role.not-yours', values: { role: role.value } }] : [];
  return {
    language: language.value ?? null,
    siteId: site.value ?? null,
    roles: role.value ? [role.value] : wishes.roles,
    faults: [...language.faults, ...site.faults, ...role.faults, ...foreign],
  };
}

/** By address or reference; people who have neither, by name and telephone. */
function firstLine(person: ImportedPerson, seen: LineIndex): number | undefined {
  const keys: string[] = [];
  if (person.email) keys.push(`e ${person.email.toLowerCase()}`);
  if (person.reference) keys.push(`r ${person.reference}`);
  if (keys.length === 0) keys.push(`n ${plain(`${person.familyName} ${person.givenName}`)} ${person.phone ?? ''}`);
  const lines = keys.map((key) => seen.seen(key, person.line));
  return lines.find((line) => line !== undefined);
}

const plain = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
