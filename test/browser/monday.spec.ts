import { existsSync } from 'node:fs';
import { ChangeCohortState, CreateCohort, CreateSeries, EnrolLearners, MoveSessions, ReadCohorts } from '@app/cohorts';
import { Findings, ImportCourse, openSource, PublishCourse, readCurriculum } from '@app/courses';
import { type Actor } from '@app/platform';
import { type Browser, type Page } from 'playwright-core';
import { type GetUseCase, withUseCases } from '../../apps/cli/src/use-cases.js';
import { eventually } from '../support/eventually.js';
import { type MadeOrganisation, type MadePerson, PASSWORD } from '../support/make.js';
import { ServedApp } from '../support/served-app.js';
import { testSettings } from '../support/test-module.js';
import { must } from './must.js';
import { openBrowser, PHONE, Window } from './window.js';

/** Monday 23 November 2026 in Mons: the walks W1 (a learner, on the phone) and W2 (a trainer, on a tablet). */
const TABLET = { width: 834, height: 1112 };
const FOLDER = '../shared/content/web-dev-for-beginners';
const others = ['Ali', 'Bruno', 'Chloé', 'David', 'Elif', 'Fatou', 'Gilles', 'Hugo', 'Jade', 'Lena', 'Noé'];

let app: ServedApp;
let browser: Browser;
let marie: Actor;
let cohortId: string;

beforeAll(async () => {
  app = await ServedApp.start();
  browser = await openBrowser();
  await app.clockAt('2026-11-23T06:20:00Z');
  const centre = await app.make.organisation({ name: 'Centre numérique de Mons' });
  const site = await app.make.site(centre, { name: 'Mons, Grand-Place' });
  const [room] = await app.test.asOwner<{ id: string }>(`insert into resource (organisation_id, kind, site_id, name, seats) values ($1, 'room', $2, 'Local 2', 16) returning id`, [centre.id, site.id]);
  marie = app.make.actorOf(await person(centre, 'Marie', 'coordinator'));
  const karim = await person(centre, 'Karim', 'trainer');
  const learners: MadePerson[] = [];
  for (const name of ['Inès', ...others]) learners.push(await person(centre, name, 'learner'));
  const ground = { organisationId: centre.id, siteId: site.id, roomId: room?.id ?? '', trainerId: karim.id, learnerIds: learners.map(({ id }) => id) };
  cohortId = await use((get) => plan(get, ground));
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
}, 60_000);

async function person(organisation: MadeOrganisation, givenName: string, role: 'learner' | 'trainer' | 'coordinator'): Promise<MadePerson> {
  const email = `${givenName.toLowerCase().normalize('NFD').replace(/[^a-z]/g, '')}@example.org`;
  const made = await app.make.person({ organisation, roles: [role], givenName, familyName: 'Benali', email });
  await app.test.asOwner(`insert into recipient (person_id, address, language) values ($1, $2, 'fr') on conflict do nothing`, [made.id, email]);
  return made;
}

const use = <T>(work: (get: GetUseCase) => Promise<T>): Promise<T> => withUseCases(testSettings({ PUBLIC_URL: app.url }), { appUrl: app.test.appUrl }, work);

interface Ground {
  readonly organisationId: string;
  readonly siteId: string;
  readonly roomId: string;
  readonly trainerId: string;
  readonly learnerIds: readonly string[];
}

/** A cohort of twelve that meets on Mondays, morning and afternoon, from today on. */
async function plan(get: GetUseCase, { organisationId, siteId, roomId, trainerId, learnerIds }: Ground): Promise<string> {
  const findings = new Findings();
  const source = await openSource('apps/cli/demo-courses/web-development', findings);
  const curriculum = source && (await readCurriculum(source, findings));
  source?.close();
  if (!curriculum) throw new Error('The demo course cannot be read.');
  const { courseId, version } = must(await get(ImportCourse).execute(marie, { organisationId, curriculum, source: 'web-development', subject: 'web-development', level: 'foundation' }));
  must(await get(PublishCourse).execute(marie, { courseId, expectedVersion: version.version }));
  const facts = { organisationId, courseId, siteId, name: 'Web à Mons', language: 'fr' as const, capacity: 12, minimum: 6, startsOn: '2026-11-23', endsOn: '2027-02-26' };
  const made = must(await get(CreateCohort).execute(marie, facts));
  must(await get(EnrolLearners).execute(marie, { cohortId: made.cohortId, personIds: learnerIds, whenFull: 'refuse' }));
  const slots = [['09:00', '12:00'], ['13:00', '16:00']].map(([startsAt = '', endsAt = '']) => ({ weekday: 1, startsAt, endsAt }));
  must(await get(CreateSeries).execute(marie, { cohortId: made.cohortId, rule: { slots, from: '2026-11-23', count: 4, everyWeeks: 1 }, trainerIds: [trainerId], resourceIds: [roomId], about: 'lessons' }));
  must(await get(ChangeCohortState).execute(marie, { cohortId: made.cohortId, expectedVersion: made.version, to: 'open' }));
  return made.cohortId;
}

