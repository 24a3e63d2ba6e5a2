import { basename, dirname } from 'node:path/posix';
import { type PathIndex } from '../path-index.js';
import { byNumber, fileNumber, isAssignment, isNumbered, NO_TEXTS } from './file-names.js';

/** Which folders are modules and which are lessons, told by their paths alone. */
export interface FolderPlan {
  readonly modules: readonly PlannedModule[];
}

export interface PlannedModule {
  readonly folder: string;
  readonly lessons: readonly string[];
}

/** Folders between the modules and the root, or between a module and its lessons, that only group. */
const GROUPING = new Set(['lessons', 'modules', 'curriculum', 'content', 'chapters', 'course', 'weeks', 'units']);

const significant = (folder: string): string[] => folder.split('/').filter((part) => !GROUPING.has(part.toLowerCase()));

/** The folder of the module that a folder is or lies in; a module needs no README of its own. */
function topOf(folder: string): string {
  const parts = folder.split('/');
  const at = parts.findIndex((part) => !GROUPING.has(part.toLowerCase()));
  return parts.slice(0, at + 1).join('/');
}

/** The folder that holds a folder, past those that only group. */
function parentOf(folder: string): string {
  const parent = dirname(folder);
  return parent !== '.' && GROUPING.has(basename(parent).toLowerCase()) ? parentOf(parent) : parent;
}

/** The text of a lesson's folder: its README, else its index, else what is called a lesson or like the folder, else the only text in it. */
export function mainText(index: PathIndex, folder: string): string | undefined {
  const inside = index.inFolder(folder).filter((path) => !isAssignment(path));
  const named = (name: RegExp): string | undefined => inside.find((path) => name.test(basename(path)));
  const same = inside.find((path) => basename(path).replace(/\.[^.]+$/, '').toLowerCase() === basename(folder).toLowerCase());
  const [only, ...others] = inside.filter((path) => fileNumber(path) === undefined && !/quiz/i.test(basename(path)));
  return named(/^readme\.(md|markdown)$/i) ?? named(/^readme\.ipynb$/i) ?? named(/^index\./i) ?? named(/^(lesson|content|main|text|cours|les|lektion)\./i) ?? same ?? (others.length === 0 ? only : undefined);
}

/**
 * A numbered folder with numbered folders inside is a module, those inside that have a text are its lessons; where they hold numbered folders again,
 * they are modules themselves. Where a module has no numbered lesson, its other folders with a text are. Where nothing is nested, the numbered folders
 * themselves are the lessons of one module.
 */
export function planLessonFolders(index: PathIndex): FolderPlan {
  const folders = [...new Set(index.originals.map((path) => dirname(path)))].filter((folder) => mainText(index, folder) !== undefined);
  const usable = folders.filter((folder) => folder !== '.' && !folder.split('/').some((part) => NO_TEXTS.test(part)));
  const tops = topsOf(usable);
  const below = new Map<string, string[]>(tops.map((top) => [top, []]));
  for (const folder of usable) if (topOf(folder) !== folder) below.get(topOf(folder))?.push(folder);
  const nested = tops.flatMap((top) => modulesOf(top, below.get(top) ?? [], index));
  const isNested = nested.filter(({ lessons, folder }) => lessons.some((lesson) => lesson !== folder)).length * 3 > nested.length;
  return isNested ? { modules: nested } : flat(tops.filter((top) => mainText(index, top) !== undefined));
}

/** The numbered folders; where there is none, those of any name that hold numbered ones: "frontend/1-html", "backend/1-node". */
function topsOf(folders: readonly string[]): readonly string[] {
  const all = [...new Set(folders.map(topOf))].sort(byNumber);
  const numbered = all.filter((folder) => isNumbered(basename(folder)));
  const holding = new Set(folders.filter((folder) => isNumbered(basename(folder))).map(topOf));
  return numbered.length > 0 ? numbered : all.filter((folder) => holding.has(folder));
}

function modulesOf(top: string, inside: readonly string[], index: PathIndex): PlannedModule[] {
  const numbered = inside.filter((folder) => isNumbered(basename(folder)));
  const lessons = numbered.length > 0 ? numbered : inside.filter((folder) => significant(folder).length === 2 && !isAssignment(`${folder}/README.md`));
  if (lessons.length === 0) return [{ folder: top, lessons: index.inFolder(top).some(isAssignment) ? [top] : [] }];
  const holders = new Set(lessons.map(parentOf));
  const leaves = lessons.filter((folder) => !holders.has(folder));
  const modules = [...holders].sort(byNumber).map((folder) => ({ folder, lessons: leaves.filter((lesson) => parentOf(lesson) === folder).sort(byNumber) }));
  const [first, ...others] = modules.filter(({ lessons: own }) => own.length > 0);
  // A part whose modules are folders of their own: its introduction is read before the first of them.
  const isPart = first !== undefined && first.folder !== top && index.inFolder(top).length > 0 && mainText(index, top) !== undefined;
  return first && isPart ? [{ ...first, lessons: [top, ...first.lessons] }, ...others] : first ? [first, ...others] : [];
}

function flat(tops: readonly string[]): FolderPlan {
  return tops.length === 0 ? { modules: [] } : { modules: [{ folder: '.', lessons: tops }] };
}
