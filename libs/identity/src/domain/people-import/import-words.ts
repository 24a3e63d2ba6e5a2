import { foldHeading, type Language, type Role } from '@app/platform';

const LANGUAGE_WORDS: Readonly<Record<Language, readonly string[]>> = {
  fr: ['fr', 'français', 'francais', 'francophone', 'frans', 'Französisch', 'French'],
  nl: ['nl', 'néerlandais', 'néerlandophone', 'Nederlands', 'Niederländisch', 'Dutch'],
  de: ['de', 'allemand', 'germanophone', 'Duits', 'Deutsch', 'German'],
  en: ['en', 'anglais', 'Engels', 'Englisch', 'English'],
};

const ROLE_WORDS: Readonly<Record<Role, readonly string[]>> = {
  learner: ['learner', 'student', 'apprenant', 'apprenante', 'apprenant·e', 'stagiaire', 'élève', 'cursist', 'Teilnehmer', 'Teilnehmerin', 'Teilnehmer/in'],
  trainer: ['trainer', 'formateur', 'formatrice', 'formateur·rice', 'lesgever', 'Kursleiter', 'Kursleiterin', 'Kursleiter/in', 'coach'],
  expert: ['expert', 'experte', 'expert·e', 'Expertin', 'Experte/Expertin'],
  coordinator: ['coordinator', 'coordinateur', 'coordinatrice', 'coordinateur·rice', 'coördinator', 'Koordinator', 'Koordinatorin', 'Koordinator/in'],
  manager: ['manager', 'responsable', 'verantwoordelijke', 'Leitung'],
  observer: ['observer', 'observateur', 'observatrice', 'observateur·rice', 'waarnemer', 'Beobachter', 'Beobachterin', 'Beobachter/in'],
};

function byWord<Meaning extends string>(words: Readonly<Record<Meaning, readonly string[]>>): ReadonlyMap<string, Meaning> {
  return new Map(Object.entries<readonly string[]>(words).flatMap(([meaning, names]) => names.map((name) => [foldHeading(name), meaning as Meaning] as const)));
}

const languagesByWord = byWord(LANGUAGE_WORDS);
const rolesByWord = byWord(ROLE_WORDS);

/** The language that a cell names, in whichever language it does so. */
export const languageNamed = (word: string): Language | undefined => languagesByWord.get(foldHeading(word));

export const roleNamed = (word: string): Role | undefined => rolesByWord.get(foldHeading(word));
