import { mkdirSync, writeFileSync } from 'node:fs';
import { type Browser, type Page } from 'playwright-core';
import { DESKTOP, openBrowser, PHONE, Window } from './window.js';
import { type MadeOrganisation, PASSWORD } from '../support/make.js';
import { ServedApp } from '../support/served-app.js';

let app: ServedApp;
let browser: Browser;
let centre: MadeOrganisation;
mkdirSync('/tmp/shots', { recursive: true });
beforeAll(async () => {
  app = await ServedApp.start();
  browser = await openBrowser();
  centre = await app.make.organisation({ name: 'Centre numérique de Mons' });
  await app.make.person({ organisation: centre, roles: ['coordinator', 'manager'], email: 'camille@example.org', givenName: 'Camille', familyName: 'Martin', language: 'fr' });
  await app.make.person({ organisation: centre, roles: ['learner'], email: 'zoe@example.org', givenName: 'Zoé', familyName: 'Lambert', language: 'fr' });
  const dup = await app.make.person({ organisation: centre, roles: ['learner'], email: 'zoe.lambert@example.org', givenName: 'Zoé', familyName: 'Lambert', language: 'fr' });
  await app.test.asOwner('update profile set joined_at = null where person_id = $1', [dup.id]);
  await app.test.asOwner('delete from account where person_id = $1', [dup.id]);
  await app.test.asOwner('update person set claimed_at = null where id = $1', [dup.id]);
}, 300_000);
afterAll(async () => { await browser?.close(); await app?.stop(); }, 60_000);

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await page.getByRole('heading', { name: 'Bonjour Camille' }).waitFor();
}
for (const [size, screen] of [['phone', PHONE], ['desk', DESKTOP]] as const) {
  it(`shots ${size}`, async () => {
    const window = await Window.open(browser, { language: 'fr', screen, url: app.url });
    const { page } = window;
    const notes: string[] = [];
    const shot = async (name: string, full = true) => {
      await page.waitForTimeout(500);
      await page.screenshot({ path: `/tmp/shots/${size}-${name}.png`, fullPage: full });
      notes.push(...(await window.violations()).map((v) => `${name}: ${v.slice(0, 300)}`));
    };
    try {
      await signIn(page, 'camille@example.org');
      await page.goto('/me?tab=data');
      await page.getByRole('button', { name: 'Préparer une copie' }).click();
      await page.getByRole('link', { name: 'Télécharger' }).waitFor();
      await shot('my-data');
      await page.getByRole('button', { name: 'Effacer tout ce qui me concerne' }).click();
      await shot('erase-me', false);
      await page.goto('/people');
      await shot('people');
      await page.goto('/people?do=duplicates');
      await page.getByRole('dialog').getByRole('button', { name: /Comparer/ }).first().waitFor();
      await shot('duplicates', false);
      await page.getByRole('button', { name: /Comparer/ }).first().click();
      await page.getByText('Ce qui diffère').waitFor();
      await shot('merge', false);
      await page.goto('/people');
      await page.getByRole('link', { name: /Zoé Lambert/ }).first().click();
      await page.getByRole('button', { name: 'Plus' }).click();
      await page.getByRole('menuitem', { name: 'Effacer' }).click();
      await page.getByText('Ce qui reste').first().waitFor();
      await shot('erase-person', false);
      await page.getByRole('button', { name: 'Annuler' }).click();
      await page.getByRole('button', { name: 'Plus' }).click();
      await page.getByRole('menuitem', { name: 'Historique' }).click();
      await shot('history', false);
      await page.goto('/people/import');
      await shot('import-file');
      const list = `Prénom;Nom;E-mail;GSM;Fonction\nKim;Peeters;kim-${size}@example.org;+32 470 12 34 56;apprenant\nNo;Mail;not an address;;\nSam;Dupont;sam-${size}@example.org;;formateur\nAn;Roi;an-${size}@example.org;;roi\n`;
      await page.locator('input[type=file]').setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
      await page.getByText('Que contient chaque colonne').waitFor();
      await shot('import-columns');
      await page.getByRole('button', { name: 'Essayer' }).click();
      await page.getByText('Ce que deviendrait la liste').waitFor();
      await page.getByText('À corriger').first().waitFor();
      await shot('import-try');
      await page.getByRole('button', { name: /Importer tout/ }).click();
      await page.getByText('La liste est importée.').waitFor();
      await shot('import-done');
      for (const tab of ['integrations', 'shares', 'words', 'general']) {
        await page.goto(`/organisation?tab=${tab}`);
        await page.waitForTimeout(800);
        await shot(`org-${tab}`);
      }
    } finally {
      await page.screenshot({ path: `/tmp/shots/${size}-last.png` });
      writeFileSync(`/tmp/shots/${size}.txt`, [...notes, ...window.faults].join('\n'));
      await window.close();
    }
  }, 180_000);
}
