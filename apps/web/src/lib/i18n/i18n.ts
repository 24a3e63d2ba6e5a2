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

/** Texts of lessons, courses and the catalogue. */
const courses: Catalogue = {
  fr: () => import('../../locales/courses/fr.po'),
  nl: () => import('../../locales/courses/nl.po'),
  de: () => import('../../locales/courses/de.po'),
  en: () => import('../../locales/courses/en.po'),
};

/** Texts of the pages before the door. */
const porch: Catalogue = {
  fr: () => import('../../locales/porch/fr.po'),
  nl: () => import('../../locales/porch/nl.po'),
  de: () => import('../../locales/porch/de.po'),
  en: () => import('../../locales/porch/en.po'),
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

/** Before a page with texts of its own is shown; a change of language brings them along from then on. */
async function speakOf(pages: Catalogue): Promise<void> {
  if (wanted.has(pages)) return;
  wanted.add(pages);
  const language = spoken();
  try {
    const { messages } = await pages[language]();
    i18n.load(language, messages);
  } catch (error) {
    // The next attempt has to ask for them again.
    wanted.delete(pages);
    throw error;
  }
}

export const speakOfOffice = (): Promise<void> => speakOf(office);
export const speakOfPorch = (): Promise<void> => speakOf(porch);
export const speakOfCourses = (): Promise<void> => speakOf(courses);

export const spoken = (): Language => (isLanguage(i18n.locale) ? i18n.locale : 'en');
export { i18n };
