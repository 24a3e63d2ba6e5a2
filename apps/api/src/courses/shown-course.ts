import { type CourseImport, findingTexts, type ShownTree } from '@app/courses';
import { isProblem, type Language, type Problem } from '@app/platform';
import { type CourseImportType } from './course-import.types.js';
import { type CourseVersionType } from './course.types.js';

type Labels = Readonly<Record<string, string>>;

/** A name in the reader's language, else in English, else in any. */
export function labelIn(labels: Labels, language: Language, otherwise: string): string {
  return labels[language] ?? labels['en'] ?? Object.values(labels)[0] ?? otherwise;
}

export function shownTree<P extends Problem>(tree: ShownTree | P, language: Language): CourseVersionType | P {
  if (isProblem(tree)) return tree;
  return { ...tree, skills: tree.skills.map(({ labels, ...skill }) => ({ ...skill, label: labelIn(labels, language, skill.code) })) } as unknown as CourseVersionType;
}

export function shownImport<P extends Problem>(found: CourseImport | P, language: Language): CourseImportType | P {
  if (isProblem(found)) return found;
  const findings = found.findings.map(({ severity, file, line, code, values }) => ({ severity, file, line, code, message: findingTexts.render(code, language, values) }));
  return { ...found, findings } as unknown as CourseImportType;
}
