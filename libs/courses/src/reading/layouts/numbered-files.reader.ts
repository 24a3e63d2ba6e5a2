import { dirname, relative } from 'node:path/posix';
import { type ContentLanguage, type Curriculum, type CurriculumLesson, type CurriculumModule, type CurriculumQuiz, type CurriculumText, type PerLanguage } from '../../domain/curriculum.js';
import { titleFromName } from '../documents/document.js';
import { groupBy } from '../group-by.js';
import { guessLanguage } from '../guess-language.js';
import { PathIndex } from '../path-index.js';
import { asQuiz, quizKeysIn, quizzesBeside, type QuizShelf, readQuizzes } from '../quizzes/quiz-files.js';
import { type CurriculumReader, type ReadingDesk } from '../reader.js';
import { textsInLanguages, titlesOf, titleText } from '../texts-in-languages.js';
import { areNumberedTwice, byNumber, fileNumber, holdsNoTexts, isHousekeeping, isReadme } from './file-names.js';
import { placeLeftOverQuizzes } from './left-over-quizzes.js';

const numberedFilesOf = (index: PathIndex): readonly string[] => index.originals.filter((path) => fileNumber(path) !== undefined && !holdsNoTexts(path) && path.split('/').length <= 4).sort(byNumber);

/**
 * Lessons are files and their names say the order: "2.1 IAM key concepts.md" is lesson 1 of module 2, "03-arrays.ipynb" is lesson 3, and
 * "2-basics/01-data.md" lesson 1 of the folder's module.
 */
export const numberedFiles: CurriculumReader = {
  name: 'numbered-files',
  recognise: (source) => numberedFilesOf(new PathIndex(source)).length,
  read: async (desk) => {
    const index = new PathIndex(desk.source);
    const files = numberedFilesOf(index);
    const samples = await Promise.all(files.slice(0, 5).map((file) => desk.shelf.read(index.file(file))));
    const language = index.originalLanguage ?? guessLanguage(samples.map((document) => document?.markdown ?? '').join('\n'));
    return new NumberedFiles(desk, { index, language, quizzes: await readQuizzes(desk, language) }).read(files);
  },
};

interface Found {
  readonly index: PathIndex;
  readonly language: ContentLanguage;
  readonly quizzes: QuizShelf;
}

class NumberedFiles {
  private readonly index: PathIndex;
  private readonly language: ContentLanguage;
  private readonly quizzes: QuizShelf;

  constructor(
    private readonly desk: ReadingDesk,
    found: Found,
  ) {
    ({ index: this.index, language: this.language, quizzes: this.quizzes } = found);
  }

  async read(files: readonly string[]): Promise<Curriculum> {
    const lessons = files.filter((file) => !this.quizzes.files.has(this.index.file(file)));
    const dashes = areNumberedTwice(lessons);
    const groups = groupBy(lessons, (file) => moduleOf(file, dashes));
    const names = await this.moduleNames();
    const modules: CurriculumModule[] = [];
    for (const [key, inside] of groups) modules.push(await this.module(key, inside, names));
    this.reportUnused(new Set(files));
    return { texts: await this.texts(), originalLanguage: this.language, modules: placeLeftOverQuizzes(modules, this.quizzes, this.desk.findings) };
  }

  private async module(key: string, files: readonly string[], names: (number: string) => PerLanguage<string>): Promise<CurriculumModule> {
    const lessons: CurriculumLesson[] = [];
    for (const file of files) lessons.push(await this.lesson(file));
    const folder = dirname(files[0] ?? '');
    if (folder === '.') return { key, titles: names(key === '.' ? '' : key), introduction: new Map(), lessons, quizzes: [] };
    const readme = this.index.inFolder(folder).find(isReadme);
    const introduction = readme ? await textsInLanguages(this.desk, this.index, { path: readme, language: this.language }) : new Map<string, never>();
    const titles = introduction.size > 0 ? titlesOf(introduction) : new Map([[this.language, titleFromName(folder)]]);
    return { key, titles, introduction, lessons, quizzes: [] };
  }

