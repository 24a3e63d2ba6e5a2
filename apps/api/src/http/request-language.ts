import { type Language, languages } from '@app/platform';

const isLanguage = (tag: string): tag is Language => (languages as readonly string[]).includes(tag);

/** The best of our languages for an Accept-Language header; English where none is asked for. */
export function requestLanguage(header: string | undefined): Language {
  const wishes = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/;\s*q=/);
      return { tag: tag.toLowerCase().split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wishes.map((wish) => wish.tag).find(isLanguage) ?? 'en';
}
