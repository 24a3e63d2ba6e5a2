import { ChangeCohortState, CreateCohort, EnrolLearners } from '@app/cohorts';
import { Findings, ImportCourse, openSource, PublishCourse, readCurriculum } from '@app/courses';
import { Share } from '@app/identity';
import { type Actor } from '@app/platform';
import { type Browser, type Page } from 'playwright-core';
import { type GetUseCase, withUseCases } from '../../apps/cli/src/use-cases.js';
import { eventually } from '../support/eventually.js';
import { calendarIn } from '../support/mail-parts.js';
import { type MadeOrganisation, PASSWORD } from '../support/make.js';
import { ServedApp } from '../support/served-app.js';
import { testSettings } from '../support/test-module.js';
import { must } from './must.js';
import { DESKTOP, openBrowser, type PHONE, Window } from './window.js';

/** A coordinator clicks through what a cohort is planned and reminded with: a room on loan, series by mail, texts of reminders. */
const COHORTS = 30;
const CHOSEN = 'Web à Mons 17';

let app: ServedApp;
let browser: Browser;
let centre: MadeOrganisation;
let cohortId: string;

const use = <T>(work: (get: GetUseCase) => Promise<T>): Promise<T> => withUseCases(testSettings({ PUBLIC_URL: app.url }), { appUrl: app.test.appUrl }, work);

async function person(givenName: string, role: 'coordinator' | 'learner' | 'trainer'): Promise<Actor> {
  const email = `${givenName.toLowerCase()}@example.org`;
  const made = await app.make.person({ organisation: centre, roles: [role], givenName, familyName: 'Benali', email, language: 'fr' });
  await app.test.asOwner(`insert into recipient (person_id, address, language) values ($1, $2, 'fr') on conflict do nothing`, [made.id, email]);
  return app.make.actorOf(made);
}

/** A room of another centre that may be booked. */
async function lend(name: string): Promise<void> {
  const lender = await app.make.organisation({ name: 'Maison du numérique' });
  const site = await app.make.site(lender, { name: 'Charleroi' });
  const manager = await app.make.actor({ organisation: lender, roles: ['manager', 'coordinator'] });
  const [room] = await app.test.asOwner<{ id: string }>(`insert into resource (organisation_id, kind, site_id, name, seats) values ($1, 'room', $2, $3, 14) returning id`, [lender.id, site.id, name]);
  must(await use((get) => get(Share).execute(manager, { organisationId: lender.id, subject: { kind: 'room', id: room?.id ?? '' }, toOrganisationId: centre.id, right: 'book' })));
}

async function plan(get: GetUseCase, marie: Actor, siteId: string, personIds: readonly string[]): Promise<string> {
  const findings = new Findings();
  const source = await openSource('apps/cli/demo-courses/web-development', findings);
  const curriculum = source && (await readCurriculum(source, findings));
  source?.close();
  if (!curriculum) throw new Error('The demo course cannot be read.');
  const organisationId = centre.id;
  const { courseId, version } = must(await get(ImportCourse).execute(marie, { organisationId, curriculum, source: 'web-development', subject: 'web-development', level: 'foundation' }));
  must(await get(PublishCourse).execute(marie, { courseId, expectedVersion: version.version }));
  const found = new Map<string, string>();
  for (let index = 1; index <= COHORTS; index++) {
    const name = `Web à Mons ${index}`;
    const made = must(await get(CreateCohort).execute(marie, { organisationId, courseId, siteId, name, language: 'fr', capacity: 12, minimum: 1, startsOn: '2026-11-23', endsOn: '2027-02-26' }));
    must(await get(ChangeCohortState).execute(marie, { cohortId: made.cohortId, expectedVersion: made.version, to: 'open' }));
    found.set(name, made.cohortId);
  }
  must(await get(EnrolLearners).execute(marie, { cohortId: found.get(CHOSEN) ?? '', personIds, whenFull: 'refuse' }));
  return found.get(CHOSEN) ?? '';
}

beforeAll(async () => {
  app = await ServedApp.start();
  browser = await openBrowser();
  centre = await app.make.organisation({ name: 'Centre numérique de Mons' });
  const site = await app.make.site(centre, { name: 'Mons, Grand-Place' });
  const [marie, ines] = [await person('Marie', 'coordinator'), await person('Ines', 'learner')];
  await person('Karim', 'trainer');
  await app.test.asOwner(`insert into resource (organisation_id, kind, site_id, name, seats) values ($1, 'room', $2, 'Labo 1', 16)`, [centre.id, site.id]);
  await lend('Labo prêté');
  cohortId = await use((get) => plan(get, marie, site.id, [ines.personId ?? '']));
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
}, 60_000);

