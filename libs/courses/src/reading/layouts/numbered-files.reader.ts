import { basename } from 'node:path/posix';
import { type Curriculum, type CurriculumLesson, type CurriculumModule, type CurriculumText, type PerLanguage } from '../../domain/curriculum.js';
import { titleFromName } from '../documents/document.js';
import { groupBy } from '../group-by.js';
import { guessLanguage } from '../guess-language.js';
import { PathIndex } from '../path-index.js';
import { type CurriculumReader, type ReadingDesk } from '../reader.js';
import { type CurriculumSource } from '../source/curriculum-source.js';
import { textsInLanguages, titleText } from '../texts-in-languages.js';
import { byNumber } from './lesson-folders.plan.js';

const NUMBERED_FILE = /^(\d+)(?:\.(\d+))?[-_. ]+\S.*\.(md|markdown|ipynb)$/i;

const numberedFilesOf = (source: CurriculumSource): string[] => new PathIndex(source).originals.filter((path) => !path.includes('/') && NUMBERED_FILE.test(basename(path))).sort(byNumber);

/** All lessons in one folder, the order in the file name: "2.1 IAM key concepts.md" is lesson 1 of module 2; "03-arrays.ipynb" is lesson 3. */
export const numberedFiles: CurriculumReader = {
  name: 'numbered-files',
  recognise: (source) => numberedFilesOf(source).length,
  read: async (desk) => {
    const index = new PathIndex(desk.source);
    const files = numberedFilesOf(desk.source);
    const samples = await Promise.all(files.slice(0, 5).map((file) => desk.shelf.read(file)));
    const language = guessLanguage(samples.map((document) => document?.markdown ?? '').join('\n'));
    return new NumberedFiles(desk, index, language).read(files);
  },
};

class NumberedFiles {
  constructor(
    private readonly desk: ReadingDesk,
    private readonly index: PathIndex,
    private readonly language: string,
  ) {}

  async read(files: readonly string[]): Promise<Curriculum> {
    const groups = groupBy(files, moduleNumber);
    const names = await this.moduleNames();
    const modules: CurriculumModule[] = [];
    for (const [number, inside] of groups) {
      const lessons: CurriculumLesson[] = [];
      for (const file of inside) lessons.push(await this.lesson(file));
      modules.push({ key: number || '.', titles: names(number), introduction: new Map(), lessons, quizzes: [] });
    }
    for (const orphan of this.index.orphans()) this.desk.findings.warn('TRANSLATION_ORPHAN', orphan);
    return { texts: await this.texts(), originalLanguage: this.language, modules };
  }

  private async texts(): Promise<PerLanguage<CurriculumText>> {
    const texts = await textsInLanguages(this.desk, this.index, { path: 'README.md', language: this.language });
    return texts.size > 0 ? texts : new Map([[this.language, titleText(this.desk.source.name)]]);
  }

  private async lesson(file: string): Promise<CurriculumLesson> {
    const texts = await textsInLanguages(this.desk, this.index, { path: file, language: this.language });
    const document = await this.desk.shelf.read(file);
    const outside = document && /quiz/i.test(file) ? document.facts.links.find((link) => /^https?:/i.test(link.target)) : undefined;
    if (outside) this.desk.findings.warn('QUIZ_EXTERNAL', file, { line: outside.line, values: { host: new URL(outside.target).host } });
    return { key: file.replace(/\.[^.]+$/, ''), audience: 'everyone', texts, assignments: [], quizzes: [] };
  }

  /** Module names from the table of contents in the README: the cell after the cell with a lesson's number. */
  private async moduleNames(): Promise<(number: string) => PerLanguage<string>> {
    const names = new Map<string, Map<string, string>>();
    for (const [language, path] of new Map([[this.language, 'README.md'], ...this.index.translationsOf('README.md')])) {
      const document = await this.desk.shelf.read(path);
      for (const { module, name } of (document?.facts.tableRows ?? []).flatMap(moduleRow)) {
        const texts = names.get(module) ?? new Map<string, string>();
        names.set(module, texts);
        if (!texts.has(language)) texts.set(language, name);
      }
    }
    return (number) => names.get(number) ?? new Map([[this.language, number ? `Module ${number}` : titleFromName(this.desk.source.name)]]);
  }
}

function moduleRow(cells: readonly string[]): { readonly module: string; readonly name: string }[] {
  const module = /^(\d+)\.\d+$/.exec(cells[0] ?? '')?.[1];
  return module && cells[1] ? [{ module, name: cells[1] }] : [];
}

/** "2" for "2.1 …"; empty where the name has one number only: then all lessons are in one module. */
function moduleNumber(file: string): string {
  const match = NUMBERED_FILE.exec(basename(file));
  return match?.[2] === undefined ? '' : (match[1] ?? '');
}
