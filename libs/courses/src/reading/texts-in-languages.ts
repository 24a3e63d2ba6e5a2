import { type ContentLanguage, type CurriculumText, type PerLanguage } from '../domain/curriculum.js';
import { asText } from './documents/document.js';
import { type PathIndex } from './path-index.js';
import { type ReadingDesk } from './reader.js';

/** The original and its translations as texts. Empty where the original cannot be read. */
export async function textsInLanguages(desk: ReadingDesk, index: PathIndex, original: { readonly path: string; readonly language: ContentLanguage }): Promise<PerLanguage<CurriculumText>> {
  const texts = new Map<ContentLanguage, CurriculumText>();
  const document = await desk.shelf.read(index.file(original.path));
  if (!document) return texts;
  texts.set(original.language, asText(document, desk.findings));
  for (const [language, path] of index.translationsOf(original.path)) {
    const translation = await desk.shelf.read(path);
    if (translation && !texts.has(language)) texts.set(language, asText(translation, desk.findings, { original: document }));
  }
  return texts;
}

export const titlesOf = (texts: PerLanguage<CurriculumText>): PerLanguage<string> => new Map([...texts].map(([language, text]) => [language, text.title]));

/** A title alone, where no file says more. */
export const titleText = (title: string): CurriculumText => ({ title, markdown: '', file: '', olderThanOriginal: false });
