import { importTexts, type LineFault } from '@app/identity';
import { defineTexts, FileRefused, InvalidInput, NotFound, type Problem, tableTexts, type Texts } from '@app/platform';

const catalogues: readonly Texts[] = [defineTexts(tableTexts), defineTexts(importTexts)];

/** Reasons of single fields, in the words of the command line. */
const FIELDS: Readonly<Record<string, string>> = {
  'value.missing': 'is missing',
  'text.one-line': 'has a line break or a character that cannot be shown',
  'text.too-long': 'is too long',
  'email.malformed': 'is not an e-mail address',
  'phone.malformed': 'is not a telephone number',
  'role.not-yours': 'is a role that may not be given here',
  'roles.none': 'names no role; use --role',
};

function words(reason: string, values: LineFault['values']): string {
  const texts = catalogues.find((known) => known.has(reason));
  return texts ? texts.render(reason, 'en', values) : (FIELDS[reason] ?? reason);
}

/** "line 7, email: is not an e-mail address (Zoé; Démo; zoe@)" */
export function faultWords({ line, field, cell, reason, values, cells = [] }: LineFault): string {
  const where = [`line ${line}`, field ?? cell].filter(Boolean).join(', ');
  const standing = cells.map((text) => text.trim().replaceAll(/\s+/g, ' ')).filter(Boolean);
  return `${where}: ${words(reason, values ?? {})}${standing.length > 0 ? ` (${standing.join('; ')})` : ''}`;
}

/** Why nothing was imported, and how to mend it. */
export function problemWords(problem: Problem): readonly string[] {
  if (problem instanceof FileRefused) return [words(problem.reason, problem.values)];
  if (problem instanceof InvalidInput) return problem.faults.map(({ field, reason, values }) => `${field}: ${words(reason, values ?? {})}`);
  if (problem instanceof NotFound) return ['There is no such organisation. Give its id, or its name as it is shown.'];
  return [problem.code];
}
