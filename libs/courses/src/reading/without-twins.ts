import { type Curriculum, type CurriculumAssignment, type CurriculumLesson, type CurriculumModule } from '../domain/curriculum.js';
import { titleFromName } from './documents/document.js';
import { type Findings } from './findings/finding.js';
import { titleText } from './texts-in-languages.js';

/**
 * One thing, one identity: of two modules, lessons or parts of one key the first is taken and the other reported; a quiz that two lessons link to stays
 * with the first. A lesson whose text could not be read is no lesson, unless something else hangs on it.
 */
export function withoutTwins(curriculum: Curriculum, findings: Findings): Curriculum {
  const seen = new Set<string>();
  const isFirst = (kind: string, key: string, file?: string): boolean => {
    const name = `${kind}:${key}`;
    if (!seen.has(name)) return Boolean(seen.add(name));
    if (file !== undefined) findings.warn('KEY_TWICE', file || '.', { values: { key } });
    return false;
  };
  const lessonOf = (lesson: CurriculumLesson): CurriculumLesson => ({
    ...lesson,
    texts: lesson.texts.size > 0 ? lesson.texts : new Map([[curriculum.originalLanguage, titleText(titleFromName(lesson.key))]]),
    assignments: distinctParts('assignment', lesson.key, lesson.assignments),
    materials: distinctParts('material', lesson.key, lesson.materials ?? []),
    quizzes: lesson.quizzes.filter(({ key }) => isFirst('quiz', key)),
  });
  const distinctParts = (kind: string, lesson: string, parts: readonly CurriculumAssignment[]): readonly CurriculumAssignment[] =>
    parts.filter(({ key, texts }, index) => isFirst('part', `${lesson}#${key ?? `${kind}-${index + 1}`}`, fileOf(texts)));
  const modules = curriculum.modules
    .filter((module) => isFirst('module', module.key, fileOf(module.introduction)))
    .map((module) => ({ ...module, lessons: module.lessons.filter(isSomething).filter((lesson) => isFirst('lesson', lesson.key, fileOf(lesson.texts))).map(lessonOf) }));
  return { ...curriculum, modules: modules.map((module) => ({ ...module, quizzes: module.quizzes.filter(({ key }) => isFirst('quiz', key)) })) };
}

const fileOf = (texts: CurriculumModule['introduction']): string => [...texts.values()][0]?.file ?? '.';
const isSomething = ({ texts, assignments, materials = [], quizzes }: CurriculumLesson): boolean => texts.size + assignments.length + materials.length + quizzes.length > 0;
