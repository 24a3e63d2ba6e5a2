import { forget, keep, kept } from '~/lib/offline-copy';
import { type TextDraft } from './operations';

export interface TextPlace {
  readonly ownerId: string;
  readonly language: string;
}

/** What was typed and not yet known to be saved when its page was left. */
export interface KeptText {
  /** Of the text that the person wrote on. */
  readonly version: number;
  readonly draft: TextDraft;
}

const nameOf = ({ ownerId, language }: TextPlace): string => `unsaved ${ownerId} ${language}`;
const plain = ({ title, markdown, questions }: TextDraft): string =>
  JSON.stringify([title, markdown, questions?.map(({ text, answers }) => [text, answers.map((answer) => [answer.text, answer.isRight])])]);

export const isSameText = (a: TextDraft, b: TextDraft): boolean => plain(a) === plain(b);
export const forgetText = (place: TextPlace): void => forget(nameOf(place));
export const keptText = (place: TextPlace): KeptText | undefined => kept<KeptText>(nameOf(place));

/** False on a device that keeps nothing: a private window, a full store. */
export function keepText(place: TextPlace, text: KeptText): boolean {
  keep(nameOf(place), text);
  const there = keptText(place);
  return there !== undefined && isSameText(there.draft, text.draft);
}
