import { type Fault, type Language, languages, type Role, roles } from '@app/platform';
import { textFaults } from './entered-text.js';

/** Things that an organisation may call by its own name. */
export const renamable: readonly string[] = [...roles, 'cohort'];

/** { trainer: { fr: "coach" } }: the organisation's own words, per language. */
export type OrganisationWords = Readonly<Record<string, Partial<Record<Language, string>>>>;

/** Our words (GLOSSARY), as the web app has them. */
const ourRoleNames: Readonly<Record<Language, Readonly<Record<Role, string>>>> = {
  fr: { learner: 'Apprenant·e', trainer: 'Formateur·rice', expert: 'Expert·e', coordinator: 'Coordinateur·rice', manager: 'Responsable', observer: 'Observateur·rice' },
  nl: { learner: 'Cursist', trainer: 'Lesgever', expert: 'Expert', coordinator: 'Coördinator', manager: 'Verantwoordelijke', observer: 'Waarnemer' },
  de: { learner: 'Teilnehmer/in', trainer: 'Kursleiter/in', expert: 'Experte/Expertin', coordinator: 'Koordinator/in', manager: 'Leitung', observer: 'Beobachter/in' },
  en: { learner: 'Learner', trainer: 'Trainer', expert: 'Expert', coordinator: 'Coordinator', manager: 'Manager', observer: 'Observer' },
};

/** What the organisation calls these roles, one after the other; our word where it has none of its own. */
export const roleNames = (words: OrganisationWords, held: readonly Role[], language: Language): string =>
  roles.filter((role) => held.includes(role)).map((role) => words[role]?.[language] ?? ourRoleNames[language][role]).join(', ');

/** Own words one by one, as clients read them. */
export const wordList = (words: OrganisationWords): { readonly word: string; readonly language: string; readonly own: string }[] =>
  Object.entries(words).flatMap(([word, names]) => Object.entries(names).map(([language, own]) => ({ word, language, own })));

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
