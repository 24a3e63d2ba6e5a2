import { type Browser, type Page } from 'playwright-core';
import { ChangeCohortState, ChangeGroups, CreateCohort, CreateSeries, EnrolLearners, ReadCohorts } from '@app/cohorts';
import { EditCourse, Findings, ImportCourse, PublishCourse, readCurriculum, ReadCourses } from '@app/courses';
import { type Actor, addDays } from '@app/platform';
import { type GetUseCase, withUseCases } from '../../apps/cli/src/use-cases.js';
import { type MadeOrganisation, PASSWORD } from '../support/make.js';
import { ServedApp } from '../support/served-app.js';
import { testSettings } from '../support/test-module.js';
import { must } from './must.js';
import { DESKTOP, openBrowser, Window } from './window.js';

/** Would be an element if anything on its way took it for markup. */
const EVIL = '"><img src=x data-struck onerror=document.title=1>';
/** What an author may write into a lesson: everything that could reach cookies, the page around it or the API. */
const LESSON = [
  `# ${EVIL}`, '## Part', '<script>document.title = 1; fetch("/struck?" + document.cookie)</script>', '<img src="x" data-struck onerror="fetch(\'/struck\')">', '<iframe srcdoc="<script>parent.document.title=1</script>"></iframe>',
  '<svg onload="fetch(\'/struck\')"></svg>', '<form action="/graphql" method="post"><input name="q"><button>Go</button></form>', '<a href="javascript:fetch(\'/struck\')">press me</a>', '[press me too](javascript:fetch("/struck"))',
  '<style>body { display: none }</style>', '<meta http-equiv="refresh" content="0;url=/struck">', '<object data="/struck"></object>', '![pixel](https://struck.example.org/pixel.png)', '![drawing](drawing.svg)', '[quiz](https://quiz.example.org/quiz/1)',
].join('\n\n');
const FILES: Record<string, string> = {
  'README.md': `# Course ${EVIL}\n\n${EVIL}`,
  '1-a/README.md': `# Module ${EVIL}`,
  '1-a/1-b/README.md': LESSON,
  '1-a/1-b/drawing.svg': '<svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/></svg>',
  '1-a/1-b/assignment.md': `# Assignment ${EVIL}\n\n${LESSON}`,
  'quiz/en.json': JSON.stringify([{ quizzes: [{ id: 1, title: `Quiz ${EVIL}`, quiz: [{ questionText: `Question ${EVIL}`, answerOptions: [{ answerText: `Answer ${EVIL}`, isCorrect: 'true' }, { answerText: EVIL, isCorrect: 'false' }] }] }] }]),
};

let app: ServedApp;
let browser: Browser;
let centre: MadeOrganisation;
let ids: { readonly courseId: string; readonly lessonId: string; readonly cohortId: string; readonly sessionId: string; readonly publicId: string };

beforeAll(async () => {
  app = await ServedApp.start();
  browser = await openBrowser();
  centre = await app.make.organisation({ name: `Centre ${EVIL}`, language: 'en' });
  const site = await app.make.site(centre, { name: `Site ${EVIL}` });
  const marie = await app.make.person({ organisation: centre, roles: ['coordinator', 'trainer'], email: 'marie@example.org', givenName: 'Marie', familyName: EVIL, language: 'en' });
  const ines = await app.make.person({ organisation: centre, roles: ['learner'], email: 'ines@example.org', givenName: 'Ines', familyName: EVIL, language: 'en' });
  ids = await withUseCases(testSettings({ PUBLIC_URL: app.url }), { appUrl: app.test.appUrl }, (get) => furnish(get, { marie: app.make.actorOf(marie), learnerId: ines.id, siteId: site.id }));
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
}, 60_000);

async function furnish(get: GetUseCase, { marie, learnerId, siteId }: { readonly marie: Actor; readonly learnerId: string; readonly siteId: string }): Promise<typeof ids> {
  const course = await evilCourse(get, marie);
  const facts = { organisationId: centre.id, courseId: course.courseId, name: `Cohort ${EVIL}`, siteId, language: 'en' as const, capacity: 9, minimum: 1 };
  return { ...course, ...(await evilCohort(get, marie, { facts, learnerId })) };
}

async function evilCourse(get: GetUseCase, marie: Actor): Promise<Pick<typeof ids, 'courseId' | 'lessonId' | 'publicId'>> {
  const curriculum = await readCurriculum({ name: 'evil', paths: Object.keys(FILES).sort(), read: async (path) => Buffer.from(FILES[path] ?? '') }, new Findings());
  if (!curriculum) throw new Error('Not read.');
  const { courseId, version } = must(await get(ImportCourse).execute(marie, { organisationId: centre.id, curriculum, subject: 'other' }));
  must(await get(PublishCourse).execute(marie, { courseId, expectedVersion: version.version }));
  const { version: seen } = must(await get(ReadCourses).one(marie, courseId));
  must(await get(EditCourse).change(marie, { courseId, expectedVersion: seen, subject: 'other', level: null, isPublic: true, readers: 'members', price: EVIL }));
  const lessonId = must(await get(ReadCourses).tree(marie, version.id)).modules[0]?.lessons[0]?.id ?? '';
  return { courseId, lessonId, publicId: must(await get(ReadCourses).one(marie, courseId)).publicId ?? '' };
}

interface EvilCohort {
  readonly facts: Omit<Parameters<CreateCohort['execute']>[1], 'startsOn' | 'endsOn'>;
  readonly learnerId: string;
}