async function open(email: string, screen: typeof PHONE): Promise<Window> {
  const window = await Window.open(browser, { language: 'fr', screen, app });
  await window.page.goto('/sign-in');
  await window.page.locator('input[type="email"]').fill(email);
  await window.page.locator('input[type="password"]').fill(PASSWORD);
  await window.page.keyboard.press('Enter');
  await window.page.getByRole('heading', { level: 1, name: /^Bonjour/ }).waitFor();
  return window;
}

/** A picture adds a style that the page's own policy refuses. */
const faultsOf = (window: Window): readonly string[] => window.faults.filter((fault) => !process.env.PICTURES || !fault.includes('Applying inline style'));

async function chooseMany(page: Page, label: string, name: RegExp): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: new RegExp(label) }).click();
  await page.getByRole('option', { name }).click();
  await page.keyboard.press('Escape');
}

it('a series of masterclasses in a room on loan: chosen by the name of its owner, seen as dates, planned; the ledger of the lender has it', async () => {
  const window = await open('marie@example.org', DESKTOP);
  const { page } = window;
  await page.goto(`/cohorts/${cohortId}`);
  await page.getByRole('button', { name: 'Planifier une série' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Autre chose').click();
  await dialog.getByLabel('Titre').fill('Accessibilité');
  await dialog.getByRole('button', { name: /De quel type/ }).click();
  await page.getByRole('option', { name: 'Masterclasses' }).click();
  await window.picture('series-desktop-fr');
  await chooseMany(page, 'Formateur·rices', /Karim/);
  await chooseMany(page, 'Locaux', /Labo prêté.*prêté par Maison du numérique · Charleroi/s);
  await dialog.getByRole('button', { name: 'Afficher les dates' }).click();
  const dates = dialog.getByRole('list', { name: 'Dates' });
  await dates.getByText('Accessibilité').first().waitFor();
  // Below a long form, and yet before the eyes of whoever asked for it.
  await eventually(async () => expect(await dialog.getByRole('region', { name: 'Aperçu' }).evaluate((panel) => panel.getBoundingClientRect().top < innerHeight / 2)).toBe(true));
  expect(await window.violations()).toEqual([]);
  await window.picture('series-preview-desktop-fr');
  await dialog.getByRole('button', { name: /^Planifier \(/ }).click();
  await page.getByText('La série est planifiée.').first().waitFor();
  await window.picture('cohort-planned-desktop-fr');
  await page.getByText('Masterclass', { exact: true }).first().waitFor();
  await page.getByText('Labo prêté, Charleroi, Maison du numérique').first().waitFor();
  await window.picture('cohort-sessions-desktop-fr', { fullPage: true });
  const [stands] = await app.test.asOwner<{ n: number; kinds: number }>(
    `select count(*)::int as n, count(*) filter (where o.kind = 'masterclass')::int as kinds from reservation v join resource r on r.id = v.resource_id join occurrence o on o.id = v.occurrence_id where r.name = 'Labo prêté'`,
  );
  expect(stands?.n).toBeGreaterThan(5);
  expect(stands?.kinds).toBe(stands?.n);

  await page.getByRole('button', { name: 'Modifier Accessibilité' }).first().click();
  await page.getByRole('menuitem', { name: /Autre formateur/ }).click();
  // What stands is chosen already, also where it is on loan.
  const rooms = page.getByRole('dialog').getByRole('button', { name: /Locaux/ });
  await rooms.getByText('Labo prêté', { exact: true }).waitFor();
  await chooseMany(page, 'Locaux', /Labo 1/);
  await rooms.getByText('Labo prêté, Labo 1', { exact: true }).waitFor();
  await chooseMany(page, 'Locaux', /Labo prêté/);
  await rooms.getByText('Labo 1', { exact: true }).waitFor();
  await window.picture('substitute-desktop-fr');
  await page.getByRole('dialog').getByRole('button', { name: 'Modifier', exact: true }).click();
  await page.getByText('Labo 1, Mons, Grand-Place').first().waitFor();
  await page.getByRole('button', { name: 'Modifier Accessibilité' }).nth(1).click();
  await page.getByRole('menuitem', { name: /Déplacer/ }).click();
  await page.getByRole('dialog', { name: /^Déplacer/ }).waitFor();
  await window.picture('move-desktop-fr');
  expect(faultsOf(window)).toEqual([]);
  await window.close();
}, 180_000);

it('the switch of series by mail: the learner gets one invitation with all of it', async () => {
  const window = await open('marie@example.org', DESKTOP);
  const { page } = window;
  await page.goto(`/cohorts/${cohortId}`);
  await page.getByText(/Envoyer les séances comme invitations/).click();
  await page.getByText(/partent comme invitations/).first().waitFor();
  const wanted = () => app.test.asOwner(`select from message m join recipient r using (person_id) where m.type = 'calendars.series' and r.address = 'ines@example.org'`);
  await eventually(async () => expect(await wanted()).toHaveLength(1));
  // The time of Undo is over.
  await app.clockAt(new Date(app.now().getTime() + 11 * 60_000).toISOString());
  const mail = await eventually(async () => {
    const found = app.mails.mails.find(({ to, raw }) => to === 'ines@example.org' && raw.includes('text/calendar'));
    if (!found) throw new Error('No invitation is here.');
    return found;
  }, 60);
  expect((await app.mails.read(mail)).subject).toMatch(/^Invitation : Web à Mons 17/);
  const calendar = calendarIn(mail.raw);
  for (const line of ['METHOD:REQUEST', 'RRULE:FREQ=WEEKLY', 'CATEGORIES:Masterclass']) expect(calendar).toContain(line);
  await page.reload();
  expect(await page.getByRole('switch', { name: /Envoyer les séances/ }).isChecked()).toBe(true);
  expect(faultsOf(window)).toEqual([]);
  await window.close();
}, 120_000);

it('a text of a reminder: a cohort found by a part of its name, written, seen as it arrives, sent to oneself, and given up again', async () => {
  const window = await open('marie@example.org', DESKTOP);
  const { page } = window;
  await page.goto('/reminders');
  await page.getByRole('button', { name: /Pour qui/ }).click();
  // The list holds the first ones; this cohort is not among them.
  await page.getByText('Il y en a d’autres').waitFor();
  await page.getByRole('searchbox', { name: 'Partie du nom' }).fill('mons 17');
  await eventually(async () => expect(await page.getByRole('option').count()).toBe(1));
  expect(await window.violations()).toEqual([]);
  await window.picture('reminders-choose-desktop-fr');
  await page.getByRole('option', { name: CHOSEN }).click();
  await page.waitForURL(new RegExp(`cohort=${cohortId}`));
  await page.getByRole('button', { name: new RegExp(CHOSEN) }).waitFor();

  // The first day: Inès has one.
  const rule = page.getByRole('list', { name: 'Règles' }).getByRole('listitem').nth(3);
  await rule.getByRole('button', { name: 'Texte' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Objet').fill('Demain déjà : {title}');
  await dialog.getByRole('heading', { name: 'Demain déjà : Accessibilité' }).waitFor();
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('texte propre : FR').first().waitFor();
  const own = () => app.test.asOwner<{ subject: string }>(`select distinct r.texts -> 'fr' ->> 'subject' as subject from reminder_rule r join reminder_set s on s.id = r.set_id where s.scope_id = $1 and r.texts ? 'fr'`, [cohortId]);
  expect(await own()).toEqual([{ subject: 'Demain déjà : {title}' }]);

  await page.getByRole('button', { name: /Quel message/ }).click();
  await page.getByRole('option').nth(3).click();
  await page.getByRole('heading', { name: 'Demain déjà : Accessibilité' }).waitFor();
  await page.getByRole('button', { name: 'Me l’envoyer' }).click();
  await eventually(async () => {
    const subjects = await Promise.all(app.mails.mails.filter(({ to }) => to === 'marie@example.org').map(async (mail) => (await app.mails.read(mail)).subject));
    // With made-up values, so that nobody else's session is told of.
    expect(subjects.filter((subject) => subject?.endsWith('Demain déjà : JavaScript 3'))).toHaveLength(1);
  }, 60);
  expect(await window.violations()).toEqual([]);
  await window.picture('reminders-own-text-desktop-fr', { fullPage: true });

  await page.getByRole('button', { name: 'Comme le centre' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Abandonner nos règles' }).click();
  await eventually(async () => expect(await page.getByText('texte propre : FR').count()).toBe(0));
  expect(await own()).toEqual([]);
  expect(faultsOf(window)).toEqual([]);
  await window.close();
}, 180_000);
