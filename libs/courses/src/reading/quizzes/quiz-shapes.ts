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
const QUESTION = ['questionText', 'question', 'question_text', 'text', 'prompt', 'title', 'stem', 'q'];
const ANSWERS = ['answerOptions', 'answers', 'options', 'choices', 'alternatives', 'a'];
const ANSWER = ['answerText', 'text', 'answer', 'option', 'label', 'content', 'value'];
const IS_RIGHT = ['isCorrect', 'is_correct', 'correct', 'isRight', 'right'];
/** Answers as parts of the question itself: "A" and "B", "option1" and "option2". */
const OWN_ANSWER = /^(?:option|answer|choice)?[\s_-]?[a-h1-8]$/i;
const WRONG_ONES = ['incorrect_answers', 'incorrectAnswers', 'wrongAnswers', 'distractors'];
/** How deep a list of questions may lie in what surrounds it. */
const DEEPEST = 4;
const RIGHT_ONES = ['correctAnswers', 'correct_answers', 'correctAnswer', 'correct_answer', 'correctIndex', 'correctOption', 'correct', 'answer', 'solution'];

/**
 * Quizzes in a JSON value, whatever its author calls their parts: [{ quizzes: [{ id, title, quiz: [question] }] }] of the quiz apps of such courses,
 * { title, questions: [...] }, or a plain list of questions. Empty where it holds none.
 */
export function quizzesOf(root: unknown): readonly FoundQuiz[] {
  return quizzesIn(root, DEEPEST);
}

function quizzesIn(root: unknown, depth: number): readonly FoundQuiz[] {
  const found = quizzesHere(root);
  if (found.length > 0 || depth === 0 || !isObject(root)) return found;
  // Questions by name, as { q1: {...}, q2: {...} }, are one list.
  const named = quizzesHere(Object.values(root));
  return named.length > 0 ? named : Object.values(root).flatMap((value) => quizzesIn(value, depth - 1));
}

function quizzesHere(root: unknown): readonly FoundQuiz[] {
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
  const answers = answersOf(json);
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

/** Each with the name by which the question may call it right. */
function answersOf(json: Json): readonly { readonly name: string; readonly value: unknown }[] {
  const options = first(json, ANSWERS);
  if (isObject(options)) return Object.entries(options).map(([name, value]) => ({ name, value }));
  const wrong = list(first(json, WRONG_ONES));
  // The right one is named apart: among the others it must not always be the first.
  const listed = wrong.length > 0 ? [...rightOnes(json), ...wrong].sort((a, b) => text(a).localeCompare(text(b), 'en')) : list(options);
  if (listed.length > 0) return listed.map((value, index) => ({ name: String.fromCharCode(97 + index), value }));
  return Object.entries(json).filter(([name, value]) => OWN_ANSWER.test(name) && text(value) !== '' && name !== 'q').map(([name, value]) => ({ name, value }));
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
