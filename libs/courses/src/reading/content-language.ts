import { type ContentLanguage } from '../domain/curriculum.js';

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** "fr", "FR-FR" and "pt_BR" are languages, "js" and "src" are not. Answers the primary language in lower case. */
export function languageOf(tag: string): ContentLanguage | undefined {
  const match = /^([a-z]{2})(?:[-_][a-z]{2,4})?$/i.exec(tag);
  const primary = match?.[1]?.toLowerCase();
  return primary && names.of(primary) ? primary : undefined;
}

export interface LocatedPath {
  /** Undefined for the original. */
  readonly language?: ContentLanguage;
  /** The path of the original that this file is, or is a translation of. */
  readonly original: string;
}

/**
 * Takes the language out of a path, as translators write it: "translations/fr/1.1 A.md", "a/translations/README.fr.md", "README.fr.md"
 * and "translations/fr/a/README.md" are all French.
 */
export function locate(path: string): LocatedPath {
  const folders = path.split('/');
  const file = fileLanguage(folders.pop() ?? '');
  const folder = folderLanguage(folders);
  return { language: file.language ?? folder.language, original: [...folder.rest, file.rest].join('/') };
}

function fileLanguage(file: string): { readonly language?: ContentLanguage; readonly rest: string } {
  const [, name, tag = '', ending] = /^(.+)\.([a-z]{2}(?:[-_][a-z]{2,4})?)(\.[a-z]+)$/i.exec(file) ?? [];
  const language = languageOf(tag);
  return language ? { language, rest: `${name}${ending}` } : { rest: file };
}

function folderLanguage(folders: readonly string[]): { readonly language?: ContentLanguage; readonly rest: readonly string[] } {
  const at = folders.findIndex((folder) => /^(translations?|i18n|lang|locales?)$/i.test(folder));
  if (at < 0) return { rest: folders };
  const language = languageOf(folders[at + 1] ?? '');
  return { language, rest: [...folders.slice(0, at), ...folders.slice(at + (language ? 2 : 1))] };
}
