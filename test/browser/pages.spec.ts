import { readFileSync } from 'node:fs';
import { type Browser, type Page } from 'playwright-core';
import { PASSWORD } from '../support/make.js';
import { ServedApp } from '../support/served-app.js';
import { elsewhere, type PageVisit, visits } from './visits.js';
import { DESKTOP, openBrowser, PHONE, textsOf, type Visit, Window } from './window.js';
import { furnish, viewers, type World } from './world.js';

let app: ServedApp;
let browser: Browser;
let world: World;

beforeAll(async () => {
  app = await ServedApp.start();
  browser = await openBrowser();
  world = await furnish(app);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
}, 60_000);

/** Signed in as whoever the visits are of, in the language that this person has chosen before. */
async function openAs(look: Look, as: PageVisit['as'] = 'camille'): Promise<Window> {
  const window = await Window.open(browser, { ...look, app });
  if (as === 'nobody') return window;
  const { page } = window;
  await page.goto('/sign-in');
  await page.locator('input[name="email"]').fill(viewers[as].email).catch(async (error: unknown) => {
    throw new Error(`No form to sign in. The page says: ${await page.locator('body').innerText()}\nNot loaded: ${window.missed.join(', ')}`, { cause: error });
  });
  await page.locator('input[name="password"]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return window;
}

const documents = JSON.parse(readFileSync('apps/web/src/generated/app/persisted-documents.json', 'utf8')) as Record<string, string>;
const whoAmI = Object.keys(documents).find((hash) => documents[hash]?.startsWith('query Viewer'))?.replace('sha256:', '') ?? 'not known';

/** As on a device that has never seen the page: copies for lost connections would be shown instead of the failure. */
async function forgetCopies(page: Page): Promise<void> {
  await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('tremplin.copy ')).forEach((key) => localStorage.removeItem(key)));
}

async function hinder(page: Page, answers: NonNullable<PageVisit['answers']>): Promise<void> {
  if (page.url().startsWith(app.url)) await forgetCopies(page);
  await page.route('**/graphql', async (route) => {
    if (answers !== 'fail at once' && route.request().postData()?.includes(whoAmI)) await route.continue();
    else if (answers !== 'never') await route.fulfill({ status: 500, contentType: 'application/json', body: '{"errors":[{"message":"Broken on purpose."}]}' });
  });
}

async function go(window: Window, visit: PageVisit): Promise<void> {
  const { page } = window;
  if (visit.answers) await hinder(page, visit.answers);
  const path = typeof visit.path === 'function' ? visit.path(world) : (visit.path ?? visit.route);
  // Two addresses that differ behind "#" alone are one page to a browser.
  if (new URL(page.url()).pathname === path.split('#')[0]) await page.goto('about:blank');
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).or(page.getByRole('dialog')).first().waitFor();
  if (visit.answers === 'never') await page.locator('.skeleton').first().waitFor();
  else if (visit.answers) await page.getByRole('button', { name: /Réessayer|Try again|Erneut|Opnieuw/ }).first().waitFor();
  else await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  await visit.then?.(page);
  await window.settled();
}

/** VISITS=week looks at those whose name fits alone. */
const wanted = new RegExp(process.env.VISITS ?? '');
/** Visits beside each other: while one page waits for the server another is looked at. */
const LANES = 3;

type Look = Omit<Visit, 'app'>;
/** What one pair of eyes looks at in each visit, and in what order; a page is loaded once. */
type Check = (window: Window, visit: PageVisit) => Promise<readonly string[]>;

