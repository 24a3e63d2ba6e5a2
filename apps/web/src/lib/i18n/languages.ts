export const languages = ['fr', 'nl', 'de', 'en'] as const;
export type Language = (typeof languages)[number];

/** What Intl and the calendars of the kit are asked for: Belgian habits, English as written in Europe. */
export const localeOf: Readonly<Record<Language, string>> = { fr: 'fr-BE', nl: 'nl-BE', de: 'de-BE', en: 'en-GB' };

/** Each language in its own words, so that whoever is lost finds it. */
export const nameOf: Readonly<Record<Language, string>> = { fr: 'Français', nl: 'Nederlands', de: 'Deutsch', en: 'English' };

export const isLanguage = (text: unknown): text is Language => languages.some((language) => language === text);

/** The first language of the browser that we speak; French otherwise. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const language = tag.slice(0, 2).toLowerCase();
    if (isLanguage(language)) return language;
  }
  return 'fr';
}
