import { basename } from 'node:path/posix';
import { type Curriculum, type CurriculumLesson, type CurriculumModule, type CurriculumText } from '../../domain/curriculum.js';
import { languageOf } from '../content-language.js';
import { asText, type CurriculumDocument, isDocument } from '../documents/document.js';
import { groupBy } from '../group-by.js';
import { guessLanguage } from '../guess-language.js';
import { type CurriculumReader, type ReadingDesk } from '../reader.js';
import { type CurriculumSource } from '../source/curriculum-source.js';
import { titleText } from '../texts-in-languages.js';
import { byNumber } from './file-names.js';

interface LabFile {
  readonly path: string;
  /** Undefined where the whole folder is one language. */
  readonly language?: string;
  /** The path below the language: the same in all languages. */
  readonly key: string;
  readonly isDemo: boolean;
}

/** Below "Instructions", in a folder that says what they are or directly; a number somewhere in the name says the order. */
const LAB_PATH = /^(?:([^/]+)\/)?(instructions\/(?:([^/]*(?:labs?|demos?|walkthroughs?|exercises?)[^/]*)\/)?(?!readme)[^/]*\d[^/]*)\.(md|markdown|ipynb)$/i;

function labFiles(source: CurriculumSource): LabFile[] {
  return source.paths.filter(isDocument).flatMap((path) => {
    const match = LAB_PATH.exec(path);
    const language = match?.[1] ? languageOf(match[1]) : undefined;
    return match && (!match[1] || language) ? [{ path, language, key: match[2] ?? path, isDemo: /demo/i.test(match[3] ?? '') || /\/demo[^/]*$/i.test(path) }] : [];
  });
}

/** Labs and demonstrations as Microsoft Learning writes them: one folder a language, YAML heads with title and module. Demonstrations are for trainers. */
export const labInstructions: CurriculumReader = {
  name: 'lab-instructions',
  recognise: (source) => new Set(labFiles(source).map((file) => file.key)).size,
  read: async (desk) => new LabInstructions(desk).read(),
};

interface LabModule {
  readonly titles: Map<string, string>;
  readonly lessons: CurriculumLesson[];
}

class LabInstructions {
  constructor(private readonly desk: ReadingDesk) {}

  async read(): Promise<Curriculum> {
    const byKey = groupBy(labFiles(this.desk.source), (file) => file.key);
    const original = await this.originalLanguage([...byKey.values()].flat());
    const modules = new Map<string, LabModule>();
    for (const key of [...byKey.keys()].sort(byNumber)) await this.place(key, byKey.get(key) ?? [], original, modules);
    return {
      texts: new Map([[original, titleText(this.desk.source.name)]]),
      originalLanguage: original,
      modules: [...modules].map(([name, { titles, lessons }]): CurriculumModule => ({ key: name || '.', titles, introduction: new Map(), lessons, quizzes: [] })),
    };
  }

  /** English where there is an English folder, else the language with most files, else what the texts look like. */
  private async originalLanguage(files: readonly LabFile[]): Promise<string> {
    const counts = [...groupBy(files, (file) => file.language ?? '')].map(([language, inside]) => ({ language, count: inside.length }));
    const named = counts.filter(({ language }) => language !== '').sort((a, b) => Number(b.language === 'en') - Number(a.language === 'en') || b.count - a.count)[0];
    if (named) return named.language;
    const samples = await Promise.all(files.slice(0, 5).map((file) => this.desk.shelf.read(file.path)));
    return guessLanguage(samples.map((document) => document?.markdown ?? '').join('\n'));
  }

  private async place(key: string, files: readonly LabFile[], original: string, modules: Map<string, LabModule>): Promise<void> {
    const source = files.find((file) => (file.language ?? original) === original);
    const document = source && (await this.desk.shelf.read(source.path));
    if (!source || !document) {
      for (const file of files) this.desk.findings.warn('TRANSLATION_ORPHAN', file.path);
      return;
    }
    const module = this.moduleFor(document.module ?? '', original, modules);
    const texts = new Map([[original, this.text(document)]]);
    for (const file of files) await this.translate(file, { original, document, texts, titles: module.titles });
    const audience = source.isDemo || document.forTrainers ? 'trainers' : 'everyone';
    module.lessons.push({ key, audience, minutes: document.minutes, texts, assignments: [], quizzes: [] });
  }

  private moduleFor(name: string, original: string, modules: Map<string, LabModule>): LabModule {
    const module = modules.get(name) ?? { titles: new Map([[original, name || basename(this.desk.source.name)]]), lessons: [] };
    modules.set(name, module);
    return module;
  }

  private async translate(file: LabFile, into: { original: string; document: CurriculumDocument; texts: Map<string, CurriculumText>; titles: Map<string, string> }): Promise<void> {
    const language = file.language ?? into.original;
    const translation = language === into.original ? undefined : await this.desk.shelf.read(file.path);
    if (!translation) return;
    into.texts.set(language, this.text(translation, into.document));
    const { module } = translation;
    if (module && !into.titles.has(language) && module !== into.document.module) into.titles.set(language, module);
  }

  private text(document: CurriculumDocument, original?: CurriculumDocument): CurriculumText {
    return asText(document, this.desk.findings, { title: document.title ?? document.facts.title, original });
  }
}
