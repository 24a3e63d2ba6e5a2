import { CourseOutlines, CoursesModule, type Curriculum, EditsInTheWay, ExportCourse, Findings, ImportCourse, type ImportedCourse, NothingToPublish, PublishCourse, readCurriculum } from '@app/courses';
import { type Actor, Database, isProblem, NotAllowed, NotFound } from '@app/platform';
import { Make } from '../support/make.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

const FILES = {
  '1-start/README.md': '# Starting',
  '1-start/1-first/README.md': '# First',
  '1-start/1-first/assignment.md': '# Do it',
  '1-start/1-first/translations/README.fr.md': '# Premier',
  '1-start/2-second/README.md': '# Second',
  'quiz-app/en.json': JSON.stringify([{ quizzes: [{ id: 1, title: 'Q', quiz: [{ questionText: 'Q', answerOptions: [{ answerText: 'A', isCorrect: 'true' }] }] }] }]),
};

async function curriculum(changes: Record<string, string> = {}): Promise<Curriculum> {
  const files: Record<string, string> = { ...FILES, ...changes };
  const read = await readCurriculum({ name: 'course', paths: Object.keys(files).sort(), read: async (path) => Buffer.from(files[path] ?? '') }, new Findings());
  if (!read) throw new Error('no course');
  return read;
}

