import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { type MadeOrganisation, PASSWORD } from '../support/make.js';
import { ServedApp } from '../support/served-app.js';
import { type Hands, Keyboard, Mouse } from './hands.js';
import { DESKTOP, openBrowser, PHONE, Window } from './window.js';

/** The road of issue 4 from an empty centre: from a course folder to a learner's agenda and a reminder that is delivered once. */
const MONDAY = '2026-11-23T06:20:00Z';
const COURSE = 'apps/cli/demo-courses/web-development';

let app: ServedApp;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  app = await ServedApp.start();
  browser = await openBrowser();
  folder = mkdtempSync(join(tmpdir(), 'tremplin-road-'));
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

interface Walker {
  readonly window: Window;
  readonly page: Page;
  readonly hands: Hands;
}
type Way = 'mouse' | 'keyboard';

async function walker(way: Way, screen = DESKTOP): Promise<Walker> {
  const window = await Window.open(browser, { language: 'fr', screen, app });
  return { window, page: window.page, hands: way === 'mouse' ? new Mouse(window.page) : new Keyboard(window.page) };
}

async function signIn({ page, hands }: Walker, email: string): Promise<void> {
  await page.goto('/sign-in');
  await hands.fill(page.getByLabel('E-mail'), email);
  await hands.fill(page.getByLabel('Mot de passe', { exact: true }), PASSWORD);
  await hands.press(page.getByRole('button', { name: 'Se connecter', exact: true }));
  await page.getByRole('heading', { name: /^Bonjour/ }).waitFor();
}

const dialog = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The window of the system that picks files is not ours; what opens it is. */
async function pick({ page, hands }: Walker, opener: string, path: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), hands.press(button(page, opener))]);
  await chooser.setFiles(path);
}

async function bringCourse(way: Way, email: string): Promise<void> {
  const trainer = await walker(way);
  const { page, hands, window } = trainer;
  await signIn(trainer, email);
  await hands.press(page.getByRole('link', { name: 'Studio', exact: true }));
  await hands.press(button(page, 'Importer').first());
  await pick(trainer, 'Choisir un dossier', COURSE);
  await dialog(page).getByText(/Reconnu.* 4 leçons/).waitFor();
  await window.picture(`road-import-desktop-fr-${way}`);
  await hands.press(dialog(page).getByRole('button', { name: 'Importer', exact: true }));
  await page.getByRole('heading', { level: 1, name: 'Le web, de la page au site' }).waitFor();

  const title = page.getByLabel('Titre', { exact: true });
  await title.waitFor();
  await hands.fill(title, 'La structure d’une page, pas à pas');
  await page.getByText('Enregistré', { exact: true }).waitFor();
  expect(await window.violations()).toEqual([]);
  await window.picture(`road-editor-desktop-fr-${way}`);
  await hands.press(button(page, 'Comparer et publier'));
  await hands.press(dialog(page).getByRole('button', { name: 'Publier', exact: true }));
  await page.getByText('Version 1', { exact: true }).waitFor();
  expect(window.faults).toEqual([]);
  await window.close();
}

/** Several of a list; it stays open until it is left. */
async function take({ page, hands }: Pick<Walker, 'page' | 'hands'>, list: RegExp, names: readonly string[]): Promise<void> {
  const opener = dialog(page).getByRole('button', { name: list });
  const option = (name: string) => page.getByRole('option', { name: new RegExp(name) });
  const [first = '', ...others] = names;
  await hands.choose(opener, option(first));
  for (const name of others) await hands.tickOption(option(name));
  await page.keyboard.press('Escape');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
  await opener.getByText(names.join(', ')).waitFor();
}

async function openCohort({ page, hands, window }: Walker, way: Way): Promise<void> {
  await hands.press(page.getByRole('link', { name: 'Promotions', exact: true }));
  await hands.press(button(page, 'Nouvelle promotion').first());
  await hands.fill(dialog(page).getByLabel('Nom', { exact: true }), 'Web à Mons, hiver');
  await hands.press(dialog(page).getByRole('button', { name: 'Créer la promotion' }));
  await page.getByRole('heading', { level: 1, name: 'Web à Mons, hiver' }).waitFor();
  await hands.press(button(page, 'Planifier une série'));
  await take({ page, hands }, /Formateur·rices/, ['Karim Benali', 'Nadia Leroy']);
  await take({ page, hands }, /Locaux/, ['Local 2']);
  await take({ page, hands }, /Équipement/, ['Projecteur']);
  expect(await window.violations()).toEqual([]);
  await window.picture(`road-series-desktop-fr-${way}`);
  await hands.press(dialog(page).getByRole('button', { name: 'Afficher les dates' }));
  await hands.press(dialog(page).getByRole('button', { name: /^Planifier \(\d+ séances\)/ }));
  await dialog(page).waitFor({ state: 'detached' });
  await page.getByText('La structure d’une page, pas à pas').first().waitFor();
  await window.picture(`road-cohort-desktop-fr-${way}`);
  await hands.press(button(page, 'Ouvrir les inscriptions'));
  await page.getByText('Ouverte', { exact: true }).first().waitFor();
}

