import { type Browser, type Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { type MadeOrganisation, type MadePerson, PASSWORD } from '../support/make.js';
import { ServedApp } from '../support/served-app.js';
import { DESKTOP, openBrowser, PHONE, Window } from './window.js';

/** W2 at 10:30: the network is cut in the middle of a session, and nothing is lost. */
let app: ServedApp;
let browser: Browser;
let centre: MadeOrganisation;
let sessionId: string;
const people = new Map<string, MadePerson>();

async function person(givenName: string, role: 'learner' | 'trainer'): Promise<void> {
  people.set(givenName, await app.make.person({ organisation: centre, roles: [role], email: `${givenName.toLowerCase()}@example.org`, givenName, familyName: 'Martin', language: 'en' }));
}

beforeAll(async () => {
  app = await ServedApp.start();
  browser = await openBrowser();
  centre = await app.make.organisation({ name: 'Centre numérique de Mons' });
  const site = await app.make.site(centre, { name: 'Mons' });
  for (const [name, role] of [['Ali', 'learner'], ['Ben', 'learner'], ['Cleo', 'learner'], ['Karim', 'trainer'], ['Nora', 'trainer']] as const) await person(name, role);
  const [row] = await app.test.asOwner<{ id: string }>(
    `insert into occurrence (organisation_id, kind, local_date, local_time, zone, starts_at, ends_at, site_organisation_id, site_id)
     select $1, 'session', (s at time zone 'Europe/Brussels')::date, (s at time zone 'Europe/Brussels')::time, 'Europe/Brussels', s, s + interval '3 hours', $1, $2 from (select date_trunc('minute', app.now() - interval '1 hour') as s) x returning id`,
    [centre.id, site.id],
  );
  sessionId = row?.id ?? '';
  await app.test.asOwner(`insert into occurrence_card (organisation_id, occurrence_id, language, title) values ($1, $2, 'en', 'JavaScript 3')`, [centre.id, sessionId]);
  for (const [name, who] of people) await app.test.asOwner('insert into attendee (organisation_id, occurrence_id, person_id, part) values ($1, $2, $3, $4)', [centre.id, sessionId, who.id, ['Karim', 'Nora'].includes(name) ? 'trainer' : 'learner']);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
}, 60_000);

async function enter(page: Page, who: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[type="email"]').fill(people.get(who)?.email ?? '');
  await page.locator('input[type="password"]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: new RegExp(who) }).waitFor();
  await page.goto(`/session/${sessionId}`);
  await page.getByText('of 3 marked').waitFor();
}

const tap = (page: Page, who: string, status: string): Promise<void> => page.getByRole('radiogroup', { name: `Attendance of ${who} Martin` }).getByText(status, { exact: true }).click();
const standing = async (): Promise<Readonly<Record<string, string>>> => {
  const rows = await app.test.asOwner<{ person: string; status: string }>('select m.person_id as person, m.status from attendance_mark m where not exists (select from attendance_mark l where l.supersedes = m.id)');
  return Object.fromEntries(rows.map(({ person: id, status }) => [[...people].find(([, who]) => who.id === id)?.[0] ?? id, status]));
};
const count = async (): Promise<number> => (await app.test.asOwner('select from attendance_mark')).length;

it('W2 10:30: taps without a connection are kept, sent when it is back, and do not overwrite what somebody else said meanwhile', async () => {
  const [karim, nora] = await Promise.all(['Karim', 'Nora'].map(async () => Window.open(browser, { language: 'en', screen: DESKTOP, app })));
  if (!karim || !nora) throw new Error('No windows.');
  await enter(karim.page, 'Karim');
  await tap(karim.page, 'Ali', 'Absent');
  await tap(karim.page, 'Ali', 'Late');
  await karim.page.getByText(/corrected .*, before: Absent/).waitFor();

  await karim.page.context().setOffline(true);
  await tap(karim.page, 'Ali', 'Present');
  await tap(karim.page, 'Ben', 'Present');
  await tap(karim.page, 'Cleo', 'Absent');
  await karim.page.getByText('3 marks wait for the connection').waitFor();
  await karim.page.getByText('3 of 3 marked').waitFor();
  expect(await karim.violations()).toEqual([]);
  expect(await standing()).toEqual({ Ali: 'late' });

  await enter(nora.page, 'Nora');
  await tap(nora.page, 'Ben', 'Excused');
  await eventually(async () => expect(await standing()).toEqual({ Ali: 'late', Ben: 'excused' }));
  const before = await count();

  await karim.page.context().setOffline(false);
  await karim.page.getByText('Meanwhile Nora Martin said: Excused. You said: Present.').waitFor();
  await karim.page.getByText('marks wait for the connection').waitFor({ state: 'detached' });
  expect(await standing()).toEqual({ Ali: 'present', Ben: 'excused', Cleo: 'absent' });
  expect(await count()).toBe(before + 2);
  expect(await karim.violations()).toEqual([]);

  await karim.page.getByRole('button', { name: 'Change to: Present' }).click();
  await nora.page.getByText(/corrected .*, before: Excused/).waitFor();
  expect(await standing()).toEqual({ Ali: 'present', Ben: 'present', Cleo: 'absent' });
  expect([...karim.faults, ...nora.faults]).toEqual([]);
  await Promise.all([karim.close(), nora.close()]);
}, 120_000);

it('row 104: a phone can keep it on its home screen, and opens it there without a connection, with the agenda as it was', async () => {
  const window = await Window.open(browser, { language: 'en', screen: PHONE, app, kept: true });
  const { page } = window;
  await page.goto('/sign-in');
  const manifest = await page.evaluate(async () => (await fetch('/manifest.webmanifest')).json() as Promise<{ name: string; start_url: string; display: string; icons: { src: string; sizes: string; type: string; purpose: string }[] }>);
  expect(manifest).toMatchObject({ name: 'Tremplin', start_url: '/', display: 'standalone' });
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
  for (const { src, sizes, type } of manifest.icons) {
    const size = await page.evaluate(async (path) => {
      const picture = new Image();
      picture.src = path;
      await picture.decode();
      return `${picture.naturalWidth}x${picture.naturalHeight}`;
    }, src);
    if (type === 'image/png') expect({ src, size }).toEqual({ src, size: sizes });
  }
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.locator('input[type="email"]').fill(people.get('Ali')?.email ?? '');
  await page.locator('input[type="password"]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /Ali/ }).waitFor();
  await page.goto('/agenda');
  await page.getByText('JavaScript 3').first().waitFor();
  await page.context().setOffline(true);
  await page.reload();
  await page.getByText('JavaScript 3').first().waitFor();
  await page.getByText(/Without connection/).first().waitFor();
  expect(await window.violations()).toEqual([]);
  await window.close();
}, 120_000);

it('W2: what waits outlives the page: it leaves from whatever page is open next, once', async () => {
  const window = await Window.open(browser, { language: 'en', screen: DESKTOP, app });
  const { page } = window;
  await enter(page, 'Karim');
  // The line breaks after the server has done the work: the answer is lost, not the mark.
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('keepUnseen')) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await tap(page, 'Cleo', 'Late');
  await page.getByText('1 mark waits for the connection').waitFor();
  expect((await standing()).Cleo).toBe('late');
  const before = await count();
  await page.unroute('**/graphql');
  await page.goto('/');
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('tremplin.waiting ') && localStorage.getItem(key)?.includes('requestId":"')));
  expect(await count()).toBe(before);
  expect((await standing()).Cleo).toBe('late');
  await window.close();
}, 60_000);

