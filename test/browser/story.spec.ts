import { type Browser, type Page } from 'playwright-core';
import { signIn } from './sign-in.js';
import { DESKTOP, openBrowser, PHONE, Window } from './window.js';
import { CreateSite } from '@app/identity';
import { BookRoom, CreateResource } from '@app/ledger';
import { withUseCases } from '../../apps/cli/src/use-cases.js';
import { eventually } from '../support/eventually.js';
import { type MadeOrganisation, type MadePerson } from '../support/make.js';
import { ServedApp } from '../support/served-app.js';
import { testSettings } from '../support/test-module.js';
import { must } from './must.js';

/** The story of the first week of a centre, walked in a real browser against the built app, api and worker. */
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

interface Centre {
  readonly centre: MadeOrganisation;
  readonly camille: MadePerson;
}

let attempts = 0;
/** An address of its own for each attempt: a second try meets nothing that the first one left. */
const fresh = (name: string): string => `${name}.${++attempts}@example.org`;

/** A centre with nothing yet, and Camille, who looks after it. */
async function found(): Promise<Centre> {
  const centre = await app.make.organisation({ name: 'Centre numérique de Mons' });
  const camille = await app.make.person({ organisation: centre, roles: ['coordinator', 'manager'], email: fresh('camille'), givenName: 'Camille', familyName: 'Martin', language: 'fr' });
  return { centre, camille };
}

/** With two rooms, and group B in the second one on Tuesday 24 November. */
async function furnished(): Promise<Centre> {
  const { centre, camille } = await found();
  const [organisationId, actor] = [centre.id, app.make.actorOf(camille)];
  await withUseCases(testSettings({ PUBLIC_URL: app.url }), { appUrl: app.test.appUrl }, async (get) => {
    const site = must(await get(CreateSite).execute(actor, { organisationId, name: 'Mons, Grand-Place', country: 'BE', zone: 'Europe/Brussels' }));
    const room = async (name: string) => must(await get(CreateResource).execute(actor, { organisationId, kind: 'room', siteId: site.id, name, seats: 16 }));
    await room('Labo 1');
    const { id } = await room('Labo 2');
    must(await get(BookRoom).execute(actor, { organisationId, title: 'Développement web, groupe B', resourceIds: [id], startsAt: '2026-11-24T09:00', endsAt: '2026-11-24T12:00' }));
  });
  return { centre, camille };
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
  const { camille } = await found();
  const guestAddress = fresh('zoe');
  const window = await Window.open(browser, { language: 'fr', screen: DESKTOP, app });
  const { page } = window;
  await signIn(page, camille.email);

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
  await dialog(page).getByRole('textbox', { name: 'E-mail' }).fill(guestAddress);
  await dialog(page).getByText('Formateur·rice').click();
  await dialog(page).getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await page.getByRole('link', { name: /Zoé Dubois/ }).waitFor();
  expect(await window.violations()).toEqual([]);

  const mail = await eventually(() => app.mails.read(app.mails.mails.find((one) => one.to === guestAddress)));
  expect(mail.text).toContain('Centre numérique de Mons');
  const link = /https?:\/\/\S+\/invitation#\S+/.exec(mail.text ?? '')?.[0];
  expect(link).toBeDefined();
  expect(window.faults).toEqual([]);
  await window.close();

  const guest = await Window.open(browser, { language: 'fr', screen: PHONE, app });
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
  const { camille } = await furnished();
  const window = await Window.open(browser, { language: 'fr', screen: DESKTOP, app });
  const { page } = window;
  await signIn(page, camille.email);
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
  const { camille } = await furnished();
  const window = await Window.open(browser, { language: 'fr', screen: DESKTOP, app });
  const { page } = window;
  await signIn(page, camille.email);
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

it('what people will be told of asks for the reason before it moves, by mouse as by form, and before it is cancelled', async () => {
  const made = await app.make.organisation({ name: 'Centre de Huy' });
  const planner = await app.make.person({ organisation: made, roles: ['coordinator'], email: fresh('camille.why'), givenName: 'Camille', language: 'fr' });
  const karim = await app.make.person({ organisation: made, roles: ['trainer'], email: fresh('karim.why'), givenName: 'Karim', familyName: 'Benali' });
  await withUseCases(testSettings({ PUBLIC_URL: app.url }), { appUrl: app.test.appUrl }, async (get) => {
    const actor = app.make.actorOf(planner);
    const site = must(await get(CreateSite).execute(actor, { organisationId: made.id, name: 'Huy', country: 'BE', zone: 'Europe/Brussels' }));
    const [one] = await Promise.all(['Labo 1', 'Labo 2'].map(async (name) => must(await get(CreateResource).execute(actor, { organisationId: made.id, kind: 'room', siteId: site.id, name, seats: 9 }))));
    const people = [{ personId: karim.id, part: 'trainer' as const }];
    must(await get(BookRoom).execute(actor, { organisationId: made.id, title: 'Atelier CV', resourceIds: [one?.id ?? ''], people, startsAt: '2027-11-24T09:00', endsAt: '2027-11-24T12:00' }));
  });
  const whys = () => app.test.asOwner<{ why: string }>(`select data ->> 'why' as why from change where organisation_id = $1 and kind = 'explained' order by at, id`, [made.id]);
  const window = await Window.open(browser, { language: 'fr', screen: DESKTOP, app });
  const { page } = window;
  await signIn(page, planner.email);
  await page.goto('/week?week=2027-11-22&show=rooms');
  const bar = page.locator('.week-bar[data-entry]');
  const choose = async (reason: string): Promise<void> => {
    await page.getByRole('button', { name: /Motif, annoncé à toutes les personnes concernées/ }).click();
    await page.getByRole('option', { name: reason }).click();
  };
  await bar.waitFor();
  const [from, over] = [await bar.boundingBox(), await page.getByRole('row', { name: /^Labo 2/ }).locator('[data-cell$="2027-11-25"]').boundingBox()];
  if (!from || !over) throw new Error('Nothing to pull.');
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 20);
  await page.mouse.move(over.x + over.width / 2, over.y + over.height / 2, { steps: 4 });
  await page.locator('[data-target="free"]').waitFor();
  await page.mouse.up();
  await dialog(page).getByText(/Labo 2, jeudi 25 novembre/).waitFor();
  expect(await window.violations()).toEqual([]);
  await window.picture('week-why');
  await choose('Le local n’est pas disponible.');
  await dialog(page).getByRole('button', { name: 'Déplacer', exact: true }).click();
  await page.getByRole('button', { name: /Atelier CV Labo 2, jeudi 25 novembre/ }).waitFor();
  await eventually(async () => expect(await whys()).toEqual([{ why: 'room-away' }]));

  await page.reload();
  await bar.click();
  await dialog(page).getByRole('button', { name: 'Annuler la réservation' }).click();
  await page.getByRole('alertdialog').waitFor();
  await choose('En raison d’une grève.');
  expect(await window.violations()).toEqual([]);
  await window.picture('week-cancel-why');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Annuler la réservation' }).click();
  await eventually(async () => expect(await whys()).toEqual([{ why: 'room-away' }, { why: 'strike' }]));
  expect(window.faults).toEqual([]);
  await window.close();
}, 180_000);

