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

it('on the week board the mouse pulls a booking to another day, shows the reason where it cannot stand, and a click still opens', async () => {
  const window = await Window.open(browser, { language: 'fr', screen: DESKTOP, url: app.url });
  const { page } = window;
  await signIn(page, 'camille@example.org');
  await page.goto('/week?week=2026-11-23&do=book&day=2026-11-25');
  await book(page, 'Labo 1', 'Atelier CV');
  await dialog(page).waitFor({ state: 'detached' });
  const bar = (title: string, day: string) => page.getByRole('button', { name: new RegExp(`${title} Labo \\d, ${day}`) });
  const cell = (room: string, day: string) => page.getByRole('row', { name: new RegExp(`^${room}`) }).locator(`[data-cell$="${day}"]`);
  const pull = async (to: ReturnType<typeof cell>): Promise<void> => {
    const [from, over] = [await bar('Atelier CV', 'mercredi 25 novembre').boundingBox(), await to.boundingBox()];
    if (!from || !over) throw new Error('Nothing to pull.');
    await page.mouse.move(from.x + 20, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x + 40, from.y + 20);
    await page.mouse.move(over.x + over.width / 2, over.y + over.height / 2, { steps: 4 });
  };
  await bar('Atelier CV', 'mercredi 25 novembre').waitFor();

  await pull(cell('Labo 2', '2026-11-24'));
  await page.locator('[data-ghost="taken"]').getByText('Pris : Développement web, groupe B').waitFor();
  expect(await window.violations()).toEqual([]);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await bar('Atelier CV', 'mercredi 25 novembre').count()).toBe(1);

  await pull(cell('Labo 2', '2026-11-26'));
  await page.locator('[data-target="free"]').waitFor();
  await page.mouse.up();
  await bar('Atelier CV', 'jeudi 26 novembre').waitFor();
  expect(await dialog(page).count()).toBe(0);

  await bar('Atelier CV', 'jeudi 26 novembre').click();
  await dialog(page).getByRole('heading', { name: 'Atelier CV' }).waitFor();
  expect(window.faults).toEqual([]);
  await window.close();
}, 180_000);

it('commands, shortcuts and the way of the focus: everything by keyboard, seen, and back where one was', async () => {
  const window = await Window.open(browser, { language: 'fr', screen: DESKTOP, url: app.url });
  const { page } = window;
  await signIn(page, 'camille@example.org');
  await page.goto('/');
  await page.getByRole('heading', { name: 'Bonjour Camille' }).waitFor();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Aller au contenu' });
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);

  const unseen = await page.evaluate(() => (getComputedStyle(document.activeElement ?? document.body).outlineStyle === 'none' ? document.activeElement?.outerHTML : ''));
  expect(unseen).toBe('');
  for (let presses = 0; presses < 15; presses++) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return 'left';
      return [element, element.closest('label')].some((one) => one && getComputedStyle(one).outlineStyle !== 'none') ? 'seen' : element.outerHTML;
    });
    expect(['seen', 'left']).toContain(outline);
  }

  const week = page.getByRole('link', { name: 'Semaine', exact: true });
  await week.focus();
  await page.keyboard.press('?');
  await dialog(page).getByRole('heading', { name: 'Clavier' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  expect(await week.evaluate((link) => link === document.activeElement)).toBe(true);

  await page.keyboard.press('Control+k');
  await dialog(page).waitFor();
  await page.keyboard.type('Réserver');
  await dialog(page).getByRole('menuitem', { name: 'Réserver un local' }).waitFor();
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('heading', { name: 'Réserver' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });

  await page.keyboard.press('Control+k');
  await dialog(page).waitFor();
  await page.keyboard.type('Zoé');
  await dialog(page).getByRole('menuitem', { name: /Zoé Dubois/ }).waitFor();
  // The first empties the field, as in every search field.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });

  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.getByRole('heading', { level: 1, name: 'Personnes' }).waitFor();
  expect(window.faults).toEqual([]);
  await window.close();
}, 180_000);
