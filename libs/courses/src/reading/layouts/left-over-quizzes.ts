import { type CurriculumModule, type CurriculumQuiz } from '../../domain/curriculum.js';
import { type Findings } from '../findings/finding.js';
import { groupBy } from '../group-by.js';
import { fileNumber } from './file-names.js';
import { type QuizShelf } from '../quizzes/quiz-files.js';

const keysOf = (module: CurriculumModule): readonly string[] => module.lessons.flatMap((lesson) => lesson.quizzes.map((quiz) => quiz.key));

/**
 * A quiz that no lesson links to goes to the module between those of its neighbours by number: the one after the last module that
 * holds a smaller number and before the first that holds a larger one, which is where its lesson is missing.
 */
export function placeLeftOverQuizzes(modules: readonly CurriculumModule[], shelf: QuizShelf, findings: Findings): readonly CurriculumModule[] {
  if (modules.length === 0) return modules;
  const linked = new Set(modules.flatMap(keysOf));
  const leftOver = [...shelf].filter(([key]) => !linked.has(key));
  for (const [key, texts] of leftOver) findings.warn('QUIZ_UNLINKED', [...texts.values()][0]?.file ?? '.', { values: { quiz: key } });
  const places = groupBy(leftOver, ([key]) => (Number.isNaN(Number(key)) ? placeByPath(shelf.places.get(key) ?? key, modules) : placeFor(Number(key), modules)));
  return modules.map((module, index) => ({ ...module, quizzes: inOrder(places.get(index) ?? []) }));
}

function inOrder(leftOver: readonly [key: string, texts: CurriculumQuiz['texts']][]): readonly CurriculumQuiz[] {
  return leftOver.map(([key, texts], position) => ({ key, texts, moment: position % 2 === 0 && !Number.isNaN(Number(key)) ? 'before' : 'after' }));
}

/** The module whose folder or number the quiz's path begins with, else the last one. */
function placeByPath(path: string, modules: readonly CurriculumModule[]): number {
  const inFolder = modules.findIndex(({ key }) => key !== '.' && path.startsWith(`${key}/`));
  const number = fileNumber(path)?.first;
  const byNumber = number === undefined || path.includes('/') ? -1 : modules.findIndex(({ key }) => key === number);
  return inFolder >= 0 ? inFolder : byNumber >= 0 ? byNumber : modules.length - 1;
}

function placeFor(number: number, modules: readonly CurriculumModule[]): number {
  const before = modules.findLastIndex((module) => keysOf(module).some((key) => Number(key) < number));
  const after = modules.findIndex((module) => keysOf(module).some((key) => Number(key) > number));
  if (before < 0) return Math.max(0, after);
  return after - before >= 2 ? before + 1 : before;
}
