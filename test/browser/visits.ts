import { type Page } from 'playwright-core';
import { WEEK, type ViewerName, type World } from './world.js';

export interface PageVisit {
  /** For messages and pictures. */
  readonly name: string;
  /** As the router has it. */
  readonly route: string;
  /** Where to go; the route itself when left out. A function where the address holds an id: `({ centreId }) => ...`. */
  readonly path?: string | ((world: World) => string);
  /** Camille, whose centre is full, when left out. */
  readonly as?: ViewerName | 'nobody';
  /** The answers of the server beyond "who am I" never come, or are errors; or that one is an error too. */
  readonly answers?: 'never' | 'fail' | 'fail at once';
  /** What brings the page into its state. No words: it is walked in every language. */
  readonly then?: (page: Page) => Promise<unknown>;
}

const dialog = (page: Page) => page.locator('[role="dialog"], [role="alertdialog"]').last();
const submit = (page: Page) => page.locator('button[type="submit"]').last().click();
const shown = (page: Page) => dialog(page).waitFor();
const refused = (page: Page) => page.locator('[aria-invalid="true"], [data-invalid="true"], [role="alert"]').first().waitFor();

/**
 * Every page and every state that the browser tests look at: axe, faults in the console, width, pictures. Whoever adds a route adds its
 * lines here; pages.spec.ts fails until there is one.
 */
