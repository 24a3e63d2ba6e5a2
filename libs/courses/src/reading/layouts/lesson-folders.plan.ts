import { dirname } from 'node:path/posix';

/** Which folders are modules and which are lessons, told by their paths alone. */
export interface FolderPlan {
  readonly modules: readonly { readonly folder: string; readonly lessons: readonly string[] }[];
}

const README = /(^|\/)readme\.(md|ipynb)$/i;
/** Folders between the modules and the root, or between a module and its lessons, that only group. */
const GROUPING = new Set(['lessons', 'modules', 'curriculum', 'content', 'chapters']);
const NO_LESSON = /^(\..*|solutions?|your-work|start|starter|api|quiz-app|lesson-template|templates?|docs?|examples?|images?|assets|data|sketchnotes|etc|translations?|translated_images|presentations?|slides)$/i;

export const isNumbered = (name: string): boolean => /^\d+[-_. ]/.test(name);
const lastOf = (folder: string): string => folder.split('/').at(-1) ?? '';
const significant = (folder: string): string[] => folder.split('/').filter((part) => !GROUPING.has(part.toLowerCase()));

/** The folder of the module that a folder is or lies in; a module needs no README of its own. */
function topOf(folder: string): string {
  const parts = folder.split('/');
  const at = parts.findIndex((part) => !GROUPING.has(part.toLowerCase()));
  return parts.slice(0, at + 1).join('/');
}

/**
 * A numbered folder with numbered folders inside is a module, those inside that have a README are its lessons. Where a module has no numbered
 * lesson, its other folders with a README are. Where nothing is nested, the numbered folders themselves are the lessons of one module.
 */
export function planLessonFolders(originals: readonly string[]): FolderPlan {
  const folders = originals.filter((path) => README.test(path)).map((path) => dirname(path));
  const usable = folders.filter((folder) => folder !== '.' && !folder.split('/').some((part) => NO_LESSON.test(part)));
  const tops = [...new Set(usable.map(topOf))].filter((folder) => isNumbered(lastOf(folder)));
  const inside = (top: string): string[] => usable.filter((folder) => folder.startsWith(`${top}/`));
  const nested = tops.map((folder) => ({ folder, lessons: lessonsOf(folder, inside(folder), originals) }));
  if (nested.every((module) => module.lessons.length === 0 || module.lessons[0] === module.folder)) return flat(tops);
  return { modules: nested.sort((a, b) => byNumber(a.folder, b.folder)) };
}

function lessonsOf(module: string, inside: readonly string[], originals: readonly string[]): string[] {
  const numbered = inside.filter((folder) => isNumbered(lastOf(folder)));
  const lessons = numbered.length > 0 ? numbered : inside.filter((folder) => significant(folder).length === 2);
  if (lessons.length > 0) return lessons.sort(byNumber);
  return originals.some((path) => dirname(path) === module && isAssignment(path)) ? [module] : [];
}

function flat(tops: readonly string[]): FolderPlan {
  return tops.length === 0 ? { modules: [] } : { modules: [{ folder: '.', lessons: [...tops].sort(byNumber) }] };
}

export const isAssignment = (path: string): boolean => /(^|\/)assignment[^/]*\.(md|ipynb)$/i.test(path);

/** "10-x" after "9-x", on every level. */
export function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
