import { type CurriculumQuestion } from '../../domain/curriculum.js';

/** A quiz as it stands in a file, before its key is known. */
export interface FoundQuiz {
  readonly id?: string;
  readonly title?: string;
  readonly questions: readonly CurriculumQuestion[];
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');
const first = (json: Json, names: readonly string[]): unknown => names.map((name) => json[name]).find((value) => value !== undefined && value !== null);

const QUESTIONS = ['quiz', 'questions', 'items'];
const QUESTION = ['questionText', 'question', 'question_text', 'text', 'prompt', 'title', 'stem'];
const ANSWERS = ['answerOptions', 'answers', 'options', 'choices', 'alternatives'];
const ANSWER = ['answerText', 'text', 'answer', 'option', 'label', 'content', 'value'];
const IS_RIGHT = ['isCorrect', 'is_correct', 'correct', 'isRight', 'right'];
const RIGHT_ONES = ['correctAnswers', 'correct_answers', 'correctAnswer', 'correct_answer', 'correctIndex', 'correctOption', 'correct', 'answer', 'solution'];

/**
 * Quizzes in a JSON value, whatever its author calls their parts: [{ quizzes: [{ id, title, quiz: [question] }] }] of the quiz apps of such courses,
 * { title, questions: [...] }, or a plain list of questions. Empty where it holds none.
 */
export function quizzesOf(root: unknown): readonly FoundQuiz[] {
  const roots = Array.isArray(root) ? root.filter(isObject) : [root].filter(isObject);
  const grouped = roots.flatMap((one) => list(one['quizzes']).filter(isObject)).flatMap(quizOf);
  if (grouped.length > 0) return grouped;
  const single = roots.flatMap(quizOf);
  if (single.length > 0) return single;
  const questions = roots.flatMap((one) => questionOf(one) ?? []);
  return questions.length > 0 && questions.length === roots.length ? [{ questions }] : [];
}

function quizOf(json: Json): readonly FoundQuiz[] {
  const listed = QUESTIONS.map((name) => json[name]).find((value) => Array.isArray(value));
  const questions = list(listed).filter(isObject);
  const read = questions.flatMap((question) => questionOf(question) ?? []);
  // A list of anything else is no quiz; an empty one of a quiz app is, so that its links lead somewhere.
  if (listed === undefined || (read.length === 0 && (questions.length > 0 || json['quiz'] === undefined))) return [];
  return [{ id: text(json['id'] ?? json['quizId']) || undefined, title: text(json['title'] ?? json['name'] ?? json['quiz_title']) || undefined, questions: read }];
}

function questionOf(json: Json): CurriculumQuestion | undefined {
  const asked = text(first(json, QUESTION));
  const options = first(json, ANSWERS);
  const answers = isObject(options) ? Object.entries(options).map(([name, value]) => ({ name, value })) : list(options).map((value, index) => ({ name: String.fromCharCode(97 + index), value }));
  if (asked === '' || answers.length === 0) return undefined;
  const right = rightOnes(json);
  return {
    text: asked,
    answers: answers.map(({ name, value }, index) => {
      const shown = isObject(value) ? text(first(value, ANSWER)) : text(value);
      return { text: shown, isRight: marked(value) || isNamed(right, { name, index, shown, id: isObject(value) ? text(value['id']) : '' }) };
    }),
  };
}

/** Such files write the string "true" as often as the value, and some write 1. */
const marked = (value: unknown): boolean => isObject(value) && ['true', '1', 'yes'].includes(text(typeof first(value, IS_RIGHT) === 'boolean' ? String(first(value, IS_RIGHT)) : first(value, IS_RIGHT)).toLowerCase());

function rightOnes(json: Json): readonly unknown[] {
  const found = first(json, RIGHT_ONES);
  return Array.isArray(found) ? (found as readonly unknown[]) : found === undefined ? [] : [found];
}

/** By its place from 0, its letter, its id or its words. */
function isNamed(right: readonly unknown[], answer: { readonly name: string; readonly index: number; readonly shown: string; readonly id: string }): boolean {
  return right.some((one) => (typeof one === 'number' ? one === answer.index : [answer.name, answer.shown, answer.id].some((name) => name !== '' && name.toLowerCase() === text(one).toLowerCase())));
}
