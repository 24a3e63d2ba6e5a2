import { type Curriculum, type CurriculumAssignment, type CurriculumLesson, type CurriculumModule, type CurriculumQuiz } from './curriculum.js';

/** Names of all parts of a curriculum, as texts are owned: "module:2-basics", "lesson:2-basics/1-types", "activity:quiz-7". */
export function partNames(curriculum: Curriculum): ReadonlySet<string> {
  return new Set(
    curriculum.modules.flatMap((module) => [
      `module:${module.key}`,
      ...module.quizzes.map(quizName),
      ...module.lessons.flatMap((lesson) => [`lesson:${lesson.key}`, ...lesson.quizzes.map(quizName), ...namesOf(lesson, 'assignment', lesson.assignments), ...namesOf(lesson, 'material', lesson.materials)]),
    ]),
  );
}

/** The files without what somebody has removed here. */
export function withoutRemoved(curriculum: Curriculum, removed: ReadonlySet<string>): Curriculum {
  if (removed.size === 0) return curriculum;
  const quizzes = (all: readonly CurriculumQuiz[]): readonly CurriculumQuiz[] => all.filter((quiz) => !removed.has(quizName(quiz)));
  const parts = (lesson: CurriculumLesson, kind: string, all: readonly CurriculumAssignment[] = []): readonly CurriculumAssignment[] => {
    const names = namesOf(lesson, kind, all);
    // The name by place has to survive that a brother is gone.
    return all.map((part, index) => ({ ...part, key: part.key ?? `${kind}-${index + 1}` })).filter((_, index) => !removed.has(names[index] ?? ''));
  };
  const lesson = (one: CurriculumLesson): CurriculumLesson => ({ ...one, assignments: parts(one, 'assignment', one.assignments), materials: parts(one, 'material', one.materials), quizzes: quizzes(one.quizzes) });
  const module = (one: CurriculumModule): CurriculumModule => ({ ...one, lessons: one.lessons.filter(({ key }) => !removed.has(`lesson:${key}`)).map(lesson), quizzes: quizzes(one.quizzes) });
  return { ...curriculum, modules: curriculum.modules.filter(({ key }) => !removed.has(`module:${key}`)).map(module) };
}

const quizName = ({ key }: CurriculumQuiz): string => `activity:quiz-${key}`;
const namesOf = (lesson: CurriculumLesson, kind: string, parts: readonly CurriculumAssignment[] = []): readonly string[] => parts.map(({ key }, index) => `activity:${lesson.key}#${key ?? `${kind}-${index + 1}`}`);
