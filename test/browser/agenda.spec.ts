import { type Browser, type Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { type MadeOrganisation, type MadePerson, PASSWORD } from '../support/make.js';
import { ServedApp } from '../support/served-app.js';
import { DESKTOP, openBrowser, PHONE, Window } from './window.js';

/** A day of a learner, a trainer and a coordinator, from the agenda to the attendance, in a real browser. */
let app: ServedApp;
let browser: Browser;
let centre: MadeOrganisation;
const people = new Map<string, MadePerson>();

async function person(givenName: string, familyName: string, role: 'learner' | 'trainer' | 'coordinator', language: 'fr' | 'en' = 'fr'): Promise<void> {
  people.set(givenName, await app.make.person({ organisation: centre, roles: [role], email: `${givenName.toLowerCase().replace('è', 'e')}@example.org`, givenName, familyName, language }));
}

/** Something that starts so many hours from now; past ones were yesterday's. */
async function session(title: string, hours: number, wishes: { readonly kind?: string; readonly learners?: readonly string[]; readonly room?: string; readonly bring?: string } = {}): Promise<string> {
  const { kind, learners, room, bring } = { kind: 'session', learners: ['Inès', 'Ali', 'Lena'], ...wishes };
  const [row] = await app.test.asOwner<{ id: string }>(
    `insert into occurrence (organisation_id, kind, local_date, local_time, zone, starts_at, ends_at, site_organisation_id, site_id)
     select $1, $2, (s at time zone 'Europe/Brussels')::date, (s at time zone 'Europe/Brussels')::time, 'Europe/Brussels', s, s + interval '3 hours', $1, (select id from site where organisation_id = $1 limit 1)
     from (select date_trunc('minute', app.now() + make_interval(mins => $3)) as s) x returning id`,
    [centre.id, kind, Math.round(hours * 60)],
  );
  const id = row?.id ?? '';
  await app.test.asOwner('insert into occurrence_card (organisation_id, occurrence_id, language, title, bring) values ($1, $2, $3, $4, $5)', [centre.id, id, 'fr', title, bring ?? null]);
  for (const name of [...learners, 'Karim']) await app.test.asOwner('insert into attendee (organisation_id, occurrence_id, person_id, part) values ($1, $2, $3, $4)', [centre.id, id, people.get(name)?.id, name === 'Karim' ? 'trainer' : 'learner']);
  if (room) {
    await app.test.asOwner(
      `insert into reservation (organisation_id, resource_organisation_id, resource_id, occurrence_id, during, part) select $1, $1, r.id, o.id, tstzrange(o.starts_at, o.ends_at), 'room' from occurrence o, resource r where o.id = $2 and r.name = $3`,
      [centre.id, id, room],
    );
  }
  return id;
}

beforeAll(async () => {
  app = await ServedApp.start();
  browser = await openBrowser();
  centre = await app.make.organisation({ name: 'Centre numérique de Mons' });
  const site = await app.make.site(centre, { name: 'Mons, Grand-Place' });
  await app.test.asOwner(`update site set street = 'Rue de la Clef 4', postal_code = '7000', city = 'Mons', directions = 'Entrée par la cour, deuxième étage' where id = $1`, [site.id]);
  for (const room of ['Labo 1', 'Labo 2']) await app.test.asOwner(`insert into resource (organisation_id, kind, site_id, name, seats) values ($1, 'room', $2, $3, 16)`, [centre.id, site.id, room]);
  await person('Inès', 'Dupont', 'learner');
  await person('Ali', 'Haddad', 'learner');
  await person('Lena', 'Peeters', 'learner');
  await person('Karim', 'Benali', 'trainer');
  await person('Marie', 'Lambert', 'coordinator', 'en');
  await session('JavaScript 2 : fonctions', -27, { room: 'Labo 1' });
  await session('JavaScript 3 : le DOM', 0.42, { room: 'Labo 2', bring: 'Votre ordinateur et son chargeur' });
  await session('Atelier CV et LinkedIn', 21, { kind: 'workshop', room: 'Labo 1' });
  await session('Cybersécurité : mots de passe', 26);
  await session('JavaScript 4 : formulaires', 45, { room: 'Labo 2' });
  await session('Projet fil rouge', 70, { room: 'Labo 2' });
  for (const who of people.values()) await app.test.asOwner('insert into agenda_visit (person_id) values ($1)', [who.id]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
}, 60_000);

async function signIn(page: Page, who: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[type="email"]').fill(people.get(who)?.email ?? '');
  await page.locator('input[type="password"]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: new RegExp(who) }).waitFor();
}

/** A picture adds a style that the page's own policy refuses. */
const faultsOf = (window: Window): readonly string[] => window.faults.filter((fault) => !process.env.PICTURES || !fault.includes('Applying inline style'));

it('W1: a learner sees on the phone what comes next, announces an absence in four taps, and takes the agenda into a calendar', async () => {
  const window = await Window.open(browser, { language: 'fr', screen: PHONE, app });
  const { page } = window;
  await signIn(page, 'Inès');
  await page.getByRole('heading', { name: 'JavaScript 3 : le DOM' }).waitFor();
  const text = await page.locator('main').innerText();
  for (const shown of ['Labo 2', 'Rue de la Clef 4, 7000 Mons', 'avec Karim Benali', 'À apporter : Votre ordinateur et son chargeur']) expect(text).toContain(shown);
  expect(text).toMatch(/dans 2[45] minutes/);
  expect(text).not.toMatch(/Haddad|Peeters/);
  expect(await window.violations()).toEqual([]);
  await window.picture('today-learner-phone-fr', { fullPage: true });

  await page.getByRole('button', { name: 'Je ne peux pas venir' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Famille, enfant').click();
  expect(await window.violations()).toEqual([]);
  await window.picture('absence-phone-fr');
  await dialog.getByRole('button', { name: 'Prévenir de l’absence' }).click();
  await page.getByText('Vous êtes absent·e : à justifier').waitFor();

  await page.getByRole('link', { name: 'Mon agenda' }).first().click();
  await page.getByRole('heading', { name: 'Mon agenda', level: 1 }).waitFor();
  await page.getByText('Projet fil rouge').waitFor();
  expect(await window.violations()).toEqual([]);
  await window.picture('agenda-phone-fr', { fullPage: true });

  await page.getByRole('button', { name: 'Dans mon calendrier' }).click();
  await page.getByRole('button', { name: 'Créer mon adresse privée' }).click();
  const address = (await page.getByText(/\/calendar\/[\w-]{43}\.ics$/).first().innerText()).trim();
  const answer = await fetch(address);
  expect(await answer.text()).toContain('SUMMARY:Projet fil rouge');
  await window.picture('subscribe-phone-fr');
  await page.getByRole('button', { name: 'Révoquer' }).click();
  await page.getByText('Créer mon adresse privée').waitFor();
  expect((await fetch(address)).status).toBe(404);
  expect(faultsOf(window)).toEqual([]);
  await window.close();
}, 90_000);

it('W2: a trainer opens the session and takes attendance by keyboard alone; corrections stay visible', async () => {
  const window = await Window.open(browser, { language: 'fr', screen: DESKTOP, app });
  const { page } = window;
  await signIn(page, 'Karim');
  await page.getByText('Attendus : 3, absences annoncées : 1').waitFor();
  await page.getByText('Présences à prendre').waitFor();
  expect(await window.violations()).toEqual([]);
  await window.picture('today-trainer-desktop-fr', { fullPage: true });
  await page.getByRole('link', { name: 'Prendre les présences' }).click();
  await page.getByText('a prévenu : Famille, enfant, à justifier').waitFor();
  expect(await window.violations()).toEqual([]);
  await page.getByRole('radio', { name: 'Présent', exact: true }).first().focus();
  for (const key of ['3', '1', '2']) await page.keyboard.press(key);
  await page.getByText('Présences notées : 3 sur 3').waitFor();
  // Shown at once, sent a moment later; what was not sent yet would be replaced instead of corrected.
  await eventually(async () => expect(await app.test.asOwner('select from attendance_mark')).toHaveLength(3));
  await page.getByRole('radio', { name: 'Présent', exact: true }).nth(2).focus();
  await page.keyboard.press('1');
  await page.getByText(/corrigé .*, avant : En retard/).waitFor();
  await window.picture('session-desktop-fr', { fullPage: true });
  const marks = await app.test.asOwner<{ status: string; corrects: boolean }>('select status, supersedes is not null as corrects from attendance_mark order by recorded_at, id');
  expect(marks.map(({ status, corrects }) => `${status}${corrects ? ' (correction)' : ''}`)).toEqual(['excused', 'present', 'late', 'present (correction)']);
  expect(faultsOf(window)).toEqual([]);
  await window.close();
}, 90_000);

it('C1 and M2: a coordinator decides an absence from the desk and sees what reminders say', async () => {
  const window = await Window.open(browser, { language: 'en', screen: DESKTOP, app });
  const { page } = window;
  await signIn(page, 'Marie');
  await page.getByRole('heading', { name: 'Absences to decide' }).waitFor();
  expect(await window.violations()).toEqual([]);
  await window.picture('desk-desktop-en', { fullPage: true });
  await page.getByRole('button', { name: 'Justified', exact: true }).click();
  await page.getByText('Decided for Inès Dupont.').first().waitFor();
  await page.goto('/reminders');
  await page.getByRole('list', { name: 'Rules' }).getByText('Every Friday at 15:00: the week to come').waitFor();
  await page.getByRole('button', { name: /Which message/ }).click();
  await page.getByRole('option', { name: /24 hours before/ }).first().click();
  await page.getByText(/Reminder: (Cybersécurité|Atelier|JavaScript|Projet)/).first().waitFor();
  expect(await window.violations()).toEqual([]);
  await window.picture('reminders-desktop-en', { fullPage: true });
  await page.getByRole('button', { name: 'Send it to me' }).click();
  await page.getByText('On its way to your own mailbox.').first().waitFor();
  expect(faultsOf(window)).toEqual([]);
  await window.close();
}, 90_000);

it('L2 at a desk: a week true to time and a list, both without fault for a screen reader', async () => {
  const window = await Window.open(browser, { language: 'fr', screen: DESKTOP, app });
  const { page } = window;
  await signIn(page, 'Lena');
  await page.goto('/agenda');
  await page.getByText('JavaScript 3 : le DOM').first().waitFor();
  expect(await window.violations()).toEqual([]);
  await window.picture('agenda-week-desktop-fr', { fullPage: true });
  await page.getByText('Liste', { exact: true }).click();
  await page.getByText('Projet fil rouge').waitFor();
  expect(await window.violations()).toEqual([]);
  await window.picture('agenda-list-desktop-fr', { fullPage: true });
  expect(faultsOf(window)).toEqual([]);
  await window.close();
}, 90_000);

it('cases 67 and 68: a night in Brussels has the day of its place for everybody, and one’s own beside it in New York and Kolkata; 29 February and week 53 are days like any other', async () => {
  const at = async (title: string, day: string, from: string, minutes: number): Promise<void> => {
    const [row] = await app.test.asOwner<{ id: string }>(
      `insert into occurrence (organisation_id, kind, local_date, local_time, zone, starts_at, ends_at)
       select $1, 'session', $2::date, $3::time, 'Europe/Brussels', s, s + make_interval(mins => $4) from (select ($2::date + $3::time) at time zone 'Europe/Brussels' as s) x returning id`,
      [centre.id, day, from, minutes],
    );
    await app.test.asOwner('insert into occurrence_card (organisation_id, occurrence_id, language, title) values ($1, $2, $3, $4)', [centre.id, row?.id, 'fr', title]);
    await app.test.asOwner(`insert into attendee (organisation_id, occurrence_id, person_id, part) values ($1, $2, $3, 'learner')`, [centre.id, row?.id, people.get('Ali')?.id]);
  };
  await at('Nuit du code', '2028-02-29', '23:30', 60);
  await at('Dernier jour', '2032-12-30', '09:00', 180);
  const expected = [
    ['Europe/Brussels', undefined],
    ['America/New_York', '17:30 à votre heure'],
    ['Asia/Kolkata', 'mer. 1er mars, 04:00 à votre heure'],
  ] as const;
  for (const [zone, own] of expected) {
    const window = await Window.open(browser, { language: 'fr', screen: PHONE, app, zone });
    const { page } = window;
    await signIn(page, 'Ali');
    await page.goto('/agenda?from=2028-02-28');
    const day = page.getByRole('region', { name: /^Mardi 29 février/ });
    await day.getByText('Nuit du code').first().waitFor();
    const text = await day.innerText();
    expect(text).toMatch(/23:30[\s\S]*00:30/);
    expect(text.includes('à votre heure')).toBe(own !== undefined);
    if (own) expect(text).toMatch(new RegExp(own.replace(/ à votre heure$/, '')));
    await page.getByRole('region', { name: /^Jeudi 30 décembre/ }).getByText('Dernier jour').first().waitFor();
    expect(await window.violations()).toEqual([]);
    expect(faultsOf(window)).toEqual([]);
    await window.close();
  }
  for (const [zone, own] of expected.slice(0, 2)) {
    const window = await Window.open(browser, { language: 'fr', screen: DESKTOP, app, zone });
    const { page } = window;
    await signIn(page, 'Ali');
    await page.goto('/agenda?from=2028-02-28');
    // The week hears the day of the place too: the night has a piece on each of its days.
    const piece = page.getByRole('list', { name: /^Mar\.? 29/ }).getByRole('listitem').filter({ hasText: 'Nuit du code' });
    await piece.waitFor();
    const told = (await piece.textContent())?.replace(/\s+/g, ' ') ?? '';
    expect(told).toMatch(own ? new RegExp(`23:30–00:30.*${own}.*Nuit du code`) : /23:30–00:30.*Nuit du code/);
    expect(told.includes('à votre heure')).toBe(own !== undefined);
    // A bar of half an hour has one line: its title is the last to be cut.
    expect(await piece.locator('b').evaluate((title) => title.scrollWidth <= title.clientWidth && title.getBoundingClientRect().bottom <= (title.parentElement?.getBoundingClientRect().bottom ?? 0) + 1)).toBe(true);
    expect(await page.getByText('Les heures sont celles du lieu.').count()).toBe(own ? 1 : 0);
    expect(await window.violations()).toEqual([]);
    await window.picture(`agenda-week-desktop-fr-${own ? 'elsewhere' : 'here'}`);
    expect(faultsOf(window)).toEqual([]);
    await window.close();
  }
  const desk = await Window.open(browser, { language: 'fr', screen: DESKTOP, app });
  await signIn(desk.page, 'Marie');
  await desk.page.goto('/week?week=2032-12-30');
  await desk.page.getByText(/(Week|Semaine)\s53/).first().waitFor();
  await desk.close();
}, 180_000);