async function loadLearners(coordinator: Walker, email: string, way: Way): Promise<void> {
  const { page, hands, window } = coordinator;
  const file = join(mkdtempSync(join(folder, 'list-')), 'inscriptions.csv');
  writeFileSync(file, `Prénom;Nom;E-mail\nInès;Dupont;${email}\nAli;Haddad;ali.${email}\n`);
  // The kit moves between tabs with the arrows.
  if (way === 'mouse') await hands.press(page.getByRole('tab', { name: /Personnes/ }));
  else {
    await hands.press(page.getByRole('tab', { name: /Séances/ }));
    await page.keyboard.press('ArrowRight');
  }
  await hands.press(page.getByRole('link', { name: 'Importer une liste' }));
  await pick(coordinator, 'Choisir un fichier', file);
  await hands.press(button(page, 'Essayer'));
  await page.getByText('Ce n’était qu’un essai : rien n’est encore enregistré.').waitFor();
  await window.picture(`road-learners-desktop-fr-${way}`);
  const invite = page.getByRole('switch', { name: 'Les inviter par e-mail' });
  if (!(await invite.isChecked())) await hands.tick(invite);
  await hands.press(button(page, 'Importer'));
  await hands.press(page.getByRole('link', { name: 'Voir la promotion' }));
  await page.getByText('Inès Dupont').first().waitFor();
}

/** By hand, as plans change: the first session in the afternoon instead of the morning. */
async function moveFirstSession({ page, hands }: Walker, way: Way): Promise<void> {
  if (way === 'mouse') await hands.press(page.getByRole('tab', { name: /Séances/ }));
  else {
    await hands.press(page.getByRole('tab', { name: /Personnes/ }));
    await page.keyboard.press('ArrowLeft');
  }
  const row = page.getByRole('button', { name: /^Modifier La structure/ }).first();
  await hands.choose(row, page.getByRole('menuitem', { name: 'Déplacer…' }));
  const hour = (name: string) => dialog(page).getByRole('group', { name, exact: true }).getByRole('spinbutton').first();
  await hands.type(hour('De'), '14');
  await hands.type(hour('À'), '17');
  await hands.press(dialog(page).getByRole('button', { name: 'Déplacer', exact: true }));
  await dialog(page).waitFor({ state: 'detached' });
  await page.getByText(/14:00–17:00/).first().waitFor();
}

