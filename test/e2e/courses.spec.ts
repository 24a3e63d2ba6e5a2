import { Findings, ImportCourse, readCurriculum } from '@app/courses';
import { Actor, isProblem, JobHandlers } from '@app/platform';
import { startApi, type Sender, type TestApi } from '../support/api.js';
import { countStatements } from '../support/count-statements.js';
import { type MadeOrganisation } from '../support/make.js';
import { zip } from '../support/zip.js';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/></svg>';
const QUIZ = JSON.stringify([{ quizzes: [{ id: 1, title: 'Check', quiz: [{ questionText: 'Q?', answerOptions: [{ answerText: 'yes', isCorrect: 'true' }, { answerText: 'no', isCorrect: 'false' }] }] }] }]);
const FILES: Record<string, string> = {
  'README.md': '# Web basics\n\nA course for people who have never written a line of code, in ten afternoons.',
  LICENSE: 'Copyright (c) 2026 The Authors\nPermission is hereby granted, free of charge, to any person obtaining a copy',
  '1-start/README.md': '# Starting',
  '1-start/1-first/README.md': '# First\n\n## Part\n\n![A dot](dot.svg) <img src=x onerror=alert(1)>\n\n[quiz](https://quiz.example.org/quiz/1) [next](../2-second/README.md)',
  '1-start/1-first/dot.svg': SVG,
  '1-start/1-first/assignment.md': '# Do it\n\nNow.',
  '1-start/1-first/translations/README.fr.md': '# Premier\n\n## Partie',
  '1-start/2-second/README.md': '# Second',
  'quiz/en.json': QUIZ,
};
const LESSON = `query ($id: ID!, $language: String) { lesson(lessonId: $id, language: $language) { __typename ... on Lesson { title language html toc { id text } position total nextId licence attribution
  courseTitle quizzes { id questions { text takesSeveral answers } } assignments { title html } } ... on Problem { code } } }`;

