import { type Curriculum, type PerLanguage } from '../domain/curriculum.js';
import { isDocument } from './documents/document.js';
import { locateAll, type LocatedPath } from './language-places.js';
import { isReadme } from './layouts/file-names.js';
import { type CurriculumSource } from './source/curriculum-source.js';

/** A course that lies deeper than the folder that was chosen, seen as if its own folder had been chosen. */
export interface CourseView {
  readonly source: CurriculumSource;
  /** Where a file or folder of it lies in what was chosen. */
  readonly place: (path: string) => string;
  /** Files of what was chosen that it shows. */
  readonly shown: ReadonlySet<string>;
}

export const wholeView = (source: CurriculumSource): CourseView => ({ source, place: (path) => path, shown: new Set(source.paths) });

/**
 * Views of folders in a view. Each shows what lies in the folder, and what belongs to it though it lies outside: its translations in a folder of
 * translations above, quizzes beside it, and the README above where it has none of its own.
 */
export function viewsBelow(above: CourseView): (folder: string) => CourseView {
  const { paths } = above.source;
  const documents = locateAll(paths.filter(isDocument)).paths;
  const others = paths.filter((path) => /\.json$/i.test(path));
  return (folder) => {
    const files = inFolder(paths, folder);
    borrow(files, { folder, documents, others });
    const place = (path: string): string => above.place(files.get(path) ?? (path === '.' ? folder : `${folder}/${path}`));
    return {
      source: { name: folder, paths: [...files.keys()].sort(), read: (path) => above.source.read(files.get(path) ?? path) },
      place,
      shown: new Set([...files.keys()].map(place)),
    };
  };
}

/** Paths as the view has them, each with the one above. */
function inFolder(paths: readonly string[], folder: string): Map<string, string> {
  const start = `${folder}/`;
  return new Map(paths.filter((path) => path.startsWith(start)).map((path) => [path.slice(start.length), path]));
}

interface Outside {
  readonly folder: string;
  readonly documents: readonly LocatedPath[];
  readonly others: readonly string[];
}

function borrow(files: Map<string, string>, { folder, documents, others }: Outside): void {
  const start = `${folder}/`;
  const hasReadme = [...files.keys()].some((path) => !path.includes('/') && isReadme(path));
  const take = (as: string, path: string): void => {
    if (!files.has(as) && !path.startsWith(start)) files.set(as, path);
  };
  for (const { path, bare, language } of documents) {
    const place = language ? `translations/${language}/` : '';
    if (language && bare.startsWith(start)) take(`${place}${bare.slice(start.length)}`, path);
    else if (!hasReadme && !bare.includes('/') && isReadme(bare)) take(`${place}${bare}`, path);
  }
  for (const path of others) take(path, path);
}

/** The same course with its files where they lie in what was chosen. */
export function putBack(curriculum: Curriculum, { place }: CourseView): Curriculum {
  const texts = <Text extends { readonly file: string }>(all: PerLanguage<Text>): PerLanguage<Text> =>
    new Map([...all].map(([language, text]) => [language, { ...text, file: text.file === '' ? '' : place(text.file) }]));
  const part = <Part extends { readonly texts: PerLanguage<{ readonly file: string }> }>(one: Part): Part => ({ ...one, texts: texts(one.texts) });
  const modules = curriculum.modules.map((module) => ({
    ...module,
    introduction: texts(module.introduction),
    quizzes: module.quizzes.map(part),
    lessons: module.lessons.map((lesson) => ({ ...part(lesson), assignments: lesson.assignments.map(part), materials: lesson.materials?.map(part), quizzes: lesson.quizzes.map(part) })),
  }));
  return { ...part(curriculum), modules, keeps: curriculum.keeps?.map(place) };
}
