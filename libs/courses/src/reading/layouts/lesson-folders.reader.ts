import { dirname } from 'node:path/posix';
import { type Curriculum, type CurriculumAssignment, type CurriculumLesson, type CurriculumModule, type CurriculumQuiz } from '../../domain/curriculum.js';
import { titleFromName } from '../documents/document.js';
import { guessLanguage } from '../guess-language.js';
import { PathIndex } from '../path-index.js';
import { asQuiz, quizKeysIn, type QuizShelf, readQuizzes } from '../quizzes/quiz-files.js';
import { type CurriculumReader, type ReadingDesk } from '../reader.js';
import { textsInLanguages, titlesOf, titleText } from '../texts-in-languages.js';
import { isAssignment, planLessonFolders } from './lesson-folders.plan.js';
import { placeLeftOverQuizzes } from './left-over-quizzes.js';

/** One folder a lesson: "2-basics/3-decisions/README.md" with assignment.md beside it and translations below it. */
export const lessonFolders: CurriculumReader = {
  name: 'lesson-folders',
  recognise: (source) => planLessonFolders(new PathIndex(source).originals).modules.reduce((sum, module) => sum + module.lessons.length, 0),
  read: async (desk) => new LessonFolders(desk).read(),
};

class LessonFolders {
  private readonly index: PathIndex;
  private language = 'en';
  private quizzes: QuizShelf = new Map();

  constructor(private readonly desk: ReadingDesk) {
    this.index = new PathIndex(desk.source);
  }

  async read(): Promise<Curriculum> {
    const plan = planLessonFolders(this.index.originals);
    this.language = await this.guessOriginal(plan.modules.flatMap((module) => module.lessons));
    this.quizzes = await readQuizzes(this.desk, this.language);
    const modules: CurriculumModule[] = [];
    for (const { folder, lessons } of plan.modules) modules.push(await this.module(folder, lessons));
    for (const orphan of this.index.orphans()) this.desk.findings.warn('TRANSLATION_ORPHAN', orphan);
    const root = this.readme('.');
    const texts = root ? await textsInLanguages(this.desk, this.index, { path: root, language: this.language }) : new Map([[this.language, titleText(this.desk.source.name)]]);
    return { texts, originalLanguage: this.language, modules: placeLeftOverQuizzes(modules, this.quizzes, this.desk.findings) };
  }

  private async guessOriginal(lessons: readonly string[]): Promise<string> {
    const samples = await Promise.all(lessons.slice(0, 5).map((folder) => this.desk.shelf.read(this.readme(folder) ?? '')));
    return guessLanguage(samples.map((document) => document?.markdown ?? '').join('\n'));
  }

  private readme(folder: string): string | undefined {
    const inside = this.index.originals.filter((path) => dirname(path) === folder);
    return inside.find((path) => /readme\.md$/i.test(path)) ?? inside.find((path) => /readme\.ipynb$/i.test(path));
  }

  private async module(folder: string, lessonFolderPaths: readonly string[]): Promise<CurriculumModule> {
    const readme = this.readme(folder);
    const introduction = readme && !lessonFolderPaths.includes(folder) ? await textsInLanguages(this.desk, this.index, { path: readme, language: this.language }) : new Map<string, never>();
    const lessons: CurriculumLesson[] = [];
    for (const path of lessonFolderPaths) lessons.push(await this.lesson(path));
    if (lessons.length === 0) this.desk.findings.warn('MODULE_EMPTY', readme ?? folder);
    const titles = introduction.size > 0 ? titlesOf(introduction) : new Map([[this.language, folder === '.' ? this.desk.source.name : titleFromName(folder)]]);
    return { key: folder, titles, introduction, lessons, quizzes: [] };
  }

  private async lesson(folder: string): Promise<CurriculumLesson> {
    const readme = this.readme(folder) ?? '';
    const texts = await textsInLanguages(this.desk, this.index, { path: readme, language: this.language });
    return { key: folder, audience: 'everyone', texts, assignments: await this.assignments(folder), quizzes: await this.quizzesOf(readme) };
  }

  private async assignments(folder: string): Promise<readonly CurriculumAssignment[]> {
    const found: CurriculumAssignment[] = [];
    for (const path of this.index.originals.filter((candidate) => dirname(candidate) === folder && isAssignment(candidate))) {
      found.push({ texts: await textsInLanguages(this.desk, this.index, { path, language: this.language }) });
    }
    return found;
  }

  private async quizzesOf(readme: string): Promise<readonly CurriculumQuiz[]> {
    if (this.quizzes.size === 0) return [];
    const document = await this.desk.shelf.read(readme);
    return quizKeysIn(document?.facts.links ?? []).flatMap((key, position) => {
      const quiz = asQuiz(key, this.quizzes, position === 0 ? 'before' : 'after');
      if (!quiz) this.desk.findings.warn('QUIZ_UNKNOWN', readme, { values: { quiz: key } });
      return quiz ?? [];
    });
  }
}