it('W2: a reading of the roster that began before a mark was written, and arrives after its answer, neither hides the mark nor makes its correction a conflict', async () => {
  const nora = await Window.open(browser, { language: 'en', screen: DESKTOP, app });
  const { page } = nora;
  await enter(page, 'Nora');
  const held: (() => void)[] = [];
  let isHolding = true;
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const isSheet = text.includes('"sessionSheet"');
    if (isSheet && isHolding) await new Promise<void>((resolve) => held.push(resolve));
    // The mark was being written when the reading began: the reading has the later time.
    await route.fulfill({ response, body: isSheet ? text.replace(/"now":"([^"]*)"/, (_, now: string) => `"now":"${new Date(Date.parse(now) + 5_000).toISOString()}"`) : text });
  });
  const before = await count();
  await tap(page, 'Ali', 'Excused');
  await eventually(() => expect(held).toHaveLength(1));
  await tap(page, 'Ben', 'Absent');
  await eventually(async () => expect(await count()).toBe(before + 2));
  await page.waitForTimeout(500);
  held[0]?.();
  await eventually(() => expect(held).toHaveLength(2));
  const ben = page.getByRole('radiogroup', { name: 'Attendance of Ben Martin' });
  expect(await ben.getByRole('radio', { name: 'Absent' }).isChecked()).toBe(true);
  await tap(page, 'Ben', 'Late');
  await eventually(async () => expect(await count()).toBe(before + 3));
  isHolding = false;
  held[1]?.();
  await page.getByText(/corrected .*, before: Absent/).waitFor();
  await page.unrouteAll({ behavior: 'wait' });
  expect(await standing()).toMatchObject({ Ali: 'excused', Ben: 'late' });
  await nora.close();
}, 60_000);