async function open(email: string, screen: typeof PHONE): Promise<Window> {
  const window = await Window.open(browser, { language: 'fr', screen, app });
  const { page } = window;
  await page.goto('/sign-in');
  await page.locator('input[type="email"]').fill(email);
  await page.locator('input[type="password"]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Bonjour/ }).waitFor();
  return window;
}

const mailsTo = (email: string): number => app.mails.mails.filter(({ to }) => to === email).length;

it('W1: at 07:20 the next thing is 09:00 in room 2; the morning is announced absent with a reason; a move is told once, and the subscribed calendar follows', async () => {
  const window = await open('ines@example.org', PHONE);
  const { page } = window;
  await page.getByText('09:00–12:00').first().waitFor();
  expect(await page.locator('main').innerText()).toContain('Local 2');
  await page.getByRole('button', { name: 'Je ne peux pas venir' }).click();
  await page.getByRole('dialog').getByText('Famille, enfant').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Prévenir de l’absence' }).click();
  await page.getByText('Vous êtes absent·e : à justifier').waitFor();
  await window.picture('monday-absent-phone-fr');

  await page.getByRole('link', { name: 'Mon agenda' }).first().click();
  await page.getByRole('button', { name: 'Dans mon calendrier' }).click();
  await page.getByRole('button', { name: 'Créer mon adresse privée' }).click();
  const address = (await page.getByText(/\/calendar\/[\w-]{43}\.ics$/).first().innerText()).trim();
  const starts = async (): Promise<readonly string[]> => (await (await fetch(address)).text()).match(/(?<=DTSTART;TZID=Europe\/Brussels:)20261130T\d{6}/g) ?? [];
  expect([...(await starts())].sort()).toEqual(['20261130T090000', '20261130T130000']);

  const before = mailsTo('ines@example.org');
  await use(async (get) => {
    const session = must(await get(ReadCohorts).sessions(marie, cohortId)).find(({ localDate, localTime }) => localDate === '2026-11-30' && localTime.startsWith('09'));
    if (!session) throw new Error('There is no session to move.');
    must(await get(MoveSessions).execute(marie, { cohortId, occurrenceId: session.id, expectedVersion: session.version, following: false, to: { date: '2026-11-30', startsAt: '09:30', endsAt: '12:30' } }));
  });
  expect([...(await starts())].sort()).toEqual(['20261130T093000', '20261130T130000']);
  await app.clockAt('2026-11-23T06:45:00Z');
  await eventually(() => expect(mailsTo('ines@example.org')).toBe(before + 1), 60);
  expect(window.faults).toEqual([]);
  await window.close();
}, 180_000);

const line = (page: Page, name: string) => page.locator('.roster [data-person]').filter({ hasText: `${name} Benali` });
const tap = (page: Page, name: string, status: string) => line(page, name).locator(`.mark[data-status="${status}"]`).click();

/** What stands, corrections counted as what they say now. */
const standing = async (): Promise<Readonly<Record<string, number>>> => {
  const rows = await app.test.asOwner<{ status: string; n: number }>(
    `select m.status, count(*)::int as n from attendance_mark m where not exists (select from attendance_mark later where later.supersedes = m.id) group by 1`,
  );
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
};

it('W2: twelve expected, one announced absent; nine present, one late, one excused, one absent by tap and key; two corrected without a connection, nothing lost', async () => {
  await app.clockAt('2026-11-23T08:10:00Z');
  const window = await open('karim@example.org', TABLET);
  const { page } = window;
  await page.getByText('Attendus : 12, absences annoncées : 1').first().waitFor();
  await window.picture('monday-trainer-tablet-fr');
  await page.getByRole('link', { name: 'Prendre les présences' }).first().click();
  await tap(page, 'Inès', 'EXCUSED');
  await tap(page, 'Ali', 'LATE');
  await tap(page, 'Bruno', 'ABSENT');
  for (const name of ['Chloé', 'David', 'Elif', 'Fatou']) await tap(page, name, 'PRESENT');
  for (const name of ['Gilles', 'Hugo', 'Jade', 'Lena', 'Noé']) {
    await line(page, name).getByRole('radio').first().focus();
    await page.keyboard.press('1');
  }
  await page.getByText('Présences notées : 12 sur 12').first().waitFor();
  await eventually(async () => expect(await standing()).toEqual({ present: 9, late: 1, excused: 1, absent: 1 }));
  expect(await window.violations()).toEqual([]);

  await page.context().setOffline(true);
  await tap(page, 'Ali', 'PRESENT');
  await tap(page, 'Bruno', 'LATE');
  await page.getByText('2 présences attendent la connexion').waitFor();
  await window.picture('monday-offline-tablet-fr');
  expect(await standing()).toEqual({ present: 9, late: 1, excused: 1, absent: 1 });
  await page.context().setOffline(false);
  await eventually(async () => expect(await standing()).toEqual({ present: 10, late: 1, excused: 1 }), 60);
  await page.getByText('2 présences attendent la connexion').waitFor({ state: 'detached' });
  await window.close();
}, 180_000);

const withContent = existsSync(FOLDER) ? it : it.skip;

withContent('W2: the folder of a course is tried first: 23 lessons, 144 questions (skipped where ../shared/content is missing)', async () => {
  await app.clockAt('2026-11-23T12:30:00Z');
  const window = await open('karim@example.org', TABLET);
  const { page } = window;
  await page.goto('/studio');
  await page.getByRole('button', { name: 'Importer', exact: true }).first().click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choisir un dossier' }).click()]);
  await chooser.setFiles(FOLDER);
  await page.getByText(/Reconnus : .* 23 leçons, .* 144 questions/).waitFor({ timeout: 90_000 });
  await window.picture('monday-import-tablet-fr');
  expect(window.faults).toEqual([]);
  await window.close();
}, 180_000);
