import { basename, dirname } from 'node:path/posix';
import { type CurriculumLesson, type CurriculumModule } from '../../domain/curriculum.js';
import { titleFromName } from '../documents/document.js';
import { groupBy } from '../group-by.js';
import { guessLanguage } from '../guess-language.js';
import { PathIndex } from '../path-index.js';
import { type CurriculumReader } from '../reader.js';
import { textsInLanguages, titleText } from '../texts-in-languages.js';
import { byNumber, holdsNoTexts, isReadme } from './file-names.js';

const notebooksOf = (index: PathIndex): readonly string[] => index.originals.filter((path) => /\.ipynb$/i.test(path) && !holdsNoTexts(path)).sort(byNumber);

/** Notebooks without numbers: each is a lesson, each folder a module. Only where no other reader finds a lesson. */
export const looseNotebooks: CurriculumReader = {
  name: 'loose-notebooks',
  recognise: (source) => (notebooksOf(new PathIndex(source)).length > 0 ? 0.5 : 0),
  read: async (desk) => {
    const index = new PathIndex(desk.source);
    const notebooks = notebooksOf(index);
    const samples = await Promise.all(notebooks.slice(0, 5).map((path) => desk.shelf.read(index.file(path))));
    const language = index.originalLanguage ?? guessLanguage(samples.map((document) => document?.markdown ?? '').join('\n'));
    const lesson = async (path: string): Promise<CurriculumLesson> => {
      const texts = await textsInLanguages(desk, index, { path, language });
      return { key: path.replace(/\.ipynb$/i, ''), audience: 'everyone', texts, assignments: [], quizzes: [] };
    };
    const modules: CurriculumModule[] = [];
    for (const [folder, inside] of groupBy(notebooks, (path) => dirname(path))) {
      const lessons: CurriculumLesson[] = [];
      for (const path of inside) lessons.push(await lesson(path));
      modules.push({ key: folder, titles: new Map([[language, folder === '.' ? desk.source.name : titleFromName(basename(folder))]]), introduction: new Map(), lessons, quizzes: [] });
    }
    index.reportStrays(desk.findings);
    const readme = index.inFolder('.').find(isReadme);
    const texts = readme ? await textsInLanguages(desk, index, { path: readme, language }) : new Map([[language, titleText(desk.source.name)]]);
    return { texts, originalLanguage: language, modules };
  },
};
