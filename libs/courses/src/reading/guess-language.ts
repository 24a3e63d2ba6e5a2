import { type ContentLanguage } from '../domain/curriculum.js';

/** Words that are frequent in one of the four languages and rare in the others. */
const telltale: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: new Set(['les', 'des', 'est', 'une', 'dans', 'vous', 'pour', 'que', 'avec', 'sur']),
  nl: new Set(['het', 'een', 'van', 'niet', 'voor', 'zijn', 'wordt', 'deze', 'naar', 'ook']),
  de: new Set(['und', 'der', 'die', 'das', 'nicht', 'ist', 'mit', 'sie', 'auf', 'werden']),
  en: new Set(['the', 'and', 'you', 'this', 'with', 'that', 'for', 'are', 'your', 'from']),
};

/** The language that a text seems to be in; English when nothing tells. */
export function guessLanguage(text: string): ContentLanguage {
  const words = text.toLowerCase().match(/\p{L}+/gu)?.slice(0, 20_000) ?? [];
  let best: ContentLanguage = 'en';
  let most = 0;
  for (const [language, known] of Object.entries(telltale)) {
    const count = words.filter((word) => known.has(word)).length;
    if (count > most) [best, most] = [language, count];
  }
  return best;
}
