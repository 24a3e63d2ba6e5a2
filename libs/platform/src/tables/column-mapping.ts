import { createHash } from 'node:crypto';
import { languages, type Language } from '../actor/actor.js';

/** A thing that an import can read from a column. */
export interface ColumnField<Name extends string = string> {
  readonly name: Name;
  readonly required?: boolean;
  /** Headings under which people write it, per language; accents, case and punctuation do not matter. */
  readonly headings: Readonly<Record<Language, readonly string[]>>;
}

/** Which column (from 0) holds which field; fields without a column are left out. */
export type ColumnMapping<Name extends string = string> = Readonly<Partial<Record<Name, number>>>;

/** A heading for comparing: "E-mail (privé)" and "email prive" are the same. */
export function foldHeading(heading: string): string {
  return heading
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\be mail\b/g, 'email');
}

/**
 * Guesses the columns from the headings: whole headings first, then headings that contain a known one as words ("Adresse e-mail du
 * stagiaire"), the longest known one first. A column serves one field.
 */
export function guessColumns<Name extends string>(header: readonly string[], fields: readonly ColumnField<Name>[]): ColumnMapping<Name> {
  const folded = header.map((heading) => ` ${foldHeading(heading)} `);
  const known = fields
    .flatMap(({ name, headings }) => languages.flatMap((language) => headings[language].map((heading) => ({ name, heading: ` ${foldHeading(heading)} ` }))))
    .sort((one, other) => other.heading.length - one.heading.length);
  const mapping: Partial<Record<Name, number>> = {};
  const used = new Set<number>();
  for (const matches of [(column: string, heading: string) => column === heading, (column: string, heading: string) => column.includes(heading)]) {
    for (const { name, heading } of known) {
      const index = folded.findIndex((column, at) => !used.has(at) && matches(column, heading));
      if (mapping[name] !== undefined || index === -1) continue;
      mapping[name] = index;
      used.add(index);
    }
  }
  return mapping;
}

/** The same for files with the same headings in the same order, whatever else is in them: under it a mapping is remembered. */
export function headerKey(header: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(header.map(foldHeading))).digest();
}