async function evilCohort(get: GetUseCase, marie: Actor, { facts, learnerId }: EvilCohort): Promise<Pick<typeof ids, 'cohortId' | 'sessionId'>> {
  const [{ today = '' } = {}] = await app.test.asOwner<{ today: string }>(`select (app.now() at time zone 'Europe/Brussels')::date::text as today`);
  const { cohortId, version } = must(await get(CreateCohort).execute(marie, { ...facts, startsOn: addDays(today, 1), endsOn: addDays(today, 90) }));
  must(await get(ChangeCohortState).execute(marie, { cohortId, expectedVersion: version, to: 'open' }));
  const [group] = must(await get(ChangeGroups).execute(marie, { cohortId, name: `Group ${EVIL}` }));
  must(await get(EnrolLearners).execute(marie, { cohortId, personIds: [learnerId], groupId: group?.id, whenFull: 'refuse' }));
  const slots = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startsAt: '09:00', endsAt: '12:00' }));
  must(await get(CreateSeries).execute(marie, { cohortId, rule: { slots, from: addDays(today, 2), count: 3, everyWeeks: 1 }, trainerIds: [marie.personId ?? ''], resourceIds: [], about: 'title', title: `Series ${EVIL}`, bring: `Bring ${EVIL}` }));
  return { cohortId, sessionId: must(await get(ReadCohorts).sessions(marie, cohortId))[0]?.id ?? '' };
}

/** A window whose requests are noted, so that what content asks for by itself is seen. */
async function walker(email?: string): Promise<{ readonly window: Window; readonly page: Page; readonly look: (where: string, path: string, words?: string) => Promise<void> }> {
  const window = await Window.open(browser, { language: 'en', screen: DESKTOP, app });
  const { page } = window;
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(app.url) || new URL(request.url()).pathname.startsWith('/struck')) foreign.push(request.url());
  });
  if (email) {
    await page.goto('/sign-in');
    await page.locator('input[type="email"]').fill(email);
    await page.locator('input[type="password"]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Marie|Ines/ }).waitFor();
  }
  const look = async (where: string, path: string, words = EVIL): Promise<void> => {
    if (path !== '') await page.goto(path);
    await page.getByText(words, { exact: false }).first().waitFor({ state: 'attached' });
    await window.settled();
    const struck = await page.locator('[data-struck]').count();
    expect({ where, struck, title: await page.title(), foreign, at: new URL(page.url()).origin }).toEqual({ where, struck: 0, title: expect.not.stringMatching(/^1$/), foreign: [], at: app.url });
  };
  return { window, page, look };
}

it('case 33: a lesson full of active HTML reaches no cookie, no page around it and no API; its page would let nothing run anyway', async () => {
  const { window, page, look } = await walker('ines@example.org');
  const answer = await page.goto(`/lessons/${ids.lessonId}`);
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(policy).toMatch(/script-src 'self'(;|$)|default-src 'self'(;|$)/);
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  await look('lesson', '', 'press me');
  await page.getByText(`Assignment ${EVIL}`).first().waitFor();
  expect(await page.locator('.prose :is(script, iframe, form, svg, style, object, meta, [onerror], [onload])').count()).toBe(0);
  expect(await page.locator('a[href^="javascript" i]').count()).toBe(0);
  for (const name of ['press me', 'press me too']) await page.getByText(name, { exact: true }).first().click();
  await look('lesson, pressed', '', 'press me');
  const drawing = await page.locator('.prose img').first().getAttribute('src');
  const opened = await page.request.get(drawing ?? '');
  expect(opened.headers()).toMatchObject({ 'content-disposition': 'attachment', 'x-content-type-options': 'nosniff', 'content-security-policy': expect.stringContaining('sandbox') as string });
  await window.close();
}, 120_000);

it('case 34: names of courses, modules, cohorts, groups and series and file names are text wherever they are shown', async () => {
  const { courseId, lessonId, cohortId, sessionId, publicId } = ids;
  const stranger = await walker();
  await stranger.look('catalogue', '/catalogue');
  await stranger.look('course of the catalogue', `/catalogue/${publicId}`);
  const ines = await walker('ines@example.org');
  for (const [where, path] of [['today', '/'], ['agenda', '/agenda?as=list'], ['week', '/agenda?as=week'], ['registration', '/registration'], ['courses', '/courses'], ['course', `/courses/${courseId}`], ['lesson', `/lessons/${lessonId}`]] as const) await ines.look(where, path);
  const lite = await ines.page.request.get('/agenda/lite');
  expect(await lite.text()).not.toContain('<img');
  const marie = await walker('marie@example.org');
  for (const [where, path] of [['desk', '/'], ['cohorts', '/cohorts'], ['sessions of a cohort', `/cohorts/${cohortId}`], ['people of a cohort', `/cohorts/${cohortId}?tab=people`], ['series', `/cohorts/${cohortId}?do=series`], ['session', `/session/${sessionId}`], ['studio', '/studio'], ['editor', `/studio/${courseId}`], ['board', '/week']] as const) await marie.look(where, path);
  await marie.page.goto(`/cohorts/${cohortId}`);
  await marie.page.locator('main .card [aria-haspopup]:visible').first().click();
  await marie.page.getByRole('menuitem').last().click();
  await marie.page.locator('[role="dialog"], [role="alertdialog"]').last().waitFor();
  await marie.look('dialog that cancels', '');
  await marie.page.goto('/studio');
  await marie.page.getByRole('button', { name: 'Import', exact: true }).first().click();
  await marie.page.locator('[role="dialog"] input[type="file"]').first().setInputFiles({ name: 'a"><img src=x data-struck>.zip', mimeType: 'application/zip', buffer: Buffer.from('no archive') });
  await marie.look('file that is refused', '', 'data-struck');
  expect([...stranger.window.faults, ...ines.window.faults, ...marie.window.faults]).toEqual([]);
  await Promise.all([stranger, ines, marie].map(({ window }) => window.close()));
}, 240_000);
