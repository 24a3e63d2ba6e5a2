import { dirname, join, normalize } from 'node:path/posix';
import { type ContentLanguage } from '../domain/curriculum.js';
import { isDocument } from './documents/document.js';
import { type Findings } from './findings/finding.js';
import { groupBy } from './group-by.js';
import { locateAll } from './language-places.js';
import { type CurriculumSource } from './source/curriculum-source.js';

/** Documents by the original they belong to: originals and, for each, the files of its translations. Paths are bare: without a folder that names the language. */
export class PathIndex {
  readonly originals: readonly string[];
  /** Known where each language has a folder of its own. */
  readonly originalLanguage?: ContentLanguage;
  private readonly files = new Map<string, string>();
  private readonly folders: ReadonlyMap<string, readonly string[]>;
  private readonly translated = new Map<string, Map<ContentLanguage, string>>();
  private readonly twins: { readonly path: string; readonly first: string }[] = [];

  constructor(source: CurriculumSource, isWanted: (path: string) => boolean = isDocument) {
    const { paths, originalLanguage } = locateAll(source.paths.filter(isWanted));
    this.originalLanguage = originalLanguage;
    for (const { path, language, bare } of paths) {
      if (!language) this.files.set(bare, path);
      else this.addTranslation(bare, language, path);
    }
    this.originals = [...this.files.keys()].sort();
    this.folders = groupBy(this.originals, (path) => dirname(path));
  }

  /** Where an original lies in the source. */
  file(bare: string): string {
    return this.files.get(bare) ?? bare;
  }

  /** Originals directly in a folder. */
  inFolder(folder: string): readonly string[] {
    return this.folders.get(folder) ?? [];
  }

  /** Folders directly in a folder that hold originals, at any depth below them. */
  foldersIn(folder: string): readonly string[] {
    const start = folder === '.' ? '' : `${folder}/`;
    return [...this.folders.keys()].filter((one) => one !== '.' && one.startsWith(start) && one.length > start.length && !one.slice(start.length).includes('/')).sort();
  }

  translationsOf(original: string): ReadonlyMap<ContentLanguage, string> {
    return this.translated.get(original) ?? new Map();
  }

  /** Reports translations without an original, and second ones into a language. */
  reportStrays(findings: Findings): void {
    for (const [original, files] of this.translated) if (!this.files.has(original)) for (const file of files.values()) findings.warn('TRANSLATION_ORPHAN', file);
    for (const { path, first } of this.twins) findings.warn('TRANSLATION_TWICE', path, { values: { target: first } });
  }

  private addTranslation(original: string, language: ContentLanguage, path: string): void {
    const known = this.translated.get(original) ?? new Map<ContentLanguage, string>();
    this.translated.set(original, known);
    const first = known.get(language);
    if (first === undefined) known.set(language, path);
    else this.twins.push({ path, first });
  }
}

/**
 * Where a reference in a file may lead, as paths from the root of what was chosen; other sites and places outside the root have none. One that begins
 * with a slash starts at the course's own folder, which may lie in any folder above the file: the outermost one that has it counts.
 */
export function resolveReference(file: string, target: string): { readonly paths: readonly string[] } | 'elsewhere' | 'outside' {
  if (/^([a-z][a-z\d+.-]*:|\/\/|#)/i.test(target) || target === '') return 'elsewhere';
  const plain = decode(target.replace(/[?#].*$/, '')).replaceAll('\\', '/');
  const bases = plain.startsWith('/') ? foldersAbove(file) : [dirname(file)];
  const paths = bases.map((base) => normalize(join(base, `./${plain}`))).filter((path) => !path.startsWith('..'));
  return paths.length === 0 ? 'outside' : { paths };
}

/** "a/b/c.md" lies in ".", "a" and "a/b". */
export function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return ['.', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
