import { type ContentLanguage, type CurriculumQuestion, type CurriculumQuiz } from '../../domain/curriculum.js';
import { languageOf } from '../content-language.js';
import { type Findings } from '../findings/finding.js';
import { type ReadingDesk } from '../reader.js';
import { decodeText } from '../source/decode-text.js';

interface QuizText {
  readonly title: string;
  readonly file: string;
  readonly questions: readonly CurriculumQuestion[];
}

/** Quizzes by key, each with its texts by language. */
export type QuizShelf = ReadonlyMap<string, ReadonlyMap<ContentLanguage, QuizText>>;

/** Reads every JSON file that holds quizzes as the quiz apps of such courses keep them: [{ quizzes: [{ id, title, quiz: [question] }] }]. */
export async function readQuizzes(desk: ReadingDesk, original: ContentLanguage): Promise<QuizShelf> {
  const shelf = new Map<string, Map<ContentLanguage, QuizText>>();
  for (const file of desk.source.paths.filter((path) => path.toLowerCase().endsWith('.json'))) {
    const language = languageOfFile(file) ?? original;
    for (const raw of await quizzesIn(file, desk)) {
      const texts = shelf.get(String(raw.id)) ?? new Map<ContentLanguage, QuizText>();
      shelf.set(String(raw.id), texts);
      if (!texts.has(language)) texts.set(language, { title: text(raw.title) || String(raw.id), file, questions: questionsOf(raw) });
    }
  }
  for (const [key, texts] of shelf) reportAnswers(key, texts.get(original) ?? [...texts.values()][0], desk.findings);
  return shelf;
}

function languageOfFile(file: string): ContentLanguage | undefined {
  const parts = file.replace(/\.json$/i, '').split('/').reverse();
  return parts.slice(0, 2).map(languageOf).find(Boolean);
}

interface RawQuiz {
  readonly id: string | number;
  readonly title?: unknown;
  readonly quiz: readonly unknown[];
}

async function quizzesIn(file: string, desk: ReadingDesk): Promise<readonly RawQuiz[]> {
  const { text } = decodeText(await desk.source.read(file));
  if (!text.includes('"quizzes"')) return [];
  try {
    const roots: unknown = JSON.parse(text);
    return (Array.isArray(roots) ? roots : [roots]).flatMap((root: unknown) => list(field(root, 'quizzes')).filter(isRawQuiz));
  } catch (error) {
    desk.findings.refuse('QUIZ_UNREADABLE', file, { values: { reason: error instanceof Error ? error.message : String(error) } });
    return [];
  }
}

const field = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isRawQuiz = (value: unknown): value is RawQuiz => ['string', 'number'].includes(typeof field(value, 'id')) && Array.isArray(field(value, 'quiz'));
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');

function questionsOf(quiz: RawQuiz): readonly CurriculumQuestion[] {
  return quiz.quiz.map((question) => ({
    text: text(field(question, 'questionText')),
    answers: list(field(question, 'answerOptions')).map((answer) => ({
      text: text(field(answer, 'answerText')),
      // Such files write the string "true" as often as the value.
      isRight: String(field(answer, 'isCorrect')).toLowerCase() === 'true',
    })),
  }));
}

function reportAnswers(quiz: string, texts: QuizText | undefined, findings: Findings): void {
  texts?.questions.forEach(({ answers }, index) => {
    const count = answers.filter((answer) => answer.isRight).length;
    const values = { quiz, question: index + 1, count };
    if (count === 0) findings.warn('QUESTION_WITHOUT_RIGHT_ANSWER', texts.file, { values });
    if (count > 1) findings.warn('QUESTION_SEVERAL_RIGHT_ANSWERS', texts.file, { values });
  });
}

const QUIZ_LINK = /\/quiz(?:zes)?\/([\w-]+)(?:[/?#]|$)/i;

/** Keys of the quizzes that a lesson links to, in the order of the links; the first one is meant before the lesson. */
export function quizKeysIn(links: readonly { readonly target: string }[]): readonly string[] {
  return [...new Set(links.flatMap((link) => QUIZ_LINK.exec(link.target)?.[1] ?? []))];
}

export function asQuiz(key: string, shelf: QuizShelf, moment: CurriculumQuiz['moment']): CurriculumQuiz | undefined {
  const texts = shelf.get(key);
  return texts && { key, moment, texts };
}

