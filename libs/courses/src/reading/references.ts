import { type Curriculum } from '../domain/curriculum.js';
import { resolveReference } from './path-index.js';
import { type ReadingDesk } from './reader.js';

/** Reports images that lead nowhere or out of the folder, for every text that was taken. */
export async function reportReferences(curriculum: Curriculum, desk: ReadingDesk): Promise<void> {
  const known = new Set(desk.source.paths);
  for (const file of filesOf(curriculum)) {
    const document = await desk.shelf.read(file);
    for (const { target, line } of document?.facts.images ?? []) {
      const found = resolveReference(file, target);
      if (found === 'elsewhere') continue;
      if (found === 'outside') desk.findings.warn('IMAGE_OUTSIDE', file, { line, values: { target } });
      else if (!known.has(found.path)) desk.findings.warn('IMAGE_MISSING', file, { line, values: { target } });
    }
  }
}

function filesOf(curriculum: Curriculum): ReadonlySet<string> {
  const texts = curriculum.modules.flatMap((module) => [
    module.introduction,
    ...module.lessons.flatMap((lesson) => [lesson.texts, ...lesson.assignments.map((assignment) => assignment.texts)]),
  ]);
  return new Set(texts.flatMap((perLanguage) => [...perLanguage.values()].map((text) => text.file)));
}
