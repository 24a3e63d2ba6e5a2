import { basename, dirname, relative } from 'node:path/posix';
import { type ContentLanguage, type Curriculum, type CurriculumAssignment, type CurriculumLesson, type CurriculumModule, type CurriculumQuiz } from '../../domain/curriculum.js';
import { titleFromName } from '../documents/document.js';
import { guessLanguage } from '../guess-language.js';
import { PathIndex } from '../path-index.js';
import { asQuiz, quizKeysIn, quizzesBeside, QuizShelf, readQuizzes } from '../quizzes/quiz-files.js';
import { type CurriculumReader, type ReadingDesk } from '../reader.js';
import { textsInLanguages, titlesOf, titleText } from '../texts-in-languages.js';
import { holdsNoTexts, isAssignment, isHousekeeping, isNumbered, isReadme, NO_TEXTS } from './file-names.js';
import { mainText, planLessonFolders, type PlannedModule } from './lesson-folders.plan.js';
import { placeLeftOverQuizzes } from './left-over-quizzes.js';

/** One folder a lesson: "2-basics/3-decisions/README.md" with assignment.md beside it and translations below it. */
export const lessonFolders: CurriculumReader = {
  name: 'lesson-folders',
  // The introduction of a part without a number may be that of the course, which lies deeper.
  recognise: (source) => planLessonFolders(new PathIndex(source)).modules.flatMap(({ lessons }) => lessons).filter((folder) => folder.includes('/') || isNumbered(folder)).length,
  read: async (desk) => new LessonFolders(desk).read(),
};

class LessonFolders {
  private readonly index: PathIndex;
  private language: ContentLanguage = 'en';
  private quizzes = new QuizShelf();
  private readonly taken = new Set<string>();

  constructor(private readonly desk: ReadingDesk) {
    this.index = new PathIndex(desk.source);
  }

  async read(): Promise<Curriculum> {
    const plan = planLessonFolders(this.index);
    this.language = this.index.originalLanguage ?? (await this.guessOriginal(plan.modules.flatMap((module) => module.lessons)));
    this.quizzes = await readQuizzes(this.desk, this.language);
    const lessons = new Set(plan.modules.flatMap((module) => [module.folder, ...module.lessons]));
    const modules: CurriculumModule[] = [];
    for (const module of plan.modules) modules.push(await this.module(module, lessons));
    const root = mainText(this.index, '.');
    const texts = root && isReadme(root) ? await this.texts(root) : new Map([[this.language, titleText(this.desk.source.name)]]);
    this.reportUnused();
    return { texts, originalLanguage: this.language, modules: placeLeftOverQuizzes(modules, this.quizzes, this.desk.findings) };
  }

  private reportUnused(): void {
    this.index.reportStrays(this.desk.findings);
    for (const path of this.index.originals) {
      const isMeant = !this.taken.has(path) && !isHousekeeping(path) && !holdsNoTexts(path);
      if (isMeant && !this.quizzes.files.has(this.index.file(path))) this.desk.findings.warn('DOCUMENT_UNUSED', this.index.file(path));
    }
  }

  private async guessOriginal(lessons: readonly string[]): Promise<ContentLanguage> {
    const samples = await Promise.all(lessons.slice(0, 5).map((folder) => this.desk.shelf.read(this.index.file(mainText(this.index, folder) ?? ''))));
    return guessLanguage(samples.map((document) => document?.markdown ?? '').join('\n'));
  }

  private async texts(path: string): ReturnType<typeof textsInLanguages> {
    if (path !== '') this.taken.add(path);
    return textsInLanguages(this.desk, this.index, { path, language: this.language });
  }

  private async module({ folder, lessons: folders }: PlannedModule, lessonFolderPaths: ReadonlySet<string>): Promise<CurriculumModule> {
    const readme = mainText(this.index, folder) ?? '';
    const own = folders.length > 0 || !(await this.asksForQuiz(folder, readme)) ? folders : [folder];
    const introduction = folder === '.' || own.includes(folder) ? new Map<string, never>() : await this.texts(readme);
    const lessons: CurriculumLesson[] = [];
    for (const path of own) lessons.push(await this.lesson(path, lessonFolderPaths));
    if (lessons.length === 0) this.desk.findings.warn('MODULE_EMPTY', this.index.file(readme || folder));
    return { key: folder, titles: introduction.size > 0 ? titlesOf(introduction) : this.titleOf(folder), introduction, lessons, quizzes: [] };
  }

  /** A module without lessons whose text asks for a quiz is a lesson itself. */
  private async asksForQuiz(folder: string, readme: string): Promise<boolean> {
    return (await this.quizzesOf(folder, readme)).length > 0;
  }

  private titleOf(folder: string): ReadonlyMap<ContentLanguage, string> {
    return new Map([[this.language, folder === '.' ? this.desk.source.name : titleFromName(folder)]]);
  }

  private async lesson(folder: string, lessonFolderPaths: ReadonlySet<string>): Promise<CurriculumLesson> {
    const main = mainText(this.index, folder) ?? '';
    const texts = await this.texts(main);
    const quizzes = await this.quizzesOf(folder, main);
    const beside = this.beside(folder, lessonFolderPaths).filter((path) => path !== main && !this.quizzes.files.has(this.index.file(path)));
    const minutes = (await this.desk.shelf.read(this.index.file(main)))?.minutes;
    return {
      key: folder, audience: 'everyone', minutes, texts, quizzes,
      assignments: (await this.parts(beside.filter(isAssignment))).map(({ texts: inLanguages }) => ({ texts: inLanguages })),
      materials: await this.parts(beside.filter((path) => !isAssignment(path) && !isReadme(path) && !/^\.|solution|answer/i.test(basename(path))), folder),
    };
  }

  /** Texts and notebooks in a lesson's folder, and in folders of it that are no lesson. */
  private beside(folder: string, lessonFolderPaths: ReadonlySet<string>): readonly string[] {
    const below = this.index.foldersIn(folder).filter((inside) => !lessonFolderPaths.has(inside) && !NO_TEXTS.test(basename(inside)));
    return [folder, ...below].flatMap((inside) => this.index.inFolder(inside));
  }

  private async parts(paths: readonly string[], folder = ''): Promise<readonly CurriculumAssignment[]> {
    const found: CurriculumAssignment[] = [];
    for (const path of paths) {
      const texts = await this.texts(path);
      if (texts.size > 0) found.push({ key: relative(folder, path), texts });
    }
    return found;
  }

  private async quizzesOf(folder: string, main: string): Promise<readonly CurriculumQuiz[]> {
    if (this.quizzes.size === 0) return [];
    const document = await this.desk.shelf.read(this.index.file(main));
    const keys = quizKeysIn(document?.facts.links ?? []);
    // Of two the first is meant before the lesson; one alone stands where its link does.
    const isEarly = keys.length > 1 || (keys[0]?.line ?? 0) <= (document?.markdown.split('\n').length ?? 0) / 3;
    const linked = keys.flatMap(({ key, line }, position) => {
      const quiz = asQuiz(key, this.quizzes, position === 0 && isEarly ? 'before' : 'after');
      if (!quiz && document) this.desk.findings.warn('QUIZ_UNKNOWN', document.path, { line, values: { quiz: key } });
      return quiz ?? [];
    });
    const own = quizzesBeside((file) => dirname(file) === folder || (dirname(dirname(file)) === folder && /quiz/i.test(file)), this.quizzes);
    return [...linked, ...own.filter(({ key }) => !linked.some((quiz) => quiz.key === key))];
  }
}
