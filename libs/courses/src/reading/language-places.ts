import { type ContentLanguage } from '../domain/curriculum.js';
import { languageOf } from './content-language.js';

export interface LocatedPath {
  readonly path: string;
  /** Undefined for the original. */
  readonly language?: ContentLanguage;
  /** The path without anything that names a language: the same for an original and its translations. */
  readonly bare: string;
}

interface Located {
  readonly paths: readonly LocatedPath[];
  /** Where each language has a folder of its own: the language of the originals. */
  readonly originalLanguage?: ContentLanguage;
}

const TRANSLATIONS = /^(translations?|i18n|lang|locales?)$/i;

/**
 * Takes languages out of paths, as translators write them: "translations/fr/1.1 A.md", "a/translations/README.fr.md", "README.fr.md", "a/fr/README.md",
 * and "en/a.md" beside "fr/a.md". A folder or ending that only looks like a language ("it", "is") counts where the same path exists without it or in another one.
 */
export function locateAll(paths: readonly string[]): Located {
  const known = new Set(paths);
  const located = paths.map((path) => inTranslations(path) ?? besideOriginal(path, known) ?? { path, bare: path });
  const mirrored = mirroredFolders(located.filter(({ language }) => language === undefined).map(({ path }) => path));
  if (!mirrored) return { paths: located };
  return { originalLanguage: mirrored.original, paths: located.map((one) => (one.language === undefined ? mirrored.place(one.path) : one)) };
}

/** Below a folder of translations; what lies there without a language is a list or a note. */
function inTranslations(path: string): LocatedPath | undefined {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  const at = folders.findIndex((folder) => TRANSLATIONS.test(folder));
  const inFolder = languageOf(folders[at + 1] ?? '');
  const file = withoutEnding(name, /^(.+)\.([a-z]{2,3}(?:[-_][a-z]{2,4})?)(\.[a-z]+)$/i) ?? (inFolder && { language: inFolder, rest: name });
  if (at < 0 || !file) return undefined;
  return { path, language: file.language, bare: [...folders.slice(0, at), ...folders.slice(at + (inFolder ? 2 : 1)), file.rest].join('/') };
}

function withoutEnding(file: string, form: RegExp): { readonly language: ContentLanguage; readonly rest: string } | undefined {
  const [, name = '', tag = '', ending = ''] = form.exec(file) ?? [];
  const language = languageOf(tag);
  return language ? { language, rest: `${name}${ending}` } : undefined;
}

/** "README.fr.md", "README-fr.md" and "a/fr/README.md" where the original is there. */
function besideOriginal(path: string, known: ReadonlySet<string>): LocatedPath | undefined {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  const file = withoutEnding(name, /^(.+)[._-]([a-z]{2,3}(?:[-_][a-z]{2,4})?)(\.[a-z]+)$/i);
  const bare = file && [...folders, file.rest].join('/');
  if (file && bare && known.has(bare)) return { path, language: file.language, bare };
  for (const [at, folder] of folders.entries()) {
    const language = languageOf(folder);
    const without = [...folders.slice(0, at), ...folders.slice(at + 1), name].join('/');
    if (language && known.has(without)) return { path, language, bare: without };
  }
  return undefined;
}

interface Mirrored {
  readonly original: ContentLanguage;
  place(path: string): LocatedPath;
}

/** The same files below folders of two languages or more. English is the original where it is one of them, else the language with most files. */
function mirroredFolders(paths: readonly string[]): Mirrored | undefined {
  const places = new Map(paths.flatMap((path) => folderLanguage(path) ?? []).map((place) => [place.path, place]));
  const groups = new Map<string, Set<ContentLanguage>>();
  for (const { bare, language } of places.values()) groups.set(bare, (groups.get(bare) ?? new Set()).add(language));
  const counts = new Map<ContentLanguage, number>();
  for (const languages of groups.values()) if (languages.size > 1) for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  const original = counts.has('en') ? 'en' : [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  if (!original) return undefined;
  return {
    original,
    place: (path) => {
      const place = places.get(path);
      if (!place || !counts.has(place.language)) return { path, bare: path };
      return place.language === original ? { path, bare: place.bare } : place;
    },
  };
}

function folderLanguage(path: string): (LocatedPath & { readonly language: ContentLanguage }) | undefined {
  const folders = path.split('/').slice(0, -1);
  const at = folders.findIndex((folder) => languageOf(folder) !== undefined);
  const language = languageOf(folders[at] ?? '');
  if (at < 0 || !language) return undefined;
  const parts = path.split('/');
  return { path, language, bare: [...parts.slice(0, at), ...parts.slice(at + 1)].join('/') };
}