/** Everything that one pair of eyes finds wrong, by the name of the visit. */
async function walk(look: Look, check: Check): Promise<Record<string, readonly string[]>> {
  await app.test.asOwner('update account set language = $1', [look.language]);
  const todo = visits.filter(({ name }) => wanted.test(name));
  const found: Record<string, readonly string[]> = {};
  const lane = async (): Promise<void> => {
    const windows = new Map<string, Window>();
    for (let visit = todo.shift(); visit; visit = todo.shift()) {
      const as = visit.as ?? 'camille';
      const window = windows.get(as) ?? (await openAs(look, as));
      windows.set(as, window);
      const wrong = await faultsOf(window, visit, check);
      if (wrong.length > 0) found[visit.name] = wrong;
    }
    for (const window of windows.values()) await window.close();
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return found;
}

async function faultsOf(window: Window, visit: PageVisit, check: Check): Promise<readonly string[]> {
  const wrong = await go(window, visit)
    .then(() => check(window, visit))
    .catch((error: unknown) => [String(error)]);
  const all = [...wrong, ...window.faults].filter((fault) => !fault.includes('Broken on purpose.'));
  window.faults.length = 0;
  await window.page.unrouteAll({ behavior: 'ignoreErrors' });
  return all;
}

/** Whole on the phone; then with the longest words and a keyboard half open. */
const onThePhone: Check = async (window, { name }) => {
  const found = [...(await window.overflows()), ...(await window.violations())];
  await window.picture(`${name}-fr-phone`);
  await window.speak('de');
  await window.lower(700);
  found.push(...(await window.overflows()).map((fault) => `in German: ${fault}`));
  await window.picture(`${name}-de-phone`);
  await window.lower(PHONE.height);
  return found;
};

const onTheDesktop: Check = async (window, { name }) => {
  const found = [...(await window.overflows()), ...(await window.violations())];
  await window.picture(`${name}-en-desktop`);
  found.push(...(await window.violationsIn('dark')).map((fault) => `in the dark: ${fault}`));
  await window.picture(`${name}-en-desktop-dark`);
  await window.page.emulateMedia({ colorScheme: 'light' });
  await window.speak('nl');
  found.push(...(await window.overflows()).map((fault) => `in Dutch: ${fault}`));
  return found;
};

it('every route of the app has a visit', async () => {
  const window = await openAs({ language: 'fr', screen: DESKTOP }, 'nobody');
  await window.page.goto('/sign-in');
  const routes = await window.page.evaluate(() => Object.keys((globalThis as unknown as { __TSR_ROUTER__: { routesByPath: object } }).__TSR_ROUTER__.routesByPath));
  expect(routes.length).toBeGreaterThan(10);
  const visited = [...visits.map(({ route }) => route), ...elsewhere];
  expect(routes.filter((route) => !visited.includes(route))).toEqual([]);
  await window.close();
}, 60_000);

it('says in the language of the browser that it did not load, and loads when asked again', async () => {
  const window = await openAs({ language: 'fr', screen: PHONE }, 'nobody');
  const { page } = window;
  for (const file of textsOf('fr')) await page.route(`**${file}`, (route) => route.abort());
  await page.goto('/sign-in');
  await page.getByRole('alert').getByText('Tremplin n’a pas pu se charger').waitFor();
  expect([...(await window.overflows()), ...(await window.violations())]).toEqual([]);
  await window.picture('not-started-fr-phone');
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await page.locator('input[name="email"]').waitFor();
  await window.close();
}, 60_000);

it('row 101: every page and state on the phone, in French and German: no violation, no fault, nothing too wide or out of reach', async () => {
  expect(await walk({ language: 'fr', screen: PHONE }, onThePhone)).toEqual({});
}, 900_000);

it('row 101: every page and state on the desktop, light and dark, in English and Dutch: no violation, no fault, nothing too wide', async () => {
  expect(await walk({ language: 'en', screen: DESKTOP }, onTheDesktop)).toEqual({});
}, 900_000);

it.each(['light', 'dark'] as const)('the kit, every component, %s and with high contrast: no violation and no fault', async (theme) => {
  const window = await openAs({ language: 'en', screen: DESKTOP, theme }, 'nobody');
  const { page } = window;
  await page.goto('/ui');
  // The kit shows skeletons on purpose: what is waited for are the fields that come later.
  await page.getByLabel('From', { exact: true }).first().waitFor();
  expect(await window.violations()).toEqual([]);
  await window.picture(`kit-${theme}`, { fullPage: true });
  await page.getByText('High contrast').click();
  expect(await window.violations()).toEqual([]);
  for (const name of ['Dialog', 'Form', 'Confirm', 'Drawer']) {
    await page.getByRole('button', { name, exact: true }).click();
    await page.locator('[role="dialog"], [role="alertdialog"]').waitFor();
    expect(await window.violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('[role="dialog"], [role="alertdialog"]').waitFor({ state: 'detached' });
    // Focus goes back a moment after the dialog left.
    await page.waitForFunction((opener) => document.activeElement?.textContent === opener, name);
  }
  expect(window.faults).toEqual([]);
  await window.close();
}, 300_000);

it('row 101: the pages before the sign-in speak four languages and switch without losing what was typed', async () => {
  const window = await openAs({ language: 'nl', screen: PHONE }, 'nobody');
  const { page } = window;
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Aanmelden', exact: true }).waitFor();
  await page.locator('input[name="email"]').fill('samira@example.org');
  for (const [code, word] of [['FR', 'Se connecter'], ['DE', 'Anmelden'], ['EN', 'Sign in'], ['NL', 'Aanmelden']] as const) {
    await page.getByText(code, { exact: true }).click();
    await page.getByRole('button', { name: word, exact: true }).waitFor();
    expect(await page.locator('input[name="email"]').inputValue()).toBe('samira@example.org');
    expect(await page.locator('html').getAttribute('lang')).toBe(code.toLowerCase());
  }
  expect(window.faults).toEqual([]);
  await window.close();
}, 120_000);
