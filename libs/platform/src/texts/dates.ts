import { type Language } from '../actor/actor.js';

/** Locales in which numbers and dates are written: the Belgian ones, because that is where most centres are. */
export const locales: Readonly<Record<Language, string>> = { fr: 'fr-BE', nl: 'nl-BE', de: 'de-BE', en: 'en-GB' };

/** "1er décembre" where Intl says "1 décembre"; "01/12" stays. */
class FrenchDateTimeFormat extends Intl.DateTimeFormat {
  override format(instant?: Date | number): string {
    const parts = this.formatToParts(instant);
    const isWritten = parts.some(({ type, value }) => type === 'month' && /\p{Letter}/u.test(value));
    return parts.map(({ type, value }) => (isWritten && type === 'day' && value === '1' ? '1er' : value)).join('');
  }
}

/** Formatters are dear to make and cheap to use. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Writes dates as people of a language write them. */
export function dateFormat(language: Language, options: Intl.DateTimeFormatOptions = {}): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new (language === 'fr' ? FrenchDateTimeFormat : Intl.DateTimeFormat)(locales[language], options);
  formats.set(key, known);
  return known;
}
