import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { Competences, EditCourse, Findings, ImportCourse, openSource, PublishCourse, ReadCourses, readCurriculum } from '@app/courses';
import { type Actor } from '@app/platform';
import { type GetUseCase, withUseCases } from '../../apps/cli/src/use-cases.js';
import { eventually } from '../support/eventually.js';
import { PASSWORD } from '../support/make.js';
import { ServedApp } from '../support/served-app.js';
import { testSettings } from '../support/test-module.js';
import { must } from './must.js';
import { DESKTOP, openBrowser, Window } from './window.js';

/** Writing in the studio: nothing that was typed is lost, and what its dialogs look like. */
let app: ServedApp;
let browser: Browser;
let course: { readonly courseId: string; readonly lessonIds: readonly string[] };

beforeAll(async () => {
  app = await ServedApp.start();
  browser = await openBrowser();
  const centre = await app.make.organisation({ name: 'Centre numérique de Mons' });
  const karim = await app.make.person({ organisation: centre, roles: ['trainer'], email: 'karim@example.org', givenName: 'Karim', familyName: 'Benali' });
  course = await withUseCases(testSettings({ PUBLIC_URL: app.url }), { appUrl: app.test.appUrl }, (get) => furnish(get, app.make.actorOf(karim), centre.id));
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
}, 60_000);

async function furnish(get: GetUseCase, actor: Actor, organisationId: string): Promise<typeof course> {
  const source = await openSource('apps/cli/demo-courses/web-development', new Findings());
  const curriculum = source && (await readCurriculum(source, new Findings()));
  source?.close();
  if (!curriculum) throw new Error('The demo course cannot be read.');
  const { courseId, version } = must(await get(ImportCourse).execute(actor, { organisationId, curriculum, subject: 'web-development' }));
  must(await get(PublishCourse).execute(actor, { courseId, expectedVersion: version.version }));
  const draft = must(await get(EditCourse).startDraft(actor, courseId));
  const tree = must(await get(ReadCourses).tree(actor, draft.id));
  const lessonIds = tree.modules.flatMap(({ lessons }) => lessons.map(({ id }) => id));
  const file = join(await mkdtemp(join(tmpdir(), 'tremplin-studio-')), 'core-framework.fr.csv');
  await writeFile(file, 'location,context,source,target\ndigcomp.competence.3.1.label,,Developing digital content,Développer du contenu numérique\ndigcomp.competence.3.4.label,,Programming,Programmer\n');
  must(await get(Competences).load(actor, { organisationId, path: file, fileName: 'core-framework.fr.csv' }).finally(() => rm(dirname(file), { recursive: true })));
  return { courseId, lessonIds };
}

async function editor(): Promise<{ readonly window: Window; readonly page: Page }> {
  const window = await Window.open(browser, { language: 'fr', screen: DESKTOP, app });
  const { page } = window;
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill('karim@example.org');
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await page.getByRole('heading', { name: /Karim/ }).waitFor();
  await open(page);
  return { window, page };
}

const open = async (page: Page, lesson = 0): Promise<void> => {
  await page.goto(`/studio/${course.courseId}?part=${course.lessonIds[lesson] ?? ''}`);
  await page.locator('.studio-text .prose > *').first().waitFor();
};
const title = (page: Page) => page.getByLabel('Titre', { exact: true });
const stored = async (words: string, lesson = 0): Promise<void> => {
  await eventually(async () => expect(await app.test.asOwner(`select title from course_text where owner_id = $1 and language = 'fr'`, [course.lessonIds[lesson]])).toEqual([{ title: words }]));
};

it('competences, versions and the place of a quiz, as the guide for trainers shows them', async () => {
  const { window, page } = await editor();
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Compétences', exact: true }).click();
  await dialog.getByRole('searchbox').fill('programmer');
  await dialog.getByRole('button', { name: 'Ajouter', exact: true }).first().click();
  await dialog.getByText('DigComp 3.4').first().waitFor();
  expect(await window.violations()).toEqual([]);
  await window.picture('studio-competences-desktop-fr');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Versions', exact: true }).click();
  await dialog.getByText('Version 1', { exact: true }).waitFor();
  expect(await window.violations()).toEqual([]);
  await window.picture('studio-versions-desktop-fr');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await page.locator('.studio-tree [data-kind="quiz"] .studio-part').first().click();
  await page.locator('.studio-tree [data-kind="quiz"][data-selected]').waitFor();
  await page.locator('.studio .skeleton').first().waitFor({ state: 'detached' });
  expect(await window.violations()).toEqual([]);
  await window.picture('studio-quiz-desktop-fr');
  expect(window.faults).toEqual([]);
  await window.close();
}, 180_000);

it('what was typed is not lost when its part, its page or the window is left at once', async () => {
  const { window, page } = await editor();
  await title(page).fill('Vite, une autre leçon');
  await page.locator(`.studio-tree [data-kind="lesson"] .studio-part`).nth(1).click();
  await stored('Vite, une autre leçon');

  await open(page);
  await title(page).fill('Vite, une autre page');
  await page.getByRole('link', { name: 'Tous les cours du studio' }).click();
  await page.waitForURL(/\/studio$/);
  await stored('Vite, une autre page');

  await open(page);
  await title(page).fill('Vite, ailleurs');
  await page.goto('/courses');
  await stored('Vite, ailleurs');
  await open(page);
  expect(await title(page).inputValue()).toBe('Vite, ailleurs');

  await title(page).fill('Vite, la fenêtre');
  await page.close({ runBeforeUnload: true });
  await stored('Vite, la fenêtre');
  expect(window.faults).toEqual([]);
  await window.close();
}, 180_000);

it('what the server could not take stays on the device, and is there, and saved, when its page is opened again', async () => {
  const { window, page } = await editor();
  await open(page, 2);
  await page.route('**/graphql', (route) => (route.request().postData()?.includes('Sans ligne') ? route.abort() : route.fallback()));
  await title(page).fill('Sans ligne');
  await page.goto('/courses');
  await page.unroute('**/graphql');
  await open(page, 2);
  expect(await title(page).inputValue()).toBe('Sans ligne');
  await stored('Sans ligne', 2);

  // Somebody else was faster than what was kept: both are shown.
  await page.route('**/graphql', (route) => (route.request().postData()?.includes('Encore sans ligne') ? route.abort() : route.fallback()));
  await title(page).fill('Encore sans ligne');
  await page.goto('/courses');
  await page.unroute('**/graphql');
  await app.test.asOwner(`update course_text set title = 'De quelqu’un d’autre', version = version + 1 where owner_id = $1 and language = 'fr'`, [course.lessonIds[2]]);
  await open(page, 2);
  await page.locator('.studio-other', { hasText: 'De quelqu’un d’autre' }).waitFor();
  expect(await title(page).inputValue()).toBe('Encore sans ligne');
  expect(await window.violations()).toEqual([]);
  await page.getByRole('button', { name: 'Enregistrer le mien par-dessus' }).click();
  await stored('Encore sans ligne', 2);
  await window.close();
}, 180_000);
