import { type Fault, type Language, languages, roles } from '@app/platform';
import { textFaults } from './entered-text.js';

/** Things that an organisation may call by its own name. */
export const renamable: readonly string[] = [...roles, 'cohort'];

/** { trainer: { fr: "coach" } }: the organisation's own words, per language. */
export type OrganisationWords = Readonly<Record<string, Partial<Record<Language, string>>>>;

/** Reasons besides those of texts: word.not-renamable, value.unknown. */
export function wordFaults(words: OrganisationWords): readonly Fault[] {
  return Object.entries(words).flatMap(([word, names]) => {
    if (!renamable.includes(word)) return [{ field: `words.${word}`, reason: 'word.not-renamable', values: { word } }];
    return Object.entries(names).flatMap(([language, name]) => {
      const field = `words.${word}.${language}`;
      if (!languages.some((known) => known === language)) return [{ field, reason: 'value.unknown', values: { language } }];
      return textFaults(name, { field, max: 40, required: true });
    });
  });
}