async function accept(learner: Walker, email: string): Promise<void> {
  const { page, hands } = learner;
  const mail = await eventually(() => app.mails.read(app.mails.mails.find(({ to }) => to === email)));
  await page.goto(/https?:\/\/\S+\/invitation#\S+/.exec(mail.text ?? '')?.[0] ?? 'about:blank');
  await hands.fill(page.getByLabel('Choisissez un mot de passe'), 'une petite phrase facile');
  await hands.press(page.getByRole('button', { name: 'Accepter l’invitation' }));
  await page.getByRole('heading', { name: /Bonjour Inès/ }).waitFor();
}

/** Answers where the calendar of the learner looks from now on. */
async function subscribe({ page, hands, window }: Walker, way: Way): Promise<string> {
  await hands.press(page.getByRole('link', { name: 'Mon agenda' }).first());
  await page.getByRole('heading', { level: 1, name: 'Mon agenda' }).waitFor();
  // The first session is two weeks ahead: the list of the phone shows it, the week of the desk says when it goes on.
  if (window.label.startsWith('desktop')) await hands.press(button(page, 'Aller au 8 décembre 2026'));
  await page.getByText('La structure d’une page, pas à pas').first().waitFor();
  await window.picture(`road-agenda-${window.label}-${way}`);
  await hands.press(button(page, 'Dans mon calendrier'));
  await hands.press(button(page, 'Créer mon adresse privée'));
  const address = (await page.getByText(/\/calendar\/[\w-]{43}\.ics$/).first().innerText()).trim();
  expect(await (await fetch(address)).text()).toContain('SUMMARY:La structure d');
  await page.keyboard.press('Escape');
  return address;
}

async function read({ page, hands, window }: Walker, way: Way): Promise<void> {
  await hands.press(page.getByRole('link', { name: 'Cours', exact: true }).first());
  await hands.press(page.getByRole('link', { name: /Le web, de la page au site/ }));
  await hands.press(page.getByRole('link', { name: 'Commencer' }));
  await page.getByRole('heading', { level: 1, name: 'La structure d’une page, pas à pas' }).waitFor();
  await window.picture(`road-lesson-${window.label}-${way}`);
  await hands.tick(page.getByRole('radio', { name: 'À dire que c’est le titre principal' }));
  await hands.tick(page.getByRole('radio', { name: /lecteurs d’écran/ }));
  await hands.press(button(page, 'Vérifier mes réponses').first());
  await page.getByText(/sur 2 justes/).first().waitFor();
  expect(await window.violations()).toEqual([]);
  await window.picture(`road-quiz-${window.label}-${way}`);
  await hands.press(button(page, 'Marquer comme terminée'));
  await button(page, 'Terminé').waitFor();
}

const remindersTo = async (email: string) => {
  const mails = await Promise.all(app.mails.mails.filter(({ to }) => to === email).map((mail) => app.mails.read(mail)));
  return mails.filter(({ subject }) => subject?.startsWith('Rappel'));
};

async function arrived(email: string, count: number): Promise<Awaited<ReturnType<typeof remindersTo>>> {
  return eventually(async () => {
    const mails = await remindersTo(email);
    if (mails.length < count) throw new Error(`${mails.length} of ${count} reminders are here.`);
    return mails;
  }, 90);
}

/** Of this file: a second try meets what the first one left, and nobody has an address twice. */
let walks = 0;

async function walk(way: Way): Promise<void> {
  await app.clockAt(MONDAY);
  const centre: MadeOrganisation = await app.make.organisation({ name: 'Centre numérique de Mons' });
  const site = await app.make.site(centre, { name: 'Mons, Grand-Place' });
  await app.test.asOwner(`insert into resource (organisation_id, kind, site_id, name, seats) values ($1, 'room', $2, 'Local 2', 16), ($1, 'equipment', $2, 'Projecteur', null)`, [centre.id, site.id]);
  const own = `${way}.${++walks}`;
  const [trainer, coordinator, learner] = ['karim', 'marie', 'ines'].map((name) => `${name}.${own}@example.org`) as [string, string, string];
  await app.make.person({ organisation: centre, roles: ['trainer'], email: trainer, givenName: 'Karim', familyName: 'Benali' });
  await app.make.person({ organisation: centre, roles: ['trainer'], email: `nadia.${own}@example.org`, givenName: 'Nadia', familyName: 'Leroy' });
  await app.make.person({ organisation: centre, roles: ['coordinator'], email: coordinator, givenName: 'Marie', familyName: 'Lambert' });

  await bringCourse(way, trainer);
  const marie = await walker(way);
  await signIn(marie, coordinator);
  await openCohort(marie, way);
  await loadLearners(marie, learner, way);

  const ines = await walker(way, way === 'mouse' ? PHONE : DESKTOP);
  await accept(ines, learner);
  const calendar = await subscribe(ines, way);
  await read(ines, way);
  await moveFirstSession(marie, way);
  expect([...marie.window.faults, ...ines.window.faults]).toEqual([]);
  await marie.window.close();
  await ines.window.close();
  await expectOneReminder(learner, calendar);
}

/** Where it was, nothing; a day and an hour before it is now, one mail each; and the calendar says the same. */
async function expectOneReminder(learner: string, calendar: string): Promise<void> {
  expect(await (await fetch(calendar)).text()).toMatch(/DTSTART;TZID=Europe\/Brussels:20261208T140000/);
  await app.clockAt('2026-12-07T12:30:00Z');
  await app.clockAt('2026-12-07T13:00:30Z');
  const [first] = await arrived(learner, 1);
  expect(first?.text).toMatch(/14:00/);
  expect(first?.text).not.toMatch(/09:00/);
  await app.clockAt('2026-12-08T12:00:30Z');
  expect(await arrived(learner, 2)).toHaveLength(2);
}

it('the road from an empty centre: a folder becomes a course, a course a cohort, a list its learners; the agenda is subscribed, the quiz done, the reminder comes once', () => walk('mouse'), 300_000);

it('the same road by keyboard alone', () => walk('keyboard'), 420_000);
