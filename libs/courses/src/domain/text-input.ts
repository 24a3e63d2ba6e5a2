import { type Fault } from '@app/platform';

export interface QuestionInput {
  readonly text: string;
  readonly answers: readonly { readonly text: string; readonly isRight: boolean }[];
}

export interface TextInput {
  readonly title: string;
  readonly markdown: string;
  readonly questions?: readonly QuestionInput[] | null;
}

export const LONGEST_TITLE = 500;
export const LONGEST_TEXT = 400_000;

/** What is wrong with a text as somebody wrote it; every fault at once. */
export function faultsOfText({ title, markdown, questions }: TextInput): readonly Fault[] {
  const faults: Fault[] = [];
  if (title.trim() === '') faults.push({ field: 'title', reason: 'value.missing' });
  if (title.length > LONGEST_TITLE) faults.push({ field: 'title', reason: 'text.too-long', values: { max: LONGEST_TITLE } });
  if (/\p{Cc}/u.test(title)) faults.push({ field: 'title', reason: 'text.one-line' });
  if (markdown.length > LONGEST_TEXT) faults.push({ field: 'markdown', reason: 'text.too-long', values: { max: LONGEST_TEXT } });
  (questions ?? []).forEach((question, index) => faults.push(...faultsOfQuestion(question, `questions.${index}`)));
  return faults;
}

export const LONGEST_PRICE = 100;

/** A price is a line that people read: "250 €", "80 € for job seekers". */
export function faultsOfPrice(price: string | null): readonly Fault[] {
  if (price === null) return [];
  if (/\p{Cc}/u.test(price)) return [{ field: 'price', reason: 'text.one-line' }];
  return price.length > LONGEST_PRICE ? [{ field: 'price', reason: 'text.too-long', values: { max: LONGEST_PRICE } }] : [];
}

function faultsOfQuestion({ text, answers }: QuestionInput, at: string): Fault[] {
  const faults: Fault[] = [];
  if (text.trim() === '') faults.push({ field: `${at}.text`, reason: 'value.missing' });
  if (answers.length < 2) faults.push({ field: `${at}.answers`, reason: 'question.too-few-answers' });
  if (!answers.some(({ isRight }) => isRight)) faults.push({ field: `${at}.answers`, reason: 'question.no-right-answer' });
  answers.forEach((answer, index) => answer.text.trim() === '' && faults.push({ field: `${at}.answers.${index}.text`, reason: 'value.missing' }));
  return faults;
}
