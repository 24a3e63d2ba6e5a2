import { type Curriculum } from '../domain/curriculum.js';
import { putBack } from './course-view.js';
import { DocumentShelf } from './documents/document.js';
import { findCourse, leftOutside } from './find-course.js';
import { type Findings } from './findings/finding.js';
import { ownForm } from './own-form/own-form.reader.js';
import { readLicence } from './licence.js';
import { lessonFolders } from './layouts/lesson-folders.reader.js';
import { labInstructions } from './layouts/lab-instructions.reader.js';
import { looseNotebooks } from './layouts/loose-notebooks.reader.js';
import { numberedFiles } from './layouts/numbered-files.reader.js';
import { followReferences } from './references.js';
import { type CurriculumReader } from './reader.js';
import { withoutTwins } from './without-twins.js';
import { type CurriculumSource } from './source/curriculum-source.js';

/** The ways of laying out a course that are known, in the order in which a tie is decided. */
export const readers: readonly CurriculumReader[] = [ownForm, lessonFolders, labInstructions, numberedFiles, looseNotebooks];

/** Reads a course from files with the reader that finds most lessons in them. Undefined where no reader finds any; `findings` says so. */
export async function readCurriculum(source: CurriculumSource, findings: Findings): Promise<(Curriculum & { readonly reader: string }) | undefined> {
  const view = findCourse(source, (inside) => bestFor(inside).lessons);
  const { reader, lessons } = bestFor(view.source);
  if (lessons === 0) return void findings.refuse('NO_CURRICULUM', '.');
  const shelf = new DocumentShelf(source, findings);
  const seen = findings.through(view.place);
  const curriculum = putBack(withoutTwins(await reader.read({ source: view.source, shelf: shelf.through(view.place), findings: seen }), seen), view);
  for (const path of leftOutside(source.paths, view)) findings.warn('DOCUMENT_UNUSED', path);
  const images = await followReferences(curriculum, { source, shelf, findings });
  return { ...curriculum, images, reader: reader.name, licence: curriculum.licence ?? (await readLicence(source)) };
}

function bestFor(source: CurriculumSource): { readonly reader: CurriculumReader; readonly lessons: number } {
  const ranked = readers.map((reader) => ({ reader, lessons: reader.recognise(source) })).sort((a, b) => b.lessons - a.lessons);
  return ranked[0] ?? { reader: ownForm, lessons: 0 };
}
