import { dirname, join, normalize } from 'node:path/posix';
import { type ContentLanguage } from '../domain/curriculum.js';
import { locate } from './content-language.js';
import { isDocument } from './documents/document.js';
import { type CurriculumSource } from './source/curriculum-source.js';

/** Documents by the original they belong to: originals and, for each, the files of its translations. */
export class PathIndex {
  readonly originals: readonly string[];
  private readonly translated = new Map<string, Map<ContentLanguage, string>>();

  constructor(source: CurriculumSource) {
    const originals: string[] = [];
    for (const path of source.paths.filter(isDocument)) {
      const { language, original } = locate(path);
      if (!language) originals.push(path);
      else this.translationsOf(original).set(language, path);
    }
    this.originals = originals;
  }

  translationsOf(original: string): Map<ContentLanguage, string> {
    const known = this.translated.get(original) ?? new Map<ContentLanguage, string>();
    this.translated.set(original, known);
    return known;
  }

  /** Translations whose original is not there. */
  orphans(): readonly string[] {
    const known = new Set(this.originals);
    return [...this.translated].flatMap(([original, files]) => (known.has(original) ? [] : [...files.values()]));
  }
}

/** Where a reference in a file leads, as a path from the root; undefined for other sites and for places outside the root. */
export function resolveReference(file: string, target: string): { readonly path: string } | 'elsewhere' | 'outside' {
  if (/^([a-z][a-z\d+.-]*:|\/\/|#)/i.test(target) || target === '') return 'elsewhere';
  const plain = decode(target.replace(/[?#].*$/, ''));
  const path = plain.startsWith('/') ? normalize(plain.slice(1)) : normalize(join(dirname(file), plain));
  return path.startsWith('..') ? 'outside' : { path };
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
