import { i18n, type Messages } from '@lingui/core';
import { isLanguage, type Language, preferredLanguage } from './languages';

const stored = 'tremplin.language';
const catalogues: Readonly<Record<Language, () => Promise<{ messages: Messages }>>> = {
  fr: () => import('../../locales/fr.po'),
  nl: () => import('../../locales/nl.po'),
  de: () => import('../../locales/de.po'),
  en: () => import('../../locales/en.po'),
};

/** The language to start in: what this browser was told, or what it asks for. */
export function startLanguage(): Language {
  const told = localStorage.getItem(stored);
  return isLanguage(told) ? told : preferredLanguage(navigator.languages);
}

/** Shows the app in a language and remembers it on this device. */
export async function speak(language: Language): Promise<void> {
  if (i18n.locale === language) return;
  const { messages } = await catalogues[language]();
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
  localStorage.setItem(stored, language);
}

export const spoken = (): Language => (isLanguage(i18n.locale) ? i18n.locale : 'en');
export { i18n };
