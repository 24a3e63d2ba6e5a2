import { type ContentLanguage, type CurriculumQuestion, type CurriculumQuiz } from '../../domain/curriculum.js';
import { languageOf } from '../content-language.js';
import { isDocument, titleFromName } from '../documents/document.js';
import { lineOfFault } from '../documents/json-fault.js';
import { storable } from '../documents/storable.js';
import { locateAll } from '../language-places.js';
import { type ReadingDesk } from '../reader.js';
import { decodeText } from '../source/decode-text.js';
import { markdownQuestions } from './markdown-quiz.js';
import { type FoundQuiz, quizzesOf } from './quiz-shapes.js';

interface QuizText {
  readonly title: string;
  readonly file: string;
  readonly questions: readonly CurriculumQuestion[];
}

/** Quizzes by key, each with its texts by language. */
export class QuizShelf extends Map<string, Map<ContentLanguage, QuizText>> {
  /** Files that hold quizzes and nothing else: no text of a lesson. */
  readonly files = new Set<string>();
  /** For a quiz without an id: the path of its file without language. */
  readonly places = new Map<string, string>();
}

const isQuizDocument = (path: string): boolean => isDocument(path) && /quiz|test-yourself|knowledge-?check/i.test(path.split('/').at(-1) ?? '');

/** Reads every JSON file that holds quizzes, in the form of the quiz apps of such courses or another one, and every Markdown file that is called a quiz and holds questions. */
export async function readQuizzes(desk: ReadingDesk, original: ContentLanguage): Promise<QuizShelf> {
  const shelf = new QuizShelf();
  const files = desk.source.paths.filter((path) => isQuizDocument(path) || /\.json$/i.test(path));
  for (const located of locateAll(files).paths) {
    const { path } = located;
    const found = isDocument(path) ? await quizInDocument(path, desk) : await quizzesIn(path, desk);
    if (found.quizzes.length > 0) shelf.files.add(path);
    const language = located.language ?? languageOfFile(path) ?? original;
    found.quizzes.forEach((quiz, index) => {
      const key = put(shelf, quiz, { path, bare: located.bare, index, language });
      if (language === original) reportAnswers(key, shelf.get(key)?.get(language), found.text, desk);
    });
  }
  return shelf;
}

interface QuizPlace {
  readonly path: string;
  readonly bare: string;
  /** Among the quizzes of its file. */
  readonly index: number;
  readonly language: ContentLanguage;
}

/** Its key; a second text of a language stays outside. */
function put(shelf: QuizShelf, quiz: FoundQuiz, { path, bare, index, language }: QuizPlace): string {
  const key = quiz.id ?? `${bare.replace(/\.[^./]+$/, '')}${index === 0 ? '' : `-${index + 1}`}`;
  if (quiz.id === undefined) shelf.places.set(key, bare);
  const texts = shelf.get(key) ?? new Map<ContentLanguage, QuizText>();
  shelf.set(key, texts);
  const named = quiz.id === undefined ? titleFromName(bare) : key;
  if (!texts.has(language)) texts.set(language, { title: quiz.title ?? named, file: path, questions: quiz.questions });
  return key;
}

/** "quiz-app/src/assets/translations/fr.json" and "translations/fr/lesson-1.json". */
function languageOfFile(file: string): ContentLanguage | undefined {
  const parts = file.replace(/\.json$/i, '').split('/').reverse();
  return parts.slice(0, 2).map(languageOf).find(Boolean);
}

interface Found {
  readonly text: string;
  readonly quizzes: readonly FoundQuiz[];
}

const NOTHING: Found = { text: '', quizzes: [] };

async function quizInDocument(path: string, desk: ReadingDesk): Promise<Found> {
  const document = await desk.shelf.read(path);
  const questions = document ? markdownQuestions(document.markdown) : [];
  return document && questions.length > 0 ? { text: document.markdown, quizzes: [{ title: document.facts.title, questions }] } : NOTHING;
}

async function quizzesIn(file: string, desk: ReadingDesk): Promise<Found> {
  const bytes = await desk.source.read(file);
  if (!mayHoldQuizzes(file, bytes)) return NOTHING;
  const { text } = decodeText(bytes);
  try {
    const quizzes = quizzesOf(JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? storable(value) : value)));
    if (isCalledQuiz(file) && quizzes.length === 0) desk.findings.warn('QUIZ_EMPTY', file);
    return { text, quizzes };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // Data of programs that nobody calls a quiz is no quiz that broke.
    if (/quiz/i.test(file) || text.includes('"quizzes"')) desk.findings.refuse('QUIZ_UNREADABLE', file, { line: lineOfFault(text, reason), values: { reason } });
    return NOTHING;
  }
}

const LARGEST = 5_000_000;
const isCalledQuiz = (file: string): boolean => /quiz/i.test(file.split('/').at(-1) ?? '');
const mayHoldQuizzes = (file: string, bytes: Buffer): boolean => bytes.length <= LARGEST && (isCalledQuiz(file) || /"(quizzes|quiz|questions?|questionText)"/.test(bytes.toString('latin1')));

function reportAnswers(quiz: string, texts: QuizText | undefined, text: string, { findings }: ReadingDesk): void {
  texts?.questions.forEach(({ text: asked, answers }, index) => {
    const count = answers.filter((answer) => answer.isRight).length;
    if (count === 1) return;
    const at = text.indexOf(JSON.stringify(asked).slice(1, -1));
    const place = { line: at < 0 ? undefined : text.slice(0, at).split('\n').length, values: { quiz, question: index + 1, count } };
    findings.warn(count === 0 ? 'QUESTION_WITHOUT_RIGHT_ANSWER' : 'QUESTION_SEVERAL_RIGHT_ANSWERS', texts.file, place);
  });
}

const QUIZ_LINK = /\/quiz(?:zes)?\/([\w-]+)(?:[/?#]|$)/i;

/** Keys of the quizzes that a lesson links to, once each in the order of the links; the first one is meant before the lesson. */
export function quizKeysIn(links: readonly { readonly target: string; readonly line: number }[]): readonly { readonly key: string; readonly line: number }[] {
  const lines = new Map<string, number>();
  for (const { target, line } of links) {
    const key = QUIZ_LINK.exec(target)?.[1];
    if (key !== undefined && !lines.has(key)) lines.set(key, line);
  }
  return [...lines].map(([key, line]) => ({ key, line }));
}

export function asQuiz(key: string, shelf: QuizShelf, moment: CurriculumQuiz['moment']): CurriculumQuiz | undefined {
  const texts = shelf.get(key);
  return texts && { key, moment, texts };
}

/** Quizzes without an id whose file belongs somewhere, told by its path: what is called "pre" stands before the text. */
export function quizzesBeside(belongs: (path: string) => boolean, shelf: QuizShelf): readonly CurriculumQuiz[] {
  return [...shelf.places].flatMap(([key, path]) => (belongs(path) ? (asQuiz(key, shelf, /(^|[^a-z])(pre|before|avant|voor|vor)([^a-z]|$)/i.test(path.split('/').at(-1) ?? '') ? 'before' : 'after') ?? []) : []));
}
