import { type Curriculum, type CurriculumAssignment, type CurriculumLesson, type CurriculumModule, type CurriculumQuiz, type CurriculumText, type PerLanguage } from '../../domain/curriculum.js';
import { titleFromName } from '../documents/document.js';
import { asQuiz, type QuizShelf, readQuizzes } from '../quizzes/quiz-files.js';
import { type CurriculumReader, type ReadingDesk } from '../reader.js';
import { decodeText } from '../source/decode-text.js';
import { type Manifest, MANIFEST, type ManifestLesson, type ManifestModule, type ManifestQuiz, type ManifestText, type ManifestTexts } from './manifest.js';
import { ManifestRefused, parseManifest } from './parse-manifest.js';

/** What `export course` writes: the folder as it was, and a file beside it that says what names cannot. */
export const ownForm: CurriculumReader = {
  name: 'own-form',
  recognise: (source) => (source.paths.includes(MANIFEST) ? Number.MAX_SAFE_INTEGER : 0),
  read: async (desk) => {
    try {
      const manifest = parseManifest(decodeText(await desk.source.read(MANIFEST)).text);
      return await new OwnForm(desk, manifest, await readQuizzes(desk, manifest.originalLanguage)).read();
    } catch (error) {
      if (!(error instanceof ManifestRefused)) throw error;
      desk.findings.refuse('MANIFEST_BROKEN', MANIFEST, { values: { reason: error.message } });
      return { texts: new Map(), originalLanguage: 'en', modules: [] };
    }
  },
};

class OwnForm {
  constructor(
    private readonly desk: ReadingDesk,
    private readonly manifest: Manifest,
    private readonly quizShelf: QuizShelf,
  ) {}

  async read(): Promise<Curriculum> {
    const { originalLanguage, skills, images = [] } = this.manifest;
    const there = new Set(this.desk.source.paths);
    for (const image of images) if (!there.has(image)) this.desk.findings.warn('MANIFEST_FILE_MISSING', MANIFEST, { values: { target: image } });
    const modules: CurriculumModule[] = [];
    for (const module of this.manifest.modules) modules.push(await this.module(module));
    return { texts: await this.texts(this.manifest.texts, this.desk.source.name), originalLanguage, modules, skills, keeps: images.filter((image) => there.has(image)), licence: await this.licence() };
  }

  private async licence(): Promise<Curriculum['licence']> {
    const { licence } = this.manifest;
    if (!licence) return undefined;
    const isThere = licence.file !== undefined && this.desk.source.paths.includes(licence.file);
    return { name: licence.name, attribution: licence.attribution, text: isThere && licence.file ? decodeText(await this.desk.source.read(licence.file)).text : '' };
  }

  private async module({ key, texts, lessons, quizzes }: ManifestModule): Promise<CurriculumModule> {
    const introduction = await this.texts(texts, key);
    const read: CurriculumLesson[] = [];
    for (const lesson of lessons) read.push(await this.lesson(lesson));
    return { key, titles: new Map([...introduction].map(([language, text]) => [language, text.title])), introduction, lessons: read, quizzes: this.quizzes(quizzes) };
  }

  private async lesson(lesson: ManifestLesson): Promise<CurriculumLesson> {
    const { key, audience, minutes } = lesson;
    const assignments = await this.parts(lesson.assignments);
    return { key, audience, minutes, texts: await this.texts(lesson.texts, key), assignments, materials: await this.parts(lesson.materials ?? []), quizzes: this.quizzes(lesson.quizzes) };
  }

  private async parts(named: ManifestLesson['assignments']): Promise<CurriculumAssignment[]> {
    const read: CurriculumAssignment[] = [];
    for (const { key, texts } of named) read.push({ key, texts: await this.texts(texts, key) });
    return read;
  }

  private quizzes(named: readonly ManifestQuiz[]): readonly CurriculumQuiz[] {
    return named.flatMap(({ key, moment, heading }) => {
      const quiz = asQuiz(key, this.quizShelf, moment);
      if (!quiz) this.desk.findings.warn('QUIZ_UNKNOWN', MANIFEST, { values: { quiz: key } });
      return quiz ? { ...quiz, heading } : [];
    });
  }

  private async texts(named: ManifestTexts, name: string): Promise<PerLanguage<CurriculumText>> {
    const { originalLanguage } = this.manifest;
    const inOrder = Object.entries(named).sort(([a], [b]) => Number(b === originalLanguage) - Number(a === originalLanguage));
    const read = new Map<string, CurriculumText>();
    for (const [language, text] of inOrder) read.set(language, await this.text(text, name));
    return read;
  }

  private async text({ file, title, olderThanOriginal = false }: ManifestText, name: string): Promise<CurriculumText> {
    const document = file ? await this.desk.shelf.read(file) : undefined;
    if (file && !document) this.desk.findings.warn('MANIFEST_FILE_MISSING', MANIFEST, { values: { target: file } });
    if (!document) return { title: title ?? titleFromName(name), markdown: '', file: '', olderThanOriginal };
    return { title: title ?? document.facts.title ?? titleFromName(document.path), markdown: document.markdown, head: document.source, file: document.path, olderThanOriginal };
  }
}
