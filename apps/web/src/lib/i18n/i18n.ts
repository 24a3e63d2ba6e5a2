import { i18n, type Messages } from '@lingui/core';
import { isLanguage, type Language, preferredLanguage } from './languages';

const stored = 'tremplin.language';
type Catalogue = Readonly<Record<Language, () => Promise<{ messages: Messages }>>>;

const everywhere: Catalogue = {
  fr: () => import('../../locales/fr.po'),
  nl: () => import('../../locales/nl.po'),
  de: () => import('../../locales/de.po'),
  en: () => import('../../locales/en.po'),
};

/** Texts of the pages of those who run a centre. */
const office: Catalogue = {
  fr: () => import('../../locales/office/fr.po'),
  nl: () => import('../../locales/office/nl.po'),
  de: () => import('../../locales/office/de.po'),
  en: () => import('../../locales/office/en.po'),
};

const wanted = new Set<Catalogue>([everywhere]);

/** The language to start in: what this browser was told, or what it asks for. */
export function startLanguage(): Language {
  const told = localStorage.getItem(stored);
  return isLanguage(told) ? told : preferredLanguage(navigator.languages);
}

/** Shows the app in a language and remembers it on this device. */
export async function speak(language: Language): Promise<void> {
  if (i18n.locale === language) return;
  const catalogues = await Promise.all([...wanted].map((catalogue) => catalogue[language]()));
  for (const { messages } of catalogues) i18n.load(language, messages);
  i18n.activate(language);
  document.documentElement.lang = language;
  localStorage.setItem(stored, language);
}

/** Before a page of the office is shown; a change of language brings its texts along from then on. */
export async function speakOfOffice(): Promise<void> {
  if (wanted.has(office)) return;
  wanted.add(office);
  const language = spoken();
  const { messages } = await office[language]();
  i18n.load(language, messages);
}

export const spoken = (): Language => (isLanguage(i18n.locale) ? i18n.locale : 'en');
export { i18n };
