import { type Browser, type Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { ServedApp } from '../support/served-app.js';
import { signIn } from './sign-in.js';
import { DESKTOP, openBrowser, Window } from './window.js';

/** L7: when somebody can be booked. */
let app: ServedApp;
let browser: Browser;
/** A second try meets nothing that the first one left. */
let attempts = 0;

beforeAll(async () => {
  app = await ServedApp.start();
  browser = await openBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
}, 60_000);

it('who teaches says when, week after week; it is still there afterwards, and the board shows it to whoever plans', async () => {
  const made = await app.make.organisation({ name: 'Centre de Namur' });
  const site = await app.make.site(made, { name: 'Namur' });
  const who = await app.make.person({ organisation: made, roles: ['trainer', 'coordinator'], email: `camille.${++attempts}@example.org`, givenName: 'Camille', language: 'fr' });
  const window = await Window.open(browser, { language: 'fr', screen: DESKTOP, app });
  const { page } = window;
  await signIn(page, who.email);
  await page.goto('/me?tab=availability');
  await page.getByText('Vous n’avez encore rien indiqué').waitFor();
  for (const lines of [1, 2]) {
    await page.getByRole('button', { name: 'Ajouter un horaire' }).click();
    await page.locator('main fieldset').nth(lines - 1).waitFor();
  }
  await page.getByRole('button', { name: 'Ajouter un jour' }).click();
  await page.locator('main fieldset').nth(2).getByRole('spinbutton').first().focus();
  await page.keyboard.type('24122026');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  const days = () => app.test.asOwner('select on_date::text as date, opens from availability_exception where person_id = $1', [who.id]);
  await eventually(async () => expect(await days()).toEqual([{ date: '2026-12-24', opens: null }]));
  await eventually(async () => expect(await app.test.asOwner('select weekday, opens::text, closes::text from availability_rule where person_id = $1 order by weekday', [who.id])).toEqual([{ weekday: 1, opens: '09:00:00', closes: '17:00:00' }, { weekday: 2, opens: '09:00:00', closes: '17:00:00' }]));
  await page.reload();
  await page.getByRole('button', { name: 'Retirer Mardi 09:00–17:00' }).click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await eventually(async () => expect(await weekdays(who.id)).toEqual([1]));
  await keepsWhatIsTyped(page, who.id);
  await page.goto(`/week?site=${site.id}&week=2026-11-23&show=people`);
  await page.getByText(/disponible 09:00–17:00|non disponible/).first().waitFor();
  expect(window.faults).toEqual([]);
  await window.picture('availability-story');
  await window.close();
}, 180_000);

async function weekdays(personId: string): Promise<readonly number[]> {
  const rules = await app.test.asOwner<{ weekday: number }>('select weekday from availability_rule where person_id = $1 order by weekday', [personId]);
  return rules.map(({ weekday }) => weekday);
}

/** The hours are read anew after they were saved; what somebody types before they are here stays, and can be saved. */
async function keepsWhatIsTyped(page: Page, personId: string): Promise<void> {
  const lines = page.locator('main fieldset');
  const add = page.getByRole('button', { name: 'Ajouter un horaire' });
  const save = page.getByRole('button', { name: 'Enregistrer' });
  const late: (() => void)[] = [];
  await page.route('**/graphql', async (route) => {
    const isChange = route.request().postData()?.includes('requestId') ?? false;
    if (!isChange) await new Promise<void>((resolve) => late.push(resolve));
    await route.fallback();
  });
  await add.click();
  await save.click();
  await eventually(async () => expect(await weekdays(personId)).toEqual([1, 2]));
  await eventually(() => expect(late.length).toBeGreaterThan(0));
  await add.click();
  await lines.nth(3).waitFor();
  await page.unroute('**/graphql');
  const answered = page.waitForResponse('**/graphql');
  for (const go of late) go();
  await (await answered).finished();
  await page.getByRole('button', { name: 'Retirer Mercredi 09:00–17:00' }).waitFor();
  await save.click();
  await eventually(async () => expect(await weekdays(personId)).toEqual([1, 2, 3]));
}