describe('courses over the API', () => {
  let api: TestApi;
  let centre: MadeOrganisation;
  let trainer: Sender;
  let learner: Sender;
  let stranger: Sender;
  let courseId: string;
  let versionId: string;

  beforeAll(async () => {
    api = await startApi();
    centre = await api.make.organisation({ language: 'en' });
    const other = await api.make.organisation({ name: 'Elsewhere' });
    const session = async (organisation: MadeOrganisation, role: 'trainer' | 'learner' | 'manager') => api.make.session(await api.make.person({ organisation, roles: [role], language: 'en' }));
    [trainer, learner, stranger] = [await session(centre, 'trainer'), await session(centre, 'learner'), await session(other, 'manager')];
  });
  beforeEach(async () => {
    const curriculum = await readCurriculum({ name: 'web', paths: Object.keys(FILES).sort(), read: async (path) => Buffer.from(FILES[path] ?? '') }, new Findings());
    if (!curriculum) throw new Error('not read');
    const stored = await api.app.get(ImportCourse, { strict: false }).execute(Actor.system(centre.id), { organisationId: centre.id, subject: 'web-development', curriculum });
    if (isProblem(stored)) throw new Error(stored.code);
    ({ courseId } = stored);
    versionId = stored.version.id;
    await api.asOwner(`update course set readers = 'members' where id = $1`, [courseId]);
  });
  afterAll(() => api.close());

  const ask = async (query: string, variables: object, sender: Sender = trainer): Promise<Record<string, never>> => {
    const { data, errors } = await api.graphql<Record<string, never>>(query, { ...variables }, sender);
    if (!data) throw new Error(JSON.stringify(errors));
    return data;
  };
  const lessonIds = async (): Promise<string[]> => (await api.asOwner<{ id: string }>('select id from lesson where version_id = $1 order by position', [versionId])).map(({ id }) => id);
  const draft = async () => (await api.asOwner<{ version: number; tree: number }>('select version, tree_version as tree from course_version where id = $1', [versionId]))[0] ?? { version: 0, tree: 0 };
  const publish = async () => ask('mutation ($input: PublishCourseInput!) { publishCourse(input: $input) { __typename } }', { input: { courseId, expectedVersion: (await draft()).version } });
  const imageId = async () => (await api.asOwner<{ id: string }>('select file_id as id from course_version_file where version_id = $1', [versionId]))[0]?.id ?? '';

  it('gives members a published lesson with its images, links, licence and quiz, and no right answer', async () => {
    await publish();
    const [first = '', second = ''] = await lessonIds();
    const { lesson } = (await ask(LESSON, { id: first, language: 'en' }, learner)) as unknown as { lesson: Record<string, unknown> & { html: string } };
    expect(lesson).toMatchObject({
      title: 'First', position: 1, total: 2, nextId: second, licence: 'MIT', attribution: 'Copyright (c) 2026 The Authors', courseTitle: 'Web basics', toc: [{ id: 's-1', text: 'Part' }],
      quizzes: [{ questions: [{ text: 'Q?', takesSeveral: false, answers: ['yes', 'no'] }] }], assignments: [{ title: 'Do it', html: expect.stringContaining('<p>Now.</p>') }],
    });
    expect(lesson.html).toContain(`<img src="/files/course-images/${await imageId()}" alt="A dot"`);
    expect(lesson.html).toContain(`<a href="/lessons/${second}">next</a>`);
    expect(JSON.stringify(lesson)).not.toMatch(/onerror|isRight|solution/);
    expect(await ask(LESSON, { id: first, language: 'fr' }, learner)).toMatchObject({ lesson: { title: 'Premier', language: 'fr', toc: [{ id: 's-1', text: 'Partie' }] } });
  });

  it('case 10: drafts, other centres and lessons that never were look all the same', async () => {
    const [first = ''] = await lessonIds();
    const hidden = { lesson: { __typename: 'NotFound', code: 'NOT_FOUND' } };
    expect(await ask(LESSON, { id: first }, learner)).toEqual(hidden);
    await publish();
    expect(await ask(LESSON, { id: first }, stranger)).toEqual(hidden);
    expect(await ask(LESSON, { id: courseId }, learner)).toEqual(hidden);
  });

  it('row 2: gives lessons of a course for enrolled people to them alone, in the version of their cohort', async () => {
    await api.asOwner(`update course set readers = 'enrolled' where id = $1`, [courseId]);
    await publish();
    const [first = ''] = await lessonIds();
    const hidden = { lesson: { __typename: 'NotFound', code: 'NOT_FOUND' } };
    const course = 'query ($id: ID!) { course(courseId: $id) { __typename ... on Course { versions { id number cohorts { name } } } } }';
    expect(await ask(LESSON, { id: first }, learner)).toEqual(hidden);
    expect(await ask(course, { id: courseId }, learner)).toEqual({ course: { __typename: 'NotFound' } });
    const enrolled = await api.make.person({ organisation: centre, roles: ['learner'], language: 'en' });
    const cohort = await enrol(enrolled.id);
    const reader = await api.make.session(enrolled);
    expect(await ask(LESSON, { id: first }, reader)).toMatchObject({ lesson: { title: 'First' } });
    const { startCourseDraft } = (await ask('mutation ($id: ID!) { startCourseDraft(courseId: $id) { ... on CourseDraft { id version } } }', { id: courseId })) as unknown as { startCourseDraft: { id: string; version: number } };
    await ask('mutation ($input: PublishCourseInput!) { publishCourse(input: $input) { __typename } }', { input: { courseId, expectedVersion: startCourseDraft.version } });
    expect(await ask(course, { id: courseId }, reader)).toEqual({ course: { __typename: 'Course', versions: [{ id: versionId, number: 1, cohorts: [] }] } });
    expect(await ask(course, { id: courseId }, trainer)).toMatchObject({ course: { versions: [{ number: 2, cohorts: [] }, { number: 1, cohorts: [{ name: cohort }] }] } });
    await api.asOwner(`update enrolment set state = 'withdrawn' where person_id = $1`, [enrolled.id]);
    expect(await ask(LESSON, { id: first }, reader)).toEqual(hidden);
  });

  /** A running cohort on the version, with one place taken; answers its name. */
  const enrol = async (personId: string): Promise<string> => {
    const { id: siteId } = await api.make.site(centre);
    const [pool] = await api.asOwner<{ id: string }>(`insert into seat_pool (organisation_id, subject_kind, subject_id) values ($1, 'cohort', gen_random_uuid()) returning id`, [centre.id]);
    const name = `Cohort ${siteId.slice(-8)}`;
    const [cohort] = await api.asOwner<{ id: string }>(
      `insert into cohort (organisation_id, course_id, course_version_id, name, site_id, zone, language, capacity, starts_on, ends_on, state, seat_pool_id)
       values ($1, $2, $3, $4, $5, 'Europe/Brussels', 'en', 10, '2026-01-05', '2026-03-05', 'running', $6) returning id`,
      [centre.id, courseId, versionId, name, siteId, pool?.id],
    );
    await api.asOwner(`insert into enrolment (organisation_id, cohort_id, person_id, way) values ($1, $2, $3, 'coordinator')`, [centre.id, cohort?.id, personId]);
    return name;
  };

  it('a part removed here stays removed at the next import, and somebody is asked first', async () => {
    const [first = ''] = await lessonIds();
    await ask('mutation ($input: RemoveCoursePartInput!) { removeCoursePart(input: $input) { __typename } }', { input: { versionId, expectedTree: (await draft()).tree, itemId: first } });
    const again = async (onConflict?: 'keep-edits' | 'take-files') => {
      const files: Record<string, string> = { ...FILES, '1-start/2-second/README.md': '# Second, new' };
      const curriculum = await readCurriculum({ name: 'web', paths: Object.keys(files).sort(), read: async (path) => Buffer.from(files[path] ?? '') }, new Findings());
      if (!curriculum) throw new Error('not read');
      return api.app.get(ImportCourse, { strict: false }).execute(Actor.system(centre.id), { organisationId: centre.id, subject: 'web-development', curriculum, courseId, onConflict });
    };
    expect(await again()).toMatchObject({ code: 'EDITS_IN_THE_WAY', texts: expect.arrayContaining([{ owner: 'lesson:1-start/1-first', language: 'en', title: 'First' }]) });
    expect(await again('keep-edits')).toMatchObject({ plan: { changed: [{ owner: 'lesson:1-start/2-second' }] } });
    expect(await lessonIds()).toHaveLength(1);
    expect(isProblem(await again())).toBe(false);
    await api.asOwner('update course_version set imported_hash = null where id = $1', [versionId]);
    await again('take-files');
    expect(await lessonIds()).toHaveLength(2);
  });

  it('says where a quiz stands, and puts it below a heading of the text in every language', async () => {
    const [quiz] = await api.asOwner<{ id: string }>(`select id from activity where version_id = $1 and kind = 'quiz'`, [versionId]);
    const change = 'mutation ($input: ChangeQuizInput!) { changeQuiz(input: $input) { __typename } }';
    const input = { versionId, expectedTree: (await draft()).tree, activityId: quiz?.id, moment: 'heading' };
    expect(await ask(change, { input })).toEqual({ changeQuiz: { __typename: 'InvalidInput' } });
    expect(await ask(change, { input: { ...input, heading: 1 } })).toEqual({ changeQuiz: { __typename: 'CourseDraft' } });
    const [first = ''] = await lessonIds();
    const { lesson } = (await ask(LESSON.replace('html toc', 'html materials { title } toc').replace('quizzes { id', 'quizzes { moment heading id'), { id: first, language: 'fr' })) as unknown as { lesson: { html: string; quizzes: object[] } };
    expect(lesson.quizzes).toMatchObject([{ moment: 'heading', heading: 1 }]);
    expect(lesson.html).toContain('<div id="below-1"></div>');
  });

  it('rows 4 and 100: knows price, readers and what comes before, and lets no course ask for itself', async () => {
    const change = 'mutation ($input: ChangeCourseInput!) { changeCourse(input: $input) { __typename ... on InvalidInput { faults { field } } } }';
    const facts = { subject: 'ai', level: 'advanced', isPublic: true };
    const create = 'mutation ($input: CreateCourseInput!) { createCourse(input: $input) { ... on CourseDraft { courseId } } }';
    const { createCourse: other } = (await ask(create, { input: { organisationId: centre.id, subject: 'ai', language: 'en', title: 'AI, level 1' } })) as unknown as { createCourse: { courseId: string } };
    const later = { courseId, expectedVersion: 1, ...facts, readers: 'enrolled', price: ' 250 € ', prerequisiteIds: [other.courseId] };
    expect(await ask(change, { input: later })).toEqual({ changeCourse: { __typename: 'CourseRef' } });
    expect(await ask(change, { input: { courseId: other.courseId, expectedVersion: 1, ...facts, prerequisiteIds: [courseId] } })).toEqual({ changeCourse: { __typename: 'InvalidInput', faults: [{ field: 'prerequisiteIds' }] } });
    expect(await ask(change, { input: { ...later, expectedVersion: 2, price: 'x'.repeat(101) } })).toMatchObject({ changeCourse: { __typename: 'InvalidInput' } });
    await publish();
    const shown = 'query ($id: ID!) { course(courseId: $id) { ... on Course { price readers prerequisites { title } publicId } } }';
    const { course } = (await ask(shown, { id: courseId })) as unknown as { course: { publicId: string } };
    expect(course).toMatchObject({ price: '250 €', readers: 'enrolled', prerequisites: [{ title: 'AI, level 1' }] });
    expect(await ask('query ($id: String!) { catalogueCourse(publicId: $id) { ... on CatalogueCourse { price readers cohorts { site } } } }', { id: course.publicId }, {})).toEqual({ catalogueCourse: { price: '250 €', readers: 'enrolled', cohorts: [] } });
    await ask(change, { input: { ...later, expectedVersion: 2, isPublic: false } });
    await ask(change, { input: { courseId: other.courseId, expectedVersion: 1, ...facts, isPublic: false } });
  });

  it('case 35: an image is a download in a sandbox for members, and not there for anybody else', async () => {
    const fresh = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="5"/></svg>';
    const [made] = await api.asOwner<{ id: string }>(`insert into course_file (organisation_id, hash, media_type, bytes) values ($1, sha256($2), 'image/svg+xml', $2) returning id`, [centre.id, Buffer.from(fresh)]);
    await api.asOwner('update course_version_file set file_id = $2 where version_id = $1', [versionId, made?.id]);
    const path = `/files/course-images/${made?.id}`;
    expect((await api.fetch(path, {}, learner)).status).toBe(404);
    await publish();
    const answer = await api.fetch(path, {}, learner);
    expect({ status: answer.status, body: await answer.text() }).toEqual({ status: 200, body: fresh });
    expect(Object.fromEntries(['content-type', 'content-disposition', 'x-content-type-options', 'content-security-policy'].map((name) => [name, answer.headers.get(name)]))).toEqual({
      'content-type': 'image/svg+xml', 'content-disposition': 'attachment', 'x-content-type-options': 'nosniff', 'content-security-policy': expect.stringContaining('sandbox'),
    });
    expect((await api.fetch(path, {}, stranger)).status).toBe(404);
    expect((await api.fetch(path)).status).toBe(401);
  });

  it('case 35: a course goes out as an archive that browsers do not open, to who may build it; another centre, an ended session and an image that claims to be a page get nothing', async () => {
    const path = `/files/courses/${courseId}`;
    const answer = await api.fetch(path, {}, trainer);
    expect(Object.fromEntries(['content-type', 'content-disposition', 'x-content-type-options'].map((name) => [name, answer.headers.get(name)]))).toEqual({ 'content-type': 'application/zip', 'content-disposition': 'attachment; filename="web-basics.zip"', 'x-content-type-options': 'nosniff' });
    await answer.arrayBuffer();
    expect([(await api.fetch(path, {}, stranger)).status, (await api.fetch(path, {}, learner)).status, (await api.fetch(path)).status]).toEqual([404, 403, 401]);
    const leaving = await api.make.session(await api.make.person({ organisation: centre, roles: ['trainer'], language: 'en' }));
    await api.asOwner(`update session set expires_at = app.now() - interval '1 second' where id = $1`, [leaving.id]);
    const image = `/files/course-images/${await imageId()}`;
    expect([(await api.fetch(path, {}, leaving)).status, (await api.fetch(image, {}, leaving)).status]).toEqual([401, 401]);
    await expect(api.asOwner(`insert into course_file (organisation_id, hash, media_type, bytes) values ($1, sha256('x'), 'text/html', 'x')`, [centre.id])).rejects.toThrow(/check constraint/);
  });

  it('case 40: files set neither owner nor state nor readers: what they say of themselves is text', async () => {
    const other = await api.make.organisation({ name: 'Somebody else' });
    const head = `---\norganisationId: ${other.id}\nstate: published\nreaders: members\nis_public: true\nroles: [manager]\naudience: everyone\n---\n# First`;
    const files: Record<string, string> = { ...FILES, '1-start/1-first/README.md': head, 'tremplin-course.json': JSON.stringify({ format: 1, originalLanguage: 'en', organisationId: other.id, ownerId: 'x', state: 'published', publicId: 'x', isPublic: true, readers: 'members', price: '1', texts: { en: { title: 'Cheeky' } }, modules: [{ key: 'm', texts: { en: { title: 'M' } }, lessons: [{ key: 'l', texts: { en: { file: '1-start/1-first/README.md' } }, assignments: [], quizzes: [] }], quizzes: [] }] }) };
    const curriculum = await readCurriculum({ name: 'cheeky', paths: Object.keys(files).sort(), read: async (path) => Buffer.from(files[path] ?? '') }, new Findings());
    if (!curriculum) throw new Error('not read');
    const stored = await api.app.get(ImportCourse, { strict: false }).execute(Actor.system(centre.id), { organisationId: centre.id, subject: 'ai', curriculum });
    if (isProblem(stored)) throw new Error(stored.code);
    const made = await api.asOwner(`select c.organisation_id as owner, c.readers, c.public_id is not null as "isPublic", c.price, v.state, v.organisation_id as owner2 from course c join course_version v on v.course_id = c.id where c.id = $1`, [stored.courseId]);
    expect(made).toEqual([{ owner: centre.id, owner2: centre.id, readers: 'enrolled', isPublic: false, price: null, state: 'draft' }]);
    const into = (courseOf: string) => api.app.get(ImportCourse, { strict: false }).execute(Actor.system(courseOf), { organisationId: courseOf, subject: 'ai', curriculum, courseId: stored.courseId });
    expect(await into(other.id)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('counts lessons done and quizzes tried, for each person alone (case 18)', async () => {
    await publish();
    const [first = ''] = await lessonIds();
    const done = await ask('mutation ($id: ID!) { markLesson(lessonId: $id, isDone: true) { ... on CourseProgress { lessons doneLessonIds } } }', { id: first }, learner);
    expect(done).toEqual({ markLesson: { lessons: 2, doneLessonIds: [first] } });
    const [quiz] = await api.asOwner<{ id: string }>(`select id from activity where version_id = $1 and kind = 'quiz'`, [versionId]);
    const answer = 'mutation ($input: AnswerQuizInput!) { answerQuiz(input: $input) { ... on MarkedQuiz { rightCount questionCount questions { isRight right } } ... on Problem { code } } }';
    expect(await ask(answer, { input: { activityId: quiz?.id, choices: [[1]] } }, learner)).toEqual({ answerQuiz: { rightCount: 0, questionCount: 1, questions: [{ isRight: false, right: [0] }] } });
    await ask(answer, { input: { activityId: quiz?.id, choices: [[0]] } }, learner);
    const progress = 'query ($id: ID!) { courseProgress(versionId: $id) { doneLessonIds quizzes { rightCount questionCount } } }';
    expect(await ask(progress, { id: versionId }, learner)).toEqual({ courseProgress: { doneLessonIds: [first], quizzes: [{ rightCount: 1, questionCount: 1 }] } });
    expect(await ask(progress, { id: versionId }, trainer)).toEqual({ courseProgress: { doneLessonIds: [], quizzes: [] } });
    expect(await ask(answer, { input: { activityId: quiz?.id, choices: [[0]] } }, stranger)).toEqual({ answerQuiz: { code: 'NOT_FOUND' } });
  });

  it('row 9: whoever changes the language reads the same lesson in it: one lesson, one place in the course, one progress', async () => {
    await publish();
    const [first = '', second = ''] = await lessonIds();
    await ask('mutation ($id: ID!) { markLesson(lessonId: $id, isDone: true) { __typename } }', { id: first }, learner);
    const read = async (id: string, language: string) => (await ask('query ($id: ID!, $language: String) { lesson(lessonId: $id, language: $language) { ... on Lesson { title language position } } }', { id, language }, learner))['lesson'];
    expect(await read(first, 'fr')).toEqual({ title: 'Premier', language: 'fr', position: 1 });
    expect(await read(first, 'en')).toEqual({ title: 'First', language: 'en', position: 1 });
    // What is not translated is shown in the language in which it was written, and not left out.
    expect(await read(second, 'fr')).toEqual({ title: 'Second', language: 'en', position: 2 });
    expect(await ask('query ($id: ID!) { courseProgress(versionId: $id) { lessons doneLessonIds } }', { id: versionId }, learner)).toEqual({ courseProgress: { lessons: 2, doneLessonIds: [first] } });
  });

  it('shows everybody what a centre shows, from the published version alone', async () => {
    const change = 'mutation ($input: ChangeCourseInput!) { changeCourse(input: $input) { __typename } }';
    const input = { courseId, expectedVersion: 1, subject: 'web-development', level: 'foundation', isPublic: true };
    await ask(change, { input });
    const catalogue = async () => (await ask('{ catalogue { courses { publicId title summary level languages licence lessons minutes modules { title lessons } } } }', {}, {})) as unknown as { catalogue: { courses: { publicId: string; title: string }[] } };
    expect((await catalogue()).catalogue.courses).toEqual([]);
    await publish();
    const [course] = (await catalogue()).catalogue.courses;
    expect(course).toMatchObject({ title: 'Web basics', level: 'foundation', languages: ['en'], licence: 'MIT', lessons: 2, summary: expect.stringContaining('never written a line'), modules: [{ title: 'Starting', lessons: ['First', 'Second'] }] });
    expect(await ask('query ($id: String!) { catalogueCourse(publicId: $id) { ... on CatalogueCourse { title } } }', { id: course?.publicId }, {})).toEqual({ catalogueCourse: { title: 'Web basics' } });
    expect(await ask(change, { input }, trainer)).toEqual({ changeCourse: { __typename: 'StaleVersion' } });
    await ask(change, { input: { ...input, expectedVersion: 2, isPublic: false } });
    expect((await catalogue()).catalogue.courses).toEqual([]);
  });

  it('case 17: parts move within their course and into no other, whoever owns that', async () => {
    const move = 'mutation ($input: MoveCoursePartInput!) { moveCoursePart(input: $input) { __typename ... on CourseDraft { treeVersion } ... on Problem { code } } }';
    const [first = '', second = ''] = await lessonIds();
    const { tree } = await draft();
    expect(await ask(move, { input: { versionId, expectedTree: tree, itemId: second, position: 0 } })).toEqual({ moveCoursePart: { __typename: 'CourseDraft', treeVersion: tree + 1 } });
    expect(await lessonIds()).toEqual([second, first]);
    expect(await ask(move, { input: { versionId, expectedTree: tree, itemId: second, position: 1 } })).toMatchObject({ moveCoursePart: { code: 'STALE_VERSION' } });
    const foreign = await api.asOwner<{ id: string }>('select id from course_module where version_id <> $1 limit 1', [versionId]);
    for (const parentId of [foreign[0]?.id ?? courseId, first]) expect(await ask(move, { input: { versionId, expectedTree: tree + 1, itemId: second, parentId, position: 0 } })).toMatchObject({ moveCoursePart: { code: 'WRONG_PLACE' } });
    for (const who of [stranger, learner]) {
      const { data, errors } = await api.graphql(move, { input: { versionId, expectedTree: tree + 1, itemId: first, position: 0 } }, who);
      expect(errors?.[0]?.extensions.code ?? (data as { moveCoursePart: { code: string } }).moveCoursePart.code).toMatch(/NOT_FOUND|FORBIDDEN/);
    }
    expect(await lessonIds()).toEqual([second, first]);
  });

  it('saves what authors write, never over each other, and marks translations as older', async () => {
    const save = 'mutation ($input: SaveCourseTextInput!) { saveCourseText(input: $input) { __typename ... on CourseText { version title } ... on InvalidInput { faults { field reason } } } }';
    const [first = ''] = await lessonIds();
    const text = { ownerId: first, language: 'en', expectedVersion: 1, title: 'First, better', markdown: '# First, better' };
    expect(await ask(save, { input: text })).toEqual({ saveCourseText: { __typename: 'CourseText', version: 2, title: 'First, better' } });
    expect(await ask(save, { input: { ...text, title: 'Mine' } })).toMatchObject({ saveCourseText: { __typename: 'StaleVersion' } });
    const titles = 'query ($id: ID!) { courseVersion(versionId: $id) { ... on CourseVersion { modules { lessons { titles { language title olderThanOriginal } } } } } }';
    const expected = [{ language: 'en', title: 'First, better', olderThanOriginal: false }, { language: 'fr', title: 'Premier', olderThanOriginal: true }];
    expect(((await ask(titles, { id: versionId })) as unknown as { courseVersion: { modules: { lessons: { titles: unknown }[] }[] } }).courseVersion.modules[0]?.lessons[0]?.titles).toEqual(expected);
    const [quiz] = await api.asOwner<{ id: string }>(`select id from activity where version_id = $1 and kind = 'quiz'`, [versionId]);
    const questions = [{ text: 'Q?', answers: [{ text: 'a', isRight: false }, { text: 'b', isRight: false }] }];
    expect(await ask(save, { input: { ownerId: quiz?.id, language: 'en', expectedVersion: 1, title: 'Check', markdown: '', questions } })).toMatchObject({ saveCourseText: { faults: [{ field: 'questions.0.answers', reason: 'question.no-right-answer' }] } });
    await publish();
    expect(await ask(save, { input: { ...text, expectedVersion: 2 } })).toMatchObject({ saveCourseText: { __typename: 'NotADraft' } });
  });

  it('lets twenty authors save one text at once: one wins, nineteen are told', async () => {
    const [first = ''] = await lessonIds();
    const save = 'mutation ($input: SaveCourseTextInput!) { saveCourseText(input: $input) { __typename } }';
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => ask(save, { input: { ownerId: first, language: 'en', expectedVersion: 1, title: `Author ${n}`, markdown: '' } })));
    const kinds = answers.map((answer) => (answer as unknown as { saveCourseText: { __typename: string } }).saveCourseText.__typename);
    expect(kinds.sort()).toEqual(['CourseText', ...Array.from({ length: 19 }, () => 'StaleVersion')]);
  });

  it('begins a new draft from a published version, and says what it changes', async () => {
    await publish();
    const { startCourseDraft } = (await ask('mutation ($id: ID!) { startCourseDraft(courseId: $id) { ... on CourseDraft { id number treeVersion } } }', { id: courseId })) as unknown as { startCourseDraft: { id: string; number: number; treeVersion: number } };
    expect(startCourseDraft.number).toBe(2);
    const add = 'mutation ($input: AddCoursePartInput!) { addCoursePart(input: $input) { __typename } }';
    const [module] = await api.asOwner<{ id: string }>('select id from course_module where version_id = $1', [startCourseDraft.id]);
    await ask(add, { input: { versionId: startCourseDraft.id, expectedTree: startCourseDraft.treeVersion, kind: 'lesson', parentId: module?.id, title: 'Third' } });
    const compared = await ask('query ($a: ID!, $b: ID!) { compareCourseVersions(beforeId: $a, afterId: $b) { ... on CourseDifferences { differences { what how title languages } } } }', { a: versionId, b: startCourseDraft.id });
    expect(compared).toEqual({ compareCourseVersions: { differences: [{ what: 'lesson', how: 'added', title: 'Third', languages: ['en'] }] } });
  });

  it('takes an archive, says what it found, stores it when told, and gives it back', async () => {
    const body = new Uint8Array(zip(Object.entries({ ...FILES, 'README.md': '# Uploaded\n\nText' }).map(([name, content]) => ({ name: `uploaded/${name}`, content }))));
    const upload = async (bytes: Uint8Array<ArrayBuffer>) =>
      ((await (await api.fetch(`/files/course-imports?organisationId=${centre.id}&name=uploaded.zip`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: bytes }, trainer)).json()) as { import: { id: string; courseId: string | null } }).import;
    const work = async (importId: string): Promise<void> => {
      const run = { id: importId, actor: Actor.system(centre.id), attempt: 1, signal: new AbortController().signal, progress: async () => undefined };
      for (let twice = 0; twice < 2; twice++) await api.app.get(JobHandlers, { strict: false }).get('courses.import-upload')?.handler({ importId }, run);
    };
    const show = 'query ($id: ID!) { courseImport(importId: $id) { ... on CourseImport { state courseId counts { modules lessons quizzes questions languages } findings { file line message } plan { added { owner } } } } }';
    const first = await upload(body);
    await work(first.id);
    expect(await ask(show, { id: first.id })).toMatchObject({ courseImport: { state: 'read', counts: { modules: 1, lessons: 2, quizzes: 1, questions: 1, languages: ['en', 'fr'] }, plan: null } });
    const start = 'mutation ($input: StartCourseImportInput!) { startCourseImport(input: $input) { ... on CourseImport { state } ... on Problem { code } } }';
    expect(await ask(start, { input: { importId: first.id, subject: 'ai' } })).toEqual({ startCourseImport: { state: 'waiting' } });
    await work(first.id);
    const { courseImport } = (await ask(show, { id: first.id })) as unknown as { courseImport: { state: string; courseId: string } };
    expect(courseImport.state).toBe('done');
    expect(await ask(start, { input: { importId: first.id } })).toEqual({ startCourseImport: { code: 'IMPORT_OVER' } });
    expect(await api.asOwner('select 1 from course_import_chunk where import_id = $1', [first.id])).toEqual([]);
    const exported = await api.fetch(`/files/courses/${courseImport.courseId}`, {}, trainer);
    expect(exported.headers.get('content-disposition')).toBe('attachment; filename="uploaded.zip"');
    const again = await upload(new Uint8Array(await exported.arrayBuffer()));
    expect(again.courseId).toBe(courseImport.courseId);
    await work(again.id);
    expect(await ask(show, { id: again.id })).toMatchObject({ courseImport: { state: 'read', plan: { added: [] } } });
    expect(await ask('mutation ($id: ID!) { cancelCourseImport(importId: $id) { ... on CourseImport { state } } }', { id: again.id })).toEqual({ cancelCourseImport: { state: 'cancelled' } });
    const broken = await upload(new Uint8Array(Buffer.from('no zip')));
    await work(broken.id);
    expect(await ask(show, { id: broken.id })).toMatchObject({ courseImport: { state: 'refused', findings: [{ file: 'uploaded', message: expect.stringContaining('damaged') }] } });
  });

  it('case 36: takes images into a draft as pictures and nothing more', async () => {
    const send = (name: string, bytes: string | Buffer, who = trainer) =>
      api.fetch(`/files/course-images?versionId=${versionId}&name=${name}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes) }, who);
    const taken = await send('my picture.svg', SVG);
    expect({ status: taken.status, ...((await taken.json()) as object) }).toMatchObject({ status: 201, path: '/images/my-picture.svg' });
    const refused = await send('picture.png', '<html><script>alert(1)</script>');
    expect({ status: refused.status, ...((await refused.json()) as object) }).toMatchObject({ status: 422, code: 'IMAGE_REFUSED' });
    const bomb = Buffer.from('89504e470d0a1a0a0000000d4948445200 00c35000 00c350080200000000000000'.replaceAll(' ', ''), 'hex');
    const polyglot = Buffer.concat([Buffer.from('GIF89a/*'), Buffer.from('*/=1;alert(1)//<script>alert(1)</script>')]);
    for (const [name, bytes] of [['huge.png', bomb], ['both.gif', polyglot], ['photo.jpg', Buffer.from('89504e470d0a1a0a', 'hex')], ['page.html', Buffer.from('<html>')]] as const) {
      const answer = await send(name, bytes);
      expect([name, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([name, 422, 'IMAGE_REFUSED']);
    }
    const segment = (marker: number, data: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255]), data]);
    const gps = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0]), Buffer.from('GPS 50.4542 3.9523')]));
    const photo = Buffer.concat([Buffer.from([0xff, 0xd8]), gps, segment(0xc0, Buffer.from([8, 0, 20, 0, 30, 1, 1, 0x11, 0])), segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([1, 0xff, 0, 2, 0xff, 0xd9]), Buffer.from('PK\u0003\u0004')]);
    const [kept] = await (async () => {
      const { fileId } = (await (await send('photo.jpg', photo)).json()) as { fileId: string };
      return api.asOwner<{ bytes: Buffer }>('select bytes from course_file where id = $1', [fileId]);
    })();
    expect([kept?.bytes.includes('GPS'), kept?.bytes.includes('PK'), kept?.bytes.subarray(0, 2).toString('hex')]).toEqual([false, false, 'ffd8']);
    expect((await send('a.svg', SVG, learner)).status).toBe(403);
    expect((await send('a.svg', SVG, stranger)).status).toBe(404);
  });

  it('row 5: loads competence frameworks from the files of their publishers, and knows a skill by its words', async () => {
    const csv = 'location,context,source,target\ndigcomp.competence.1.2.label,,Evaluating data,Gegevens beoordelen\n';
    const load = (name: string, body: string) => api.fetch(`/files/competences?organisationId=${centre.id}&name=${name}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body }, trainer);
    for (let twice = 0; twice < 2; twice++) expect(await (await load('core-framework.nl.csv', csv)).json()).toEqual({ loaded: 1 });
    const find = 'query ($id: ID!, $words: String!) { competences(organisationId: $id, words: $words) { ... on CompetenceList { competences { framework code label } } } }';
    for (const words of ['évaluating', '1.2', 'beoordelen']) expect(await ask(find, { id: centre.id, words })).toEqual({ competences: { competences: [{ framework: 'digcomp', code: '1.2', label: 'Evaluating data' }] } });
    expect((await load('people.csv', 'name\nx\n')).status).toBe(422);
    const { tree } = await draft();
    const set = (level: number) =>
      ask('mutation ($input: SetCourseSkillsInput!) { setCourseSkills(input: $input) { __typename } }', { input: { versionId, expectedTree: tree, skills: [{ framework: 'digcomp', code: '1.2', role: 'gives', level }] } });
    expect(await set(3)).toEqual({ setCourseSkills: { __typename: 'CourseDraft' } });
    // Whoever saw the list before that does not write over it.
    expect(await set(4)).toEqual({ setCourseSkills: { __typename: 'StaleVersion' } });
    expect(await ask('query ($id: ID!) { courseVersion(versionId: $id) { ... on CourseVersion { skills { label role level } } } }', { id: versionId })).toEqual({ courseVersion: { skills: [{ label: 'Evaluating data', role: 'gives', level: 3 }] } });
  });

  it('case 26: courses, versions and five levels of their trees cost at most twelve statements', async () => {
    const list = `query ($id: ID!, $version: ID!) {
      courses(organisationId: $id, first: 100) { ... on CourseConnection { nodes { id titles { title } versions { number state } } pageInfo { hasNextPage } } }
      courseVersion(versionId: $version) { ... on CourseVersion { modules { lessons { activities { titles { title } } } } } } }`;
    let courses: { nodes: { titles: { title: string }[] }[] } = { nodes: [] };
    const statements = await countStatements(api, async () => {
      ({ courses } = (await ask(list, { id: centre.id, version: versionId })) as unknown as { courses: typeof courses });
    });
    expect(courses.nodes.length).toBeGreaterThan(3);
    expect(courses.nodes.every(({ titles }) => titles.length > 0)).toBe(true);
    expect(statements).toBeGreaterThan(3);
    expect(statements).toBeLessThanOrEqual(12);
  });
});
