import { type Fault } from '@app/platform';

// C0, C1 and the separators that some programs show as a new line; also the marks that turn the direction of what follows.
// eslint-disable-next-line no-control-regex
const UNSHOWABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

interface TextRule {
  readonly field: string;
  readonly max: number;
  readonly required?: boolean;
}

/** What is wrong with a line of text that somebody entered. Reasons: value.missing, text.one-line, text.too-long. */
export function textFaults(value: string | null | undefined, { field, max, required }: TextRule): readonly Fault[] {
  if (value === null || value === undefined || value.trim() === '') return required ? [{ field, reason: 'value.missing' }] : [];
  if (UNSHOWABLE.test(value.trim())) return [{ field, reason: 'text.one-line' }];
  return value.trim().length > max ? [{ field, reason: 'text.too-long', values: { max } }] : [];
}

/** A line of text as it is kept: composed (NFC), without blanks around, inner blanks single. Undefined stays undefined, blank becomes null. */
export function tidyLine(value: string): string;
export function tidyLine(value: string | null | undefined): string | null | undefined;
export function tidyLine(value: string | null | undefined): string | null | undefined {
  if (value === undefined || value === null) return value;
  return value.normalize('NFC').trim().replace(/[\p{Zs}\t]+/gu, ' ') || null;
}
