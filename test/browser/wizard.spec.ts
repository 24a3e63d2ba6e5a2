import { type Browser, type Page } from 'playwright-core';
import { DESKTOP, openBrowser, Window } from './window.js';
import { eventually } from '../support/eventually.js';
import { ServedApp } from '../support/served-app.js';
import { PASSWORD } from '../support/make.js';

let app: ServedApp;
let browser: Browser;

beforeAll(async () => {
  app = await ServedApp.start();
  browser = await openBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
}, 60_000);

/** Tab until what has the focus bears this name. Whoever cannot reach it by keyboard fails here. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || !element.matches('a, button, input, textarea, [tabindex]')) return '';
      const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent).join(' ') : '';
      const described = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
      return [element.getAttribute('aria-label'), described, labels, element.textContent].filter(Boolean).join(' ');
    });
    if (name.test(focused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${String(name)}.`);
}

const press = async (page: Page, name: RegExp): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
};

it('the first administrator follows the link of the start, and makes a centre with site, rooms, closing days and a test mail that arrives, by keyboard alone', async () => {
  const window = await Window.open(browser, { language: 'fr', screen: DESKTOP, app });
  const { page } = window;
  await page.goto(await app.setUpLink());
  await page.getByRole('heading', { name: 'Installer Tremplin' }).waitFor();
  expect(await window.violations()).toEqual([]);
  await tabTo(page, /^Votre nom/);
  await page.keyboard.type('Alex Peeters');
  await tabTo(page, /^E-mail/);
  await page.keyboard.type('admin@example.org');
  await tabTo(page, /^Choisissez un mot de passe/);
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');

  await page.getByRole('heading', { name: 'Configurez votre centre' }).waitFor();
  expect(await window.violations()).toEqual([]);
  await tabTo(page, /Nom du centre/);
  await page.keyboard.type('Maison du numérique de Charleroi');
  await page.keyboard.press('Enter');

  await page.getByRole('heading', { name: 'Où travaillez-vous ?' }).waitFor();
  await tabTo(page, /^Nom/);
  await page.keyboard.type('Charleroi, Ville-Haute');
  await page.keyboard.press('Enter');
  await page.getByText('Charleroi, Ville-Haute', { exact: true }).waitFor();
  expect(await window.violations()).toEqual([]);
  await press(page, /^Continuer/);

  await page.getByRole('heading', { name: 'Charleroi, Ville-Haute' }).waitFor();
  for (const room of ['Labo 1', 'Labo 2']) {
    await tabTo(page, /^Local/);
    await page.keyboard.type(room);
    await page.keyboard.press('Tab');
    await page.keyboard.type('16');
    await page.keyboard.press('Enter');
    await page.getByText(room, { exact: true }).waitFor();
  }
  expect(await window.violations()).toEqual([]);
  await press(page, /^Continuer/);

  await page.getByRole('heading', { name: 'Quand êtes-vous fermés ?' }).waitFor();
  expect(await window.violations()).toEqual([]);
  await press(page, /Encoder les jours de fermeture/);
  await page.getByText(/Noël/).first().waitFor();
  await press(page, /^Continuer/);

  await page.getByRole('heading', { name: 'Les e-mails arrivent-ils ?' }).waitFor();
  await press(page, /Envoyer un e-mail de test/);
  await page.getByText('En route vers admin@example.org.').waitFor();
  expect(await window.violations()).toEqual([]);
  await eventually(() => expect(app.mails.mails.map((mail) => mail.to)).toContain('admin@example.org'));
  await press(page, /^Continuer/);

  await page.getByRole('heading', { name: 'Votre centre est prêt' }).waitFor();
  expect(await window.violations()).toEqual([]);
  expect(window.faults).toEqual([]);
  await window.close();
}, 180_000);
