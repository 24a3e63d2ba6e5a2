import { languageOf } from './content-language.js';
import { type CourseView, viewsBelow, wholeView } from './course-view.js';
import { isDocument } from './documents/document.js';
import { fileNumber, holdsNoTexts, isHousekeeping, isNumbered, isReadme, NO_TEXTS } from './layouts/file-names.js';
import { MANIFEST } from './own-form/manifest.js';
import { type CurriculumSource } from './source/curriculum-source.js';

/** How many lessons a source holds, for the reader that finds most in it. */
type CountLessons = (source: CurriculumSource) => number;

/** As deep as anybody packs a folder into folders. */
const DEEPEST = 6;
/** Labs are known by it. */
const PART_OF_A_FORM = /^instructions$/i;
/** Where books and sites keep their texts; elsewhere the same names hold none. */
const TEXTS_OF_A_SITE = /^(docs?|src|slides|presentations?)$/i;

/**
 * The course in what was chosen: the whole of it, or the folder of another name in which it lies, however often it was packed. A folder is entered where
 * nothing is left outside, where it holds all lessons that are found and nothing beside it has a number, or where it holds by far the most.
 */
export function findCourse(source: CurriculumSource, count: CountLessons): CourseView {
  const views = [{ view: wholeView(source), lessons: count(source) }];
  for (let last = views[0]; last && views.length <= DEEPEST; ) {
    last = deeper(last, count);
    if (last) views.push(last);
  }
  return (views.findLast(({ lessons }) => lessons > 0) ?? views[0])?.view ?? wholeView(source);
}

interface Counted {
  readonly view: CourseView;
  readonly lessons: number;
}

function deeper({ view, lessons: here }: Counted, count: CountLessons): Counted | undefined {
  const { source } = view;
  const folders = foldersOf(source);
  if (folders.length === 0) return undefined;
  const below = viewsBelow(view);
  const counted = folders.map((folder) => ({ folder, view: below(folder) })).map((one) => ({ ...one, lessons: count(one.view.source) }));
  const [best] = counted.sort((a, b) => b.lessons - a.lessons);
  if (!best || !(best.lessons > here * 3 || (languageOf(best.folder) === undefined && isAll(source, { ...best, here, place: view.place })))) return undefined;
  // "docs" is no name of a course.
  return TEXTS_OF_A_SITE.test(best.folder) ? { ...best, view: { ...best.view, source: { ...best.view.source, name: source.name } } } : best;
}

function isAll({ paths }: CurriculumSource, { view, lessons, here, place }: Counted & { readonly here: number; readonly place: CourseView['place'] }): boolean {
  if (leftOutside(paths.map(place), view).length === 0) return true;
  const hasNumbers = paths.filter(isDocument).some((path) => (path.includes('/') ? isNumbered(path.slice(0, path.indexOf('/'))) : fileNumber(path) !== undefined));
  return lessons >= 1 && lessons >= here && !hasNumbers;
}

function foldersOf({ paths }: CurriculumSource): readonly string[] {
  const texts = paths.filter((path) => path.includes('/') && (isDocument(path) || path.endsWith(MANIFEST)));
  const folders = new Set(texts.map((path) => path.slice(0, path.indexOf('/'))));
  return [...folders].filter((folder) => !isNumbered(folder) && !PART_OF_A_FORM.test(folder) && (!NO_TEXTS.test(folder) || TEXTS_OF_A_SITE.test(folder)));
}

/** Texts that somebody may have meant as part of the course and that it does not show. */
export const leftOutside = (paths: readonly string[], { shown }: CourseView): readonly string[] =>
  paths.filter((path) => !shown.has(path) && isDocument(path) && !holdsNoTexts(path) && !(isHousekeeping(path) && (!isReadme(path) || !path.includes('/'))));
