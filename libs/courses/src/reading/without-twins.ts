import { type Curriculum, type CurriculumModule } from '../domain/curriculum.js';
import { type Findings } from './findings/finding.js';

/** One thing, one identity: of two modules or lessons of one key the first is taken and the other reported; a quiz that two lessons link to stays with the first. */
export function withoutTwins(curriculum: Curriculum, findings: Findings): Curriculum {
  const seen = new Set<string>();
  const isFirst = (kind: string, key: string, file?: string): boolean => {
    const name = `${kind}:${key}`;
    if (!seen.has(name)) return Boolean(seen.add(name));
    if (file !== undefined) findings.warn('KEY_TWICE', file || '.', { values: { key } });
    return false;
  };
  const fileOf = (texts: CurriculumModule['introduction']): string => [...texts.values()][0]?.file ?? '.';
  const modules = curriculum.modules
    .filter((module) => isFirst('module', module.key, fileOf(module.introduction)))
    .map((module) => ({
      ...module,
      lessons: module.lessons
        .filter((lesson) => isFirst('lesson', lesson.key, fileOf(lesson.texts)))
        .map((lesson) => ({ ...lesson, quizzes: lesson.quizzes.filter(({ key }) => isFirst('quiz', key)) })),
    }));
  return { ...curriculum, modules: modules.map((module) => ({ ...module, quizzes: module.quizzes.filter(({ key }) => isFirst('quiz', key)) })) };
}
