import { type Browser, type Page } from 'playwright-core';
import { DESKTOP, openBrowser, PHONE, Window } from './window.js';
import { eventually } from '../support/eventually.js';
import { type MadeOrganisation, PASSWORD } from '../support/make.js';
import { ServedApp } from '../support/served-app.js';

/** The story of the first week of a centre, walked in a real browser against the built app, api and worker. */
let app: ServedApp;
let browser: Browser;
let centre: MadeOrganisation;

beforeAll(async () => {
  app = await ServedApp.start();
  browser = await openBrowser();
  centre = await app.make.organisation({ name: 'Centre numérique de Mons' });
  await app.make.person({ organisation: centre, roles: ['coordinator', 'manager'], email: 'camille@example.org', givenName: 'Camille', familyName: 'Martin', language: 'fr' });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
}, 60_000);

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await page.getByRole('heading', { name: 'Bonjour Camille' }).waitFor();
}

const dialog = (page: Page) => page.getByRole('dialog');

async function addRoom(page: Page, name: string, seats: string): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter un local', exact: true }).click();
  await dialog(page).getByLabel('Nom', { exact: true }).fill(name);
  await dialog(page).getByLabel(/^Places/).fill(seats);
  await dialog(page).getByRole('button', { name: 'Ajouter', exact: true }).click();
  await page.getByText(name, { exact: true }).first().waitFor();
  await dialog(page).waitFor({ state: 'detached' });
}

/** Fills the dialog that books; the week shown is one without public holidays. */
async function book(page: Page, room: string, title: string): Promise<void> {
  await dialog(page).getByRole('button', { name: /Local ou personne/ }).click();
  await page.getByRole('option', { name: new RegExp(room) }).click();
  await dialog(page).getByLabel('Titre').fill(title);
  await dialog(page).getByRole('button', { name: 'Réserver', exact: true }).click();
}

it('a coordinator signs in, sets up a site with rooms, books, sees the clash refused in plain French, and invites somebody whose mail arrives', async () => {
  const window = await Window.open(browser, { language: 'fr', screen: DESKTOP, url: app.url });
  const { page } = window;
  await signIn(page, 'camille@example.org');

  await page.getByRole('link', { name: 'Opérateur' }).click();
  await page.getByRole('button', { name: 'Ajouter un site' }).click();
  await dialog(page).getByLabel('Nom', { exact: true }).fill('Mons, Grand-Place');
  await dialog(page).getByLabel(/Localité/).fill('Mons');
  await dialog(page).getByRole('button', { name: 'Ajouter le site' }).click();
  await page.getByRole('heading', { name: 'Mons, Grand-Place' }).waitFor();
  await addRoom(page, 'Labo 1', '16');
  await addRoom(page, 'Labo 2', '20');
  expect(await window.violations()).toEqual([]);

  await page.goto('/week?week=2026-11-23&do=book&day=2026-11-24');
  await book(page, 'Labo 2', 'Développement web, groupe B');
  await dialog(page).waitFor({ state: 'detached' });
  await page.getByRole('gridcell').getByText('Développement web, groupe B').waitFor();

  await page.goto('/week?week=2026-11-23&do=book&day=2026-11-24');
  await book(page, 'Labo 2', 'Cybersécurité');
  const refusal = dialog(page).getByRole('alert');
  await refusal.waitFor();
  expect(await refusal.innerText()).toMatch(/Labo 2/);
  expect(await refusal.innerText()).toMatch(/Développement web, groupe B/);
  expect(await window.violations()).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Personnes' }).click();
  await page.getByRole('button', { name: 'Inviter', exact: true }).first().click();
  await dialog(page).getByLabel('Prénom').fill('Zoé');
  await dialog(page).getByLabel('Nom', { exact: true }).fill('Dubois');
  await dialog(page).getByRole('textbox', { name: 'E-mail' }).fill('zoe@example.org');
  await dialog(page).getByText('Formateur·rice').click();
  await dialog(page).getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await page.getByRole('link', { name: /Zoé Dubois/ }).waitFor();
  expect(await window.violations()).toEqual([]);

  const mail = await eventually(() => app.mails.read(app.mails.mails.find((one) => one.to === 'zoe@example.org')));
  expect(mail.text).toContain('Centre numérique de Mons');
  const link = /https?:\/\/\S+\/invitation#\S+/.exec(mail.text ?? '')?.[0];
  expect(link).toBeDefined();
  expect(window.faults).toEqual([]);
  await window.close();

  const guest = await Window.open(browser, { language: 'fr', screen: PHONE, url: app.url });
  await guest.page.goto(link ?? '');
  await guest.page.getByRole('heading', { name: 'Bienvenue chez Centre numérique de Mons' }).waitFor();
  expect(await guest.violations()).toEqual([]);
  await guest.picture('invitation-fr-phone');
  await guest.page.getByLabel('Choisissez un mot de passe').fill('une petite phrase facile');
  await guest.page.getByRole('button', { name: 'Accepter l’invitation' }).click();
  await guest.page.getByRole('heading', { name: /Bonjour Zoé/ }).waitFor();
  expect(guest.faults).toEqual([]);
  await guest.close();
}, 180_000);

it('on the week board Space lifts a booking, the arrows move it, Escape leaves it and Enter puts it down, and Undo takes it back', async () => {
  const window = await Window.open(browser, { language: 'fr', screen: DESKTOP, url: app.url });
  const { page } = window;
  await signIn(page, 'camille@example.org');
  await page.goto('/week?week=2026-11-23');
  const bar = (day: string) => page.getByRole('button', { name: new RegExp(`Développement web, groupe B Labo \\d, ${day}`) });
  await bar('mardi 24 novembre').waitFor();
  expect(await window.violations()).toEqual([]);

  const stops = await page.locator('[role="grid"] [tabindex="0"]').count();
  expect(stops).toBe(1);

  await bar('mardi 24 novembre').focus();
  await page.keyboard.press(' ');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await page.getByText('Laissé à sa place.').waitFor({ state: 'attached' });
  expect(await bar('mardi 24 novembre').count()).toBe(1);

  await bar('mardi 24 novembre').focus();
  await page.keyboard.press(' ');
  await page.keyboard.press('ArrowRight');
  await page.getByText(/mercredi 25 novembre, 09:00–12:00.*libre/).waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  await bar('mercredi 25 novembre').waitFor();

  await page.getByRole('button', { name: 'Annuler l’action' }).click();
  await bar('mardi 24 novembre').waitFor();
  expect(window.faults).toEqual([]);
  await window.close();
}, 120_000);