it('within its day a booking is pulled to another time, on a quarter of an hour; it stands there at once, and goes back with the reason when it is refused', async () => {
  const { camille } = await furnished();
  const window = await Window.open(browser, { language: 'fr', screen: DESKTOP, app });
  const { page } = window;
  await signIn(page, camille.email);
  const WEEK = '/week?week=2026-12-07';
  await page.goto(`${WEEK}&do=book&day=2026-12-09`);
  await book(page, 'Labo 1', 'Accueil tardif');
  await dialog(page).waitFor({ state: 'detached' });
  const bar = page.locator('.week-bar[data-entry]', { hasText: 'Accueil tardif' });
  await bar.getByText('09:00–12:00').waitFor();

  const rival = await Window.open(browser, { language: 'fr', screen: DESKTOP, app });
  await signIn(rival.page, camille.email);
  await rival.page.goto(`${WEEK}&do=book&day=2026-12-09`);
  await dialog(rival.page).waitFor();

  const moves: (() => void)[] = [];
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('startsAt')) await new Promise<void>((resolve) => moves.push(resolve));
    await route.fallback();
  });
  const pull = async (share: number): Promise<void> => {
    // A board that comes back from the server is drawn anew.
    const [box, cell] = await eventually(async () => {
      const found = [await bar.boundingBox(), await page.locator('.week-cell', { has: bar }).boundingBox()] as const;
      if (!found[0] || !found[1]) throw new Error('Nothing to pull.');
      return [found[0], found[1]] as const;
    });
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 10, y, { steps: 2 });
    await page.mouse.move(x + cell.width * share, y, { steps: 4 });
  };
  await pull(0.3);
  await page.locator('[data-ghost="free"]').getByText('12:00–15:00').waitFor();
  await window.picture('week-pulled');
  await page.mouse.up();
  await bar.and(page.locator('[data-pending]')).getByText('12:00–15:00').waitFor();
  expect(await window.violations()).toEqual([]);
  await eventually(() => expect(moves).toHaveLength(1));
  moves.shift()?.();
  await bar.and(page.locator(':not([data-pending])')).getByText('12:00–15:00').waitFor();
  await page.getByText('Accueil tardif : déplacé, 12:00–15:00.').first().waitFor({ state: 'attached' });

  await pull(-0.2);
  await page.mouse.up();
  await bar.and(page.locator('[data-pending]')).getByText('10:00–13:00').waitFor();
  await eventually(() => expect(moves).toHaveLength(1));
  // Somebody else takes the room meanwhile: the database decides.
  await book(rival.page, 'Labo 1', 'Conseil');
  await dialog(rival.page).waitFor({ state: 'detached' });
  moves.shift()?.();
  await page.getByRole('alert').getByText(/Labo 1/).waitFor();
  await bar.getByText('12:00–15:00').waitFor();
  expect(window.faults).toEqual([]);
  await Promise.all([window.close(), rival.close()]);
}, 180_000);