  private reportUnused(files: ReadonlySet<string>): void {
    this.index.reportStrays(this.desk.findings);
    for (const path of this.index.originals) {
      const isMeant = !files.has(path) && !isHousekeeping(path) && !holdsNoTexts(path) && !this.quizzes.files.has(this.index.file(path));
      if (isMeant) this.desk.findings.warn('DOCUMENT_UNUSED', this.index.file(path));
    }
  }

  private async texts(): Promise<PerLanguage<CurriculumText>> {
    const readme = this.index.inFolder('.').find(isReadme);
    const texts = readme ? await textsInLanguages(this.desk, this.index, { path: readme, language: this.language }) : new Map<string, never>();
    return texts.size > 0 ? texts : new Map([[this.language, titleText(this.desk.source.name)]]);
  }

  private async lesson(file: string): Promise<CurriculumLesson> {
    const texts = await textsInLanguages(this.desk, this.index, { path: file, language: this.language });
    const document = await this.desk.shelf.read(this.index.file(file));
    const quizzes = this.quizzesOf(file, document?.facts.links ?? []);
    const outside = document && quizzes.length === 0 && /quiz/i.test(file) ? document.facts.links.find((link) => /^https?:/i.test(link.target)) : undefined;
    if (document && outside) this.desk.findings.warn('QUIZ_EXTERNAL', document.path, { line: outside.line, values: { host: hostOf(outside.target) } });
    return { key: stemOf(file), audience: 'everyone', minutes: document?.minutes, texts, assignments: [], materials: [], quizzes };
  }

  /** Those that it links to, and those in a file of its name: "03-arrays.quiz.json" of "03-arrays.md". */
  private quizzesOf(file: string, links: readonly { readonly target: string; readonly line: number }[]): readonly CurriculumQuiz[] {
    const linked = quizKeysIn(links).flatMap(({ key }, position) => asQuiz(key, this.quizzes, position === 0 ? 'before' : 'after') ?? []);
    const own = quizzesBeside((path) => stemOf(path).replace(/[._-]?quiz$/i, '') === stemOf(file), this.quizzes);
    return [...linked, ...own.filter(({ key }) => !linked.some((quiz) => quiz.key === key))];
  }

  /** Module names from the table of contents in the README: the cell after the cell with a lesson's number. */
  private async moduleNames(): Promise<(number: string) => PerLanguage<string>> {
    const names = new Map<string, Map<string, string>>();
    const readme = this.index.inFolder('.').find(isReadme) ?? 'README.md';
    for (const [language, path] of new Map([[this.language, this.index.file(readme)], ...this.index.translationsOf(readme)])) {
      const document = await this.desk.shelf.read(path);
      for (const { module, name } of (document?.facts.tableRows ?? []).flatMap(moduleRow)) {
        const texts = names.get(module) ?? new Map<string, string>();
        names.set(module, texts);
        if (!texts.has(language)) texts.set(language, name);
      }
    }
    return (number) => names.get(String(Number(number))) ?? new Map([[this.language, number ? `Module ${Number(number)}` : titleFromName(this.desk.source.name)]]);
  }
}

function moduleRow(cells: readonly string[]): { readonly module: string; readonly name: string }[] {
  const module = /^(\d+)\.\d+$/.exec(cells[0] ?? '')?.[1];
  return module && cells[1] ? [{ module: String(Number(module)), name: cells[1] }] : [];
}

const stemOf = (path: string): string => path.replace(/\.[^./]+$/, '');

function hostOf(target: string): string {
  return URL.canParse(target) ? new URL(target).host : target;
}

/** "2" for "2.1 …" at the root and the folder elsewhere; "." where the name has one number only: then all lessons at the root are in one module. */
function moduleOf(file: string, dashes: boolean): string {
  const folder = dirname(file);
  const number = fileNumber(file, dashes);
  if (folder !== '.') return relative('.', folder);
  return number?.second === undefined ? '.' : number.first;
}
