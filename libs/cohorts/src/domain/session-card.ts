import { type Card } from '@app/ledger';
import { type Language, languages } from '@app/platform';
import { type CourseUnit } from './lessons-of-sessions.js';

/** What is written on the card of a session. */
export interface CardFacts {
  readonly cohortName: string;
  readonly groupName: string | null;
  /** What somebody typed; otherwise the card is called after its lessons. */
  readonly title?: string | null;
  readonly units: readonly CourseUnit[];
  readonly place?: string | null;
  readonly link?: string | null;
  readonly bring?: string | null;
}

const LONGEST = 200;
const untitled: Readonly<Record<Language, string>> = { fr: 'Séance', nl: 'Sessie', de: 'Kurstermin', en: 'Session' };

/** One card a language: "JavaScript: variables · Web Dev Mons, groupe A", with where it is and what to bring. */
export function sessionCards(facts: CardFacts): readonly Card[] {
  return languages.map((language) => ({ language, title: titleOf(facts, language), place: facts.place ?? null, link: facts.link ?? null, bring: facts.bring ?? null }));
}

function titleOf(facts: CardFacts, language: Language): string {
  const about = facts.title ?? aboutOf(facts.units, language) ?? untitled[language];
  const whose = facts.groupName ? `${facts.cohortName}, ${facts.groupName}` : facts.cohortName;
  const room = LONGEST - whose.length - 3;
  return `${shortened(about, room)} · ${whose}`;
}

function aboutOf(units: readonly CourseUnit[], language: Language): string | undefined {
  const [first] = units;
  if (!first) return undefined;
  const titles = units.map((unit) => inLanguage(unit.titles, language));
  const oneModule = units.every((unit) => unit.moduleId === first.moduleId);
  return titles.length <= 2 ? titles.join(' + ') : oneModule ? inLanguage(first.moduleTitles, language) : `${titles[0]} … ${titles.at(-1)}`;
}

const inLanguage = (titles: Readonly<Record<string, string>>, language: Language): string => titles[language] ?? titles['en'] ?? Object.values(titles)[0] ?? untitled[language];

const shortened = (text: string, longest: number): string => (text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`);
