import { CoursesModule, type CourseFile, EditCourse, EditText, EditTree, ExportCourse, Findings, ImportCourse, type ImportedCourse, ReadCourses, readCurriculum, type SaveTextInput, type ShownTree } from '@app/courses';
import { type Actor, isProblem } from '@app/platform';
import { Make } from '../support/make.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

const svg = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`;
const quiz = (language: string) => JSON.stringify([{ quizzes: [{ id: 1, title: `Check ${language}`, quiz: [{ questionText: `Q ${language}?`, answerOptions: [{ answerText: 'yes', isCorrect: 'true' }, { answerText: 'no', isCorrect: 'false' }] }] }] }]);
const NOTEBOOK = { cells: [{ cell_type: 'markdown', metadata: {}, source: ['# Try it\n', '\n', 'Text'] }, { cell_type: 'code', metadata: {}, execution_count: 1, source: ['print(1)'], outputs: [{ output_type: 'stream', name: 'stdout', text: ['1\n'] }] }], metadata: { kernelspec: { language: 'python', name: 'python3', display_name: 'Python' } }, nbformat: 4, nbformat_minor: 5 };
const FILES: Record<string, string> = {
  'README.md': '# Round trip\n\nA course that goes out and comes back.',
  LICENSE: 'Copyright (c) 2026 The Authors\n\nPermission is hereby granted, free of charge, to any person obtaining a copy',
  'translations/README.fr.md': '# Aller-retour',
  '1-start/README.md': '# Starting',
  '1-start/1-first/README.md': '---\ntitle: First\nduration: 20 minutes\n---\n# First\n\n## Part\n\n![dot](images/été à Mons.svg)\n\n[quiz](https://quiz.example.org/quiz/1)',
  '1-start/1-first/images/été à Mons.svg': svg('<circle r="4"/>'),
  '1-start/1-first/assignment.md': '# Do it',
  '1-start/1-first/translations/README.fr.md': '# Premier\r\n\r\nTexte',
  '1-start/2-second/README.md': '# Second',
  '2-more/1-third/README.md': '# Third',
  '2-more/1-third/notebook.ipynb': JSON.stringify(NOTEBOOK),
  'quiz-app/en.json': quiz('en'),
  'quiz-app/fr.json': quiz('fr'),
};

const must = <T>(answer: T): Exclude<T, { code: string }> => {
  if (isProblem(answer)) throw new Error(JSON.stringify(answer));
  return answer as Exclude<T, { code: string }>;
};

describe('a course that is edited here and travels', () => {
  let test: TestModule;
  let make: Make;
  beforeAll(async () => {
    test = await openTestModule([CoursesModule]);
    make = new Make(test);
  });
  afterAll(() => test.close());

  const centre = async () => {
    const organisation = await make.organisation();
    return { organisation, trainer: await make.actor({ organisation, roles: ['trainer'] }) };
  };
  const read = async (files: ReadonlyMap<string, Buffer>) => {
    const findings = new Findings();
    const curriculum = await readCurriculum({ name: 'course', paths: [...files.keys()].sort(), read: async (path) => files.get(path) ?? Buffer.alloc(0) }, findings);
    if (!curriculum || findings.of('error').length > 0) throw new Error(JSON.stringify(findings.of('error')));
    return { curriculum, warnings: findings.of('warning') };
  };
  const stored = async (who: { organisation: { id: string }; trainer: Actor }, files: ReadonlyMap<string, Buffer>, courseId?: string): Promise<ImportedCourse> => {
    const { curriculum } = await read(files);
    return must(await test.get(ImportCourse).execute(who.trainer, { organisationId: who.organisation.id, subject: 'web-development', curriculum, courseId }));
  };
  const exported = async (trainer: Actor, courseId: string): Promise<ReadonlyMap<string, Buffer>> => asMap(must(await test.get(ExportCourse).execute(trainer, { courseId })).files);
  const asMap = (files: readonly CourseFile[]): ReadonlyMap<string, Buffer> => new Map(files.map(({ path, bytes }) => [path, bytes]));
  const tree = async (trainer: Actor, versionId: string): Promise<ShownTree> => must(await test.get(ReadCourses).tree(trainer, versionId));

  type Written = Pick<SaveTextInput, 'title' | 'markdown'> & Partial<Pick<SaveTextInput, 'questions'>>;
  const written = async (trainer: Actor, input: Written & Pick<SaveTextInput, 'ownerId' | 'language'>): Promise<void> => {
    const standing = await test.get(EditText).open(trainer, input.ownerId, input.language);
    must(await test.get(EditText).save(trainer, { questions: null, ...input, expectedVersion: isProblem(standing) ? 0 : standing.version }));
  };

  /** What a trainer does in an afternoon: a text, a translation, an order, a lesson, a quiz in the text, an image, competences. */
  async function edit(trainer: Actor, versionId: string): Promise<void> {
    const parts = test.get(EditTree);
    const seen = async () => ({ versionId, expectedTree: (await tree(trainer, versionId)).treeVersion });
    const module = async (at: number) => (await tree(trainer, versionId)).modules[at];
    const moduleId = async (at: number): Promise<string> => (await module(at))?.id ?? '';
    const lesson = async (at: number, index: number): Promise<string> => (await module(at))?.lessons[index]?.id ?? '';
    const write = (ownerId: string, language: string, changes: Written) => written(trainer, { ownerId, language, ...changes });
    const image = must(await test.get(EditCourse).addImage(trainer, { versionId, name: 'my map.svg', bytes: Buffer.from(svg('<rect width="9" height="9"/>')) }));
    await write(await lesson(0, 0), 'en', { title: 'First, better', markdown: `# First, better\n\n## Part\n\n![map](${image.path})\n\n[quiz](https://quiz.example.org/quiz/1)\n` });
    await write(await lesson(0, 1), 'nl', { title: 'Tweede', markdown: '# Tweede\n\nTekst' });
    must(await parts.move(trainer, { ...(await seen()), itemId: await lesson(0, 1), position: 0 }));
    must(await parts.move(trainer, { ...(await seen()), itemId: await lesson(1, 0), parentId: await moduleId(0), position: 2 }));
    must(await parts.add(trainer, { ...(await seen()), kind: 'lesson', parentId: await moduleId(1), title: 'Made here' }));
    must(await parts.add(trainer, { ...(await seen()), kind: 'quiz', parentId: await lesson(1, 0), title: 'Made here too' }));
    const quizId = (await module(1))?.lessons[0]?.activities[0]?.id ?? '';
    const question = { text: 'Which?', answers: [{ text: 'this', isRight: true }, { text: 'that', isRight: false }] };
    await write(quizId, 'en', { title: 'Made here too', markdown: '', questions: [question] });
    await write(await lesson(1, 0), 'en', { title: 'Made here', markdown: '# Made here\n\n## Below me\n' });
    must(await parts.changeQuiz(trainer, { ...(await seen()), activityId: quizId, moment: 'heading', heading: 2 }));
    must(await test.get(EditCourse).setSkills(trainer, await seen(), [{ framework: 'digcomp', code: '1.2', role: 'gives', level: 3 }]));
  }

  it('import, an afternoon of edits, export, import elsewhere, export: the same files byte for byte; imported again where it came from it changes nothing', async () => {
    const [here, there] = [await centre(), await centre()];
    const { courseId, version } = await stored(here, new Map(Object.entries(FILES).map(([path, text]) => [path, Buffer.from(text)])));
    await edit(here.trainer, version.id);
    const first = await exported(here.trainer, courseId);
    expect([...first.keys()]).toEqual(expect.arrayContaining([...Object.keys(FILES), 'images/my-map.svg', '1-start/2-second/translations/README.nl.md']));
    expect((await read(first)).warnings).toEqual([]);

    const elsewhere = await stored(there, first);
    const second = await exported(there.trainer, elsewhere.courseId);
    expect([...second.keys()]).toEqual([...first.keys()]);
    for (const [path, bytes] of first) expect({ path, text: second.get(path)?.toString() }).toEqual({ path, text: bytes.toString() });
    expect((await tree(there.trainer, elsewhere.version.id)).modules.map(({ lessons }) => lessons.map(({ titles }) => titles[0]?.title))).toEqual([['Second', 'First, better', 'Third'], ['Made here']]);

    const again = await stored(here, first, courseId);
    expect(again.plan).toMatchObject({ added: [], changed: [], removed: [], conflicts: [] });
    expect(await exported(here.trainer, courseId)).toEqual(first);
    expect((await stored(here, first, courseId)).version.id).toBe(version.id);
  }, 120_000);
});
