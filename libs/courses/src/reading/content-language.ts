import { type ContentLanguage } from '../domain/curriculum.js';

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
/** Codes of countries that translators take for those of the languages spoken there. */
const MISTAKEN: Readonly<Record<string, ContentLanguage>> = { cn: 'zh', tw: 'zh', hk: 'zh', jp: 'ja', kr: 'ko', vn: 'vi', cz: 'cs', gr: 'el', dk: 'da' };

/** "fr", "FR-FR", "pt_BR" and "fra" are languages, "js", "src" and "lab" are not. Answers the primary language, two letters in lower case. */
export function languageOf(tag: string): ContentLanguage | undefined {
  const primary = /^([a-z]{2,3})(?:[-_][a-z]{2,4})?$/i.exec(tag)?.[1]?.toLowerCase();
  if (!primary) return undefined;
  const known = MISTAKEN[primary];
  if (known) return known;
  // Codes of three letters count only where the language has one of two: "fra" does, "src" does not.
  const short = primary.length === 2 ? primary : Intl.getCanonicalLocales(primary)[0];
  return short?.length === 2 && names.of(short) ? short : undefined;
}