describe('courses and their versions', () => {
  let test: TestModule;
  let make: Make;
  let centre: { id: string };
  let trainer: Actor;
  const imported = async (input: { curriculum: Curriculum; courseId?: string; onConflict?: 'keep-edits' | 'take-files' }, actor = trainer) =>
    test.get(ImportCourse).execute(actor, { organisationId: centre.id, subject: 'web-development', ...input });
  const stored = async (input: Parameters<typeof imported>[0]): Promise<ImportedCourse> => {
    const answer = await imported(input);
    if (isProblem(answer)) throw new Error(answer.code);
    return answer;
  };
  const edit = (courseId: string, title: string) =>
    test.asOwner(`update course_text set title = $2, edited_at = app.now() where title = 'First' and version_id in (select id from course_version where course_id = $1 and state = 'draft')`, [courseId, title]);
  const firstTitle = async (versionId: string) =>
    (await test.asOwner<{ title: string }>(`select t.title from lesson l join course_text t on t.owner_id = l.id and t.language = 'en' where l.version_id = $1 and l.key = '1-start/1-first'`, [versionId]))[0]?.title;

  beforeAll(async () => {
    test = await openTestModule([CoursesModule]);
    make = new Make(test);
    centre = await make.organisation();
    trainer = await make.actor({ organisation: centre, roles: ['trainer'] });
  });
  afterAll(() => test.close());

  it('stores a course whole, and the same files twice add nothing', async () => {
    const first = await stored({ curriculum: await curriculum() });
    expect(first.version).toMatchObject({ number: 1, state: 'draft', originalLanguage: 'en' });
    expect(await test.asOwner('select kind, moment, solution from activity where version_id = $1 order by kind', [first.version.id])).toEqual([
      { kind: 'assignment', moment: null, solution: null },
      { kind: 'quiz', moment: 'before', solution: [[true]] },
    ]);
    const again = await stored({ curriculum: await curriculum(), courseId: first.courseId });
    expect(again.version).toEqual(first.version);
  });

  it('publishes a draft once; what is published never changes, and the next import starts a new draft with the same identities', async () => {
    const { courseId, version } = await stored({ curriculum: await curriculum() });
    const published = await test.get(PublishCourse).execute(trainer, { courseId, expectedVersion: version.version });
    expect(published).toMatchObject({ state: 'published', number: 1 });
    expect(await test.get(PublishCourse).execute(trainer, { courseId, expectedVersion: version.version })).toBeInstanceOf(NothingToPublish);
    await expect(test.asOwner(`update course_text set title = 'x' where version_id = $1`, [version.id])).rejects.toThrow('does not change');
    const next = await stored({ curriculum: await curriculum({ '1-start/3-third/README.md': '# Third' }), courseId });
    expect(next.version).toMatchObject({ number: 2, state: 'draft' });
    expect(next.plan.added).toEqual([{ owner: 'lesson:1-start/3-third', language: 'en', title: 'Third' }]);
    const identities = await test.asOwner<{ n: number }>(`select count(distinct identity)::int as n from lesson where key = '1-start/1-first' and version_id = any ($1)`, [[version.id, next.version.id]]);
    expect(identities).toEqual([{ n: 1 }]);
  });

  it('keeps edits made here, and asks where the file changed as well', async () => {
    const { courseId } = await stored({ curriculum: await curriculum() });
    await edit(courseId, 'First, better');
    const kept = await stored({ curriculum: await curriculum({ '1-start/2-second/README.md': '# Second, new' }), courseId });
    expect(kept.plan).toMatchObject({ kept: [{ owner: 'lesson:1-start/1-first', language: 'en' }], changed: [{ owner: 'lesson:1-start/2-second', language: 'en' }] });
    expect(await firstTitle(kept.version.id)).toBe('First, better');
    const both = { curriculum: await curriculum({ '1-start/1-first/README.md': '# First, from the file' }), courseId };
    expect(await imported(both)).toEqual(new EditsInTheWay([{ owner: 'lesson:1-start/1-first', language: 'en', title: 'First, better' }]));
    expect(await firstTitle(kept.version.id)).toBe('First, better');
    const taken = await stored({ ...both, onConflict: 'take-files' });
    expect(await firstTitle(taken.version.id)).toBe('First, from the file');
  });

  it('row 1: tells planners modules and lessons of a version in order, with the minutes of each', async () => {
    const { courseId, version } = await stored({ curriculum: await curriculum() });
    const outline = await test.get(Database).as(trainer, (tx) => test.get(CourseOutlines).of(tx, version.id));
    expect(outline).toMatchObject({ versionId: version.id, courseId, number: 1, state: 'draft', originalLanguage: 'en', titles: { en: 'course' }, minutes: 40 });
    expect(outline?.modules.map(({ titles, minutes, lessons }) => [titles, minutes, lessons.map((lesson) => [lesson.titles, lesson.minutes])])).toEqual([
      [{ en: 'Starting' }, 40, [[{ en: 'First', fr: 'Premier' }, 35], [{ en: 'Second' }, 5]]],
    ]);
    expect(await test.get(Database).as(trainer, (tx) => test.get(CourseOutlines).newest(tx, courseId))).toBeUndefined();
  });

  it('keeps what was made here through a new import: a lesson, a translation, an order', async () => {
    const { courseId, version } = await stored({ curriculum: await curriculum() });
    const own = `insert into lesson (organisation_id, version_id, module_id, key, position) select organisation_id, version_id, id, '1-start/made-here', 2 from course_module where version_id = $1 returning id`;
    const [lesson] = await test.asOwner<{ id: string }>(own, [version.id]);
    const text = `insert into course_text (organisation_id, version_id, owner_id, language, title, edited_at) select organisation_id, id, $2, $3, $4, app.now() from course_version where id = $1`;
    await test.asOwner(text, [version.id, lesson?.id, 'en', 'Made here']);
    const [second] = await test.asOwner<{ id: string }>(`select id from lesson where version_id = $1 and key = '1-start/2-second'`, [version.id]);
    await test.asOwner(text, [version.id, second?.id, 'nl', 'Tweede']);
    await test.asOwner(`update lesson set position = case key when '1-start/1-first' then 1 when '1-start/2-second' then 0 else position end where version_id = $1`, [version.id]);
    await test.asOwner('update course_version set arranged_at = app.now() where id = $1', [version.id]);
    const again = await stored({ curriculum: await curriculum({ '1-start/1-first/README.md': '# First, new', '1-start/3-third/README.md': '# Third' }), courseId });
    expect(again.plan).toMatchObject({ added: [{ owner: 'lesson:1-start/3-third' }], changed: [{ owner: 'lesson:1-start/1-first' }], removed: [] });
    expect(again.plan.kept.map(({ owner, language }) => `${owner} ${language}`).sort()).toEqual(['lesson:1-start/2-second nl', 'lesson:1-start/made-here en']);
    const outline = await test.get(Database).as(trainer, (tx) => test.get(CourseOutlines).of(tx, again.version.id));
    expect(outline?.modules[0]?.lessons.map(({ titles }) => titles['en'])).toEqual(['Second', 'Third', 'First, new', 'Made here']);
  });

  it('asks before it removes a text that was edited here and is gone from the files', async () => {
    const { courseId } = await stored({ curriculum: await curriculum() });
    await edit(courseId, 'First, better');
    const without = async () => {
      const all = await curriculum();
      return { ...all, modules: all.modules.map((module) => ({ ...module, lessons: module.lessons.slice(1) })) };
    };
    expect(await imported({ curriculum: await without(), courseId })).toMatchObject({ texts: [{ owner: 'lesson:1-start/1-first', language: 'en' }] });
    const kept = await stored({ curriculum: await without(), courseId, onConflict: 'keep-edits' });
    expect(await firstTitle(kept.version.id)).toBe('First, better');
    const taken = await stored({ curriculum: { ...(await without()), texts: new Map() }, courseId, onConflict: 'take-files' });
    expect(await firstTitle(taken.version.id)).toBeUndefined();
  });

  it('keeps each image once, gives it to who may see its version, and gives the folder back without loss', async () => {
    const svg = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`;
    const files = { '1-start/1-first/README.md': '# First\n![a](a.svg) ![b](../../b.svg)', '1-start/1-first/a.svg': svg('a'), 'b.svg': svg('a') };
    const { courseId, version } = await stored({ curriculum: await curriculum(files) });
    const stored2 = await test.asOwner<{ path: string; file_id: string }>('select path, file_id from course_version_file where version_id = $1 order by path', [version.id]);
    expect(stored2.map(({ path }) => path)).toEqual(['1-start/1-first/a.svg', 'b.svg']);
    expect(new Set(stored2.map(({ file_id }) => file_id)).size).toBe(1);
    const exported = await test.get(ExportCourse).execute(trainer, { courseId });
    if (isProblem(exported)) throw new Error(exported.code);
    expect(exported.files.map(({ path }) => path)).toEqual([...new Set([...Object.keys(FILES), ...Object.keys(files), 'tremplin-course.json'])].sort());
    const back = await readCurriculum({ name: 'back', paths: exported.files.map(({ path }) => path), read: async (path) => exported.files.find((file) => file.path === path)?.bytes ?? Buffer.alloc(0) }, new Findings());
    if (!back) throw new Error('not read');
    const again = await stored({ curriculum: back, courseId });
    expect(again.plan).toMatchObject({ added: [], changed: [], removed: [], conflicts: [] });
    expect(again.version).toEqual(version);
  });

  it('case 10: a course of another organisation is as unknown as one that never was', async () => {
    const { courseId } = await stored({ curriculum: await curriculum() });
    const stranger = await make.actor({ organisation: await make.organisation(), roles: ['manager'] });
    const learner = await make.actor({ organisation: centre, roles: ['learner'] });
    expect(await test.get(PublishCourse).execute(stranger, { courseId, expectedVersion: 1 })).toEqual(new NotFound('course'));
    expect(await imported({ curriculum: await curriculum() }, learner)).toEqual(new NotAllowed('course.import'));
  });

  it('lets twenty imports of one course at once leave one draft', async () => {
    const { courseId } = await stored({ curriculum: await curriculum() });
    const variants = await Promise.all(Array.from({ length: 20 }, (_, n) => curriculum({ '1-start/2-second/README.md': `# Second ${n}` })));
    const answers = await Promise.all(variants.map((variant) => imported({ curriculum: variant, courseId })));
    expect(answers.filter(isProblem)).toEqual([]);
    expect(await test.asOwner('select state, number from course_version where course_id = $1', [courseId])).toEqual([{ state: 'draft', number: 1 }]);
  });
});