export const visits: readonly PageVisit[] = [
  { name: 'sign-in', route: '/sign-in', as: 'nobody' },
  { name: 'sign-in-ended', route: '/sign-in', path: '/sign-in?reason=ended', as: 'nobody' },
  { name: 'sign-in-empty', route: '/sign-in', as: 'nobody', then: async (page) => [await submit(page), await refused(page)] },
  { name: 'sign-in-refused', route: '/sign-in', as: 'nobody', then: signInWrongly },
  { name: 'sign-in-link-used', route: '/sign-in/link', path: '/sign-in/link#used', as: 'nobody', then: (page) => page.getByRole('alert').or(page.getByRole('button')).first().waitFor() },
  { name: 'sign-in-provider', route: '/sign-in/provider', path: '/sign-in/provider#used', as: 'nobody' },
  { name: 'reset', route: '/sign-in/reset', path: '/sign-in/reset#used', as: 'nobody' },
  { name: 'forgotten', route: '/reset', as: 'nobody' },
  { name: 'invitation', route: '/invitation', path: '/invitation#used', as: 'nobody' },
  { name: 'set-up', route: '/set-up', path: '/set-up#used', as: 'nobody' },

  { name: 'today', route: '/' },
  { name: 'today-empty', route: '/', as: 'newcomer' },
  { name: 'today-loading', route: '/', answers: 'never' },
  { name: 'today-failed', route: '/', answers: 'fail' },
  { name: 'today-broken', route: '/', answers: 'fail at once' },
  { name: 'today-commands', route: '/', then: async (page) => [await page.keyboard.press('Control+k'), await shown(page)] },
  { name: 'today-keys', route: '/', then: async (page) => [await page.keyboard.press('?'), await shown(page)] },
  { name: 'notices', route: '/notices' },
  { name: 'notices-empty', route: '/notices', as: 'newcomer' },

  { name: 'week', route: '/week', path: `/week?week=${WEEK}` },
  { name: 'week-list', route: '/week', path: `/week?week=${WEEK}&as=list` },
  { name: 'week-people', route: '/week', path: `/week?week=${WEEK}&show=people&day=2026-11-25` },
  { name: 'week-empty', route: '/week', as: 'newcomer' },
  { name: 'week-loading', route: '/week', answers: 'never' },
  { name: 'week-failed', route: '/week', answers: 'fail' },
  { name: 'week-book', route: '/week', path: `/week?week=${WEEK}&do=book&day=2026-11-25`, then: shown },
  { name: 'week-book-refused', route: '/week', path: `/week?week=${WEEK}&do=book&day=2026-11-25`, then: async (page) => [await shown(page), await submit(page), await refused(page)] },
  { name: 'week-clash', route: '/week', path: `/week?week=${WEEK}&do=book&day=2026-11-24`, then: async (page) => [await shown(page), await dialog(page).getByRole('textbox').first().fill('Jury'), await submit(page), await refused(page)] },
  { name: 'week-leave', route: '/week', path: `/week?week=${WEEK}&do=leave`, then: shown },
  { name: 'week-entry', route: '/week', path: `/week?week=${WEEK}`, then: async (page) => [await page.locator('[data-entry]:visible, .week-list-item:visible').first().click(), await shown(page)] },

  { name: 'agenda', route: '/agenda' },
  { name: 'session', route: '/session/$id', path: ({ sessionId }) => `/session/${sessionId}` },
  { name: 'reminders', route: '/reminders' },

  { name: 'people', route: '/people' },
  { name: 'people-none-found', route: '/people', path: '/people?q=nobody' },
  { name: 'people-person', route: '/people', then: async (page) => [await page.locator('main a[href*="person="]').first().click(), await shown(page)] },
  { name: 'people-invite', route: '/people', path: '/people?do=invite', then: shown },
  { name: 'people-invite-refused', route: '/people', path: '/people?do=invite', then: async (page) => [await shown(page), await submit(page), await refused(page)] },
  { name: 'people-duplicates', route: '/people', path: '/people?do=duplicates', then: shown },
  { name: 'people-import', route: '/people/import' },

  { name: 'organisation', route: '/organisation' },
  { name: 'organisation-empty', route: '/organisation', as: 'newcomer' },
  { name: 'organisation-general', route: '/organisation', path: '/organisation?tab=general' },
  { name: 'closures', route: '/organisation', path: '/organisation?tab=closures' },
  { name: 'closures-empty', route: '/organisation', path: '/organisation?tab=closures', as: 'newcomer' },
  { name: 'travel', route: '/organisation', path: '/organisation?tab=travel' },
  { name: 'travel-empty', route: '/organisation', path: '/organisation?tab=travel', as: 'newcomer' },
  { name: 'organisation-sharing', route: '/organisation', path: '/organisation?tab=sharing' },
  { name: 'organisation-words', route: '/organisation', path: '/organisation?tab=words' },
  { name: 'organisation-integrations', route: '/organisation', path: '/organisation?tab=integrations' },

  { name: 'deliveries', route: '/operations' },
  { name: 'deliveries-none', route: '/operations', path: '/operations?state=failed' },
  { name: 'audit', route: '/operations', path: '/operations?tab=audit' },

  { name: 'me', route: '/me' },
  { name: 'me-messages', route: '/me/messages' },
  { name: 'me-appearance', route: '/me', path: '/me?tab=appearance' },
  { name: 'me-security', route: '/me', path: '/me?tab=security' },
  { name: 'me-data', route: '/me', path: '/me?tab=data' },
  { name: 'me-devices', route: '/me/devices' },

  { name: 'welcome-sites', route: '/welcome', as: 'newcomer' },
  { name: 'welcome-rooms', route: '/welcome', path: '/welcome?step=rooms' },
  { name: 'welcome-closures', route: '/welcome', path: '/welcome?step=closures', as: 'newcomer' },
  { name: 'welcome-mail', route: '/welcome', path: '/welcome?step=mail' },
  { name: 'welcome-done', route: '/welcome', path: '/welcome?step=done' },

  { name: 'nowhere', route: '*', path: '/nowhere' },
];

/** Not in the list: the kit, which has tests of its own in pages.spec.ts, and pages that came too late to be looked at (docs/known-gaps/web.md). */
export const elsewhere: readonly string[] = [
  ...['/ui', '/cohorts', '/cohorts/$cohortId', '/registration'],
  ...['/catalogue', '/catalogue/$publicId', '/courses', '/courses/$courseId', '/lessons/$lessonId', '/studio', '/studio/$courseId'],
];

async function signInWrongly(page: Page): Promise<void> {
  await page.locator('input[name="email"]').fill('nobody@example.org');
  await page.locator('input[name="password"]').fill('not the password');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
}