it('commands, shortcuts and the way of the focus: everything by keyboard, seen, and back where one was', async () => {
  const { camille, centre } = await furnished();
  await app.make.person({ organisation: centre, roles: ['trainer'], givenName: 'Zoé', familyName: 'Dubois' });
  const window = await Window.open(browser, { language: 'fr', screen: DESKTOP, app });
  const { page } = window;
  await signIn(page, camille.email);
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

/** Would be an element if anything on its way took it for markup. */
const EVIL = '"><img src=x data-struck onerror=document.title=1>';

it('case 34: what looks like a program is text: in lists, drawers, dialogs that erase, on the board, in the search, the trail and the preview of a file', async () => {
  const made = await app.make.organisation({ name: `Centre ${EVIL}` });
  const camille = await app.make.person({ organisation: made, roles: ['coordinator', 'manager'], email: fresh('camille.text'), givenName: 'Camille', familyName: EVIL, language: 'fr' });
  const learner = await app.make.person({ organisation: made, roles: ['trainer'], givenName: EVIL, familyName: 'Zola' });
  await app.test.asOwner('update profile set reference = $2 where person_id = $1', [learner.id, EVIL]);
  await withUseCases(testSettings({ PUBLIC_URL: app.url }), { appUrl: app.test.appUrl }, async (get) => {
    const actor = app.make.actorOf(camille);
    const site = must(await get(CreateSite).execute(actor, { organisationId: made.id, name: EVIL, country: 'BE', zone: 'Europe/Brussels' }));
    const room = must(await get(CreateResource).execute(actor, { organisationId: made.id, kind: 'room', siteId: site.id, name: EVIL, seats: 9 }));
    const people = [{ personId: learner.id, part: 'trainer' as const }];
    must(await get(BookRoom).execute(actor, { organisationId: made.id, title: EVIL, resourceIds: [room.id], people, startsAt: '2026-11-25T09:00', endsAt: '2026-11-25T12:00' }));
  });
  const window = await Window.open(browser, { language: 'fr', screen: DESKTOP, app });
  const { page } = window;
  await signIn(page, camille.email);
  const isText = async (where: string, within = page.locator('body')) => {
    await within.getByText(EVIL, { exact: false }).first().waitFor();
    expect({ where, struck: await page.locator('[data-struck]').count(), title: await page.title() }).toEqual({ where, struck: 0, title: expect.not.stringMatching(/^1$/) });
  };

  await page.goto('/people');
  await isText('list', page.locator('main'));
  await page.getByRole('link', { name: /Zola/ }).first().click();
  await dialog(page).waitFor();
  await isText('drawer', dialog(page));
  await dialog(page).getByRole('button', { name: 'Plus', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Effacer' }).click();
  await page.getByRole('alertdialog').waitFor();
  await isText('dialog that erases', page.getByRole('alertdialog'));

  await page.goto('/week?week=2026-11-23');
  await page.locator('[data-entry]').first().waitFor();
  await isText('board', page.locator('main'));
  await page.locator('[data-entry]').first().click();
  await dialog(page).getByRole('button', { name: 'Annuler la réservation' }).click();
  await page.getByRole('alertdialog').waitFor();
  await isText('dialog that cancels', page.getByRole('alertdialog'));

  await page.goto('/organisation');
  await isText('sites and rooms', page.locator('main'));
  await page.goto('/operations?tab=audit');
  await page.locator('main table tbody tr').first().waitFor();
  await isText('trail', page.locator('main'));
  await page.keyboard.press('Control+k');
  await dialog(page).waitFor();
  await page.keyboard.type('Zola');
  await dialog(page).getByRole('menuitem', { name: /Zola/ }).waitFor();
  await isText('search', dialog(page));

  await page.goto('/people/import');
  await page.locator('main input[type="file"]').setInputFiles({ name: 'a"><img src=x data-struck>.csv', mimeType: 'text/csv', buffer: Buffer.from(`Prénom,Nom,Courriel\n"${EVIL.replaceAll('"', '""')}",Zola,${EVIL.replaceAll('"', '')}\n`) });
  await isText('preview of a file', page.locator('main'));
  expect(window.faults).toEqual([]);
  await window.close();
}, 180_000);
