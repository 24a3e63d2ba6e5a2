import { type Page } from 'playwright-core';
import { xlsx } from '../support/xlsx.js';
import { zip } from '../support/zip.js';
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
/** What the menu of a row offers, counted from its top. */
const fromMenu = async (page: Page, at: number) => [await page.locator('main .card [aria-haspopup]:visible').first().click(), await page.getByRole('menuitem').nth(at).click(), await shown(page)];
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
  { name: 'address', route: '/sign-in/address', path: '/sign-in/address#used', as: 'nobody' },
  { name: 'address-used', route: '/sign-in/address', path: '/sign-in/address#used', as: 'nobody', then: async (page) => [await page.locator('main button').click(), await page.getByRole('alert').waitFor()] },
  { name: 'address-stop', route: '/sign-in/address-stop', path: '/sign-in/address-stop#used', as: 'nobody' },
  { name: 'forgotten', route: '/reset', as: 'nobody' },
  { name: 'invitation', route: '/invitation', path: '/invitation#used', as: 'nobody' },
  { name: 'invitation-open', route: '/invitation', path: ({ invitation }) => `/invitation#${invitation}`, as: 'nobody', then: (page) => page.locator('main button:not([type="submit"])').nth(2).waitFor() },
  { name: 'invitation-known', route: '/invitation', path: ({ knownInvitation }) => `/invitation#${knownInvitation}`, as: 'nobody', then: (page) => page.locator('main button:not([type="submit"])').nth(1).waitFor() },
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
  { name: 'week-series', route: '/week', path: `/week?week=${WEEK}&do=book&day=2026-11-24`, then: async (page) => [await shown(page), await bookWeekly(page)] },
  { name: 'week-leave', route: '/week', path: `/week?week=${WEEK}&do=leave`, then: shown },
  { name: 'week-entry', route: '/week', path: `/week?week=${WEEK}`, then: async (page) => [await page.locator('[data-entry]:visible, .week-list-item:visible').first().click(), await shown(page)] },

  { name: 'today-learner', route: '/', as: 'ines' },
  { name: 'today-trainer', route: '/', as: 'samira' },
  { name: 'today-observer', route: '/', as: 'partner' },
  { name: 'agenda', route: '/agenda' },
  { name: 'agenda-learner', route: '/agenda', path: '/agenda?as=list', as: 'ines' },
  { name: 'agenda-learner-week', route: '/agenda', path: '/agenda?as=week', as: 'ines' },
  { name: 'agenda-subscribe', route: '/agenda', path: '/agenda?do=subscribe', as: 'ines', then: shown },
  { name: 'agenda-loading', route: '/agenda', as: 'ines', answers: 'never' },
  { name: 'session', route: '/session/$id', path: ({ sessionId }) => `/session/${sessionId}` },
  { name: 'reminders', route: '/reminders' },
  { name: 'reminders-cohort', route: '/reminders', path: ({ cohortId }) => `/reminders?cohort=${cohortId}` },
  { name: 'reminders-choose', route: '/reminders', then: async (page) => [await page.locator('main .select-button').first().click(), await page.getByRole('option').nth(1).waitFor()] },
  { name: 'reminders-text', route: '/reminders', then: async (page) => [await page.locator('main .rows li').first().getByRole('button').nth(1).click(), await shown(page), await dialog(page).locator('article').waitFor()] },

  { name: 'cohorts', route: '/cohorts' },
  { name: 'cohorts-empty', route: '/cohorts', as: 'newcomer' },
  { name: 'cohorts-none-found', route: '/cohorts', path: '/cohorts?q=nothing' },
  { name: 'cohorts-loading', route: '/cohorts', answers: 'never' },
  { name: 'cohorts-failed', route: '/cohorts', answers: 'fail' },
  { name: 'cohorts-new', route: '/cohorts', path: '/cohorts?do=new', then: shown },
  { name: 'cohorts-new-refused', route: '/cohorts', path: '/cohorts?do=new', then: async (page) => [await shown(page), await submit(page), await refused(page)] },
  { name: 'cohorts-new-without-course', route: '/cohorts', path: '/cohorts?do=new', as: 'newcomer', then: shown },
  { name: 'cohort', route: '/cohorts/$cohortId', path: ({ cohortId }) => `/cohorts/${cohortId}` },
  { name: 'cohort-weeks', route: '/cohorts/$cohortId', path: ({ cohortId }) => `/cohorts/${cohortId}?as=weeks` },
  { name: 'cohort-people', route: '/cohorts/$cohortId', path: ({ cohortId }) => `/cohorts/${cohortId}?tab=people` },
  { name: 'cohort-waiting', route: '/cohorts/$cohortId', path: ({ cohortId }) => `/cohorts/${cohortId}?tab=waiting` },
  { name: 'cohort-empty', route: '/cohorts/$cohortId', path: ({ emptyCohortId }) => `/cohorts/${emptyCohortId}` },
  { name: 'cohort-people-empty', route: '/cohorts/$cohortId', path: ({ emptyCohortId }) => `/cohorts/${emptyCohortId}?tab=people` },
  { name: 'cohort-waiting-empty', route: '/cohorts/$cohortId', path: ({ emptyCohortId }) => `/cohorts/${emptyCohortId}?tab=waiting` },
  { name: 'cohort-loading', route: '/cohorts/$cohortId', path: ({ cohortId }) => `/cohorts/${cohortId}`, answers: 'never' },
  { name: 'cohort-failed', route: '/cohorts/$cohortId', path: ({ cohortId }) => `/cohorts/${cohortId}`, answers: 'fail' },
  { name: 'cohort-series', route: '/cohorts/$cohortId', path: ({ cohortId }) => `/cohorts/${cohortId}?do=series`, then: shown },
  { name: 'cohort-series-preview', route: '/cohorts/$cohortId', path: ({ emptyCohortId }) => `/cohorts/${emptyCohortId}?do=series`, then: async (page) => [await shown(page), await submit(page), await dialog(page).locator('ol').waitFor()] },
  { name: 'cohort-move', route: '/cohorts/$cohortId', path: ({ cohortId }) => `/cohorts/${cohortId}`, then: (page) => fromMenu(page, 0) },
  { name: 'cohort-substitute', route: '/cohorts/$cohortId', path: ({ cohortId }) => `/cohorts/${cohortId}`, then: (page) => fromMenu(page, 1) },
  { name: 'cohort-cancel-session', route: '/cohorts/$cohortId', path: ({ cohortId }) => `/cohorts/${cohortId}`, then: (page) => fromMenu(page, 3) },
  { name: 'cohort-meeting', route: '/cohorts/$cohortId', path: ({ cohortId }) => `/cohorts/${cohortId}`, then: (page) => fromMenu(page, 2) },
  { name: 'cohort-change', route: '/cohorts/$cohortId', path: ({ cohortId }) => `/cohorts/${cohortId}`, then: async (page) => [await page.locator('.page-head button').first().click(), await shown(page)] },
  { name: 'cohort-complete', route: '/cohorts/$cohortId', path: ({ runningCohortId }) => `/cohorts/${runningCohortId}`, then: async (page) => [await page.locator('.page-head button').last().click(), await shown(page)] },
  { name: 'cohort-groups', route: '/cohorts/$cohortId', path: ({ cohortId }) => `/cohorts/${cohortId}?tab=people`, then: async (page) => [await page.locator('main .toolbar button').first().click(), await shown(page)] },
  { name: 'cohort-enrol', route: '/cohorts/$cohortId', path: ({ cohortId }) => `/cohorts/${cohortId}?tab=people`, then: async (page) => [await page.locator('main .toolbar button').last().click(), await dialog(page).getByRole('checkbox').nth(3).waitFor()] },
  { name: 'cohort-people-lacking', route: '/cohorts/$cohortId', path: ({ laterCohortId }) => `/cohorts/${laterCohortId}?tab=people` },
  { name: 'cohort-enrol-lacking', route: '/cohorts/$cohortId', path: ({ laterCohortId }) => `/cohorts/${laterCohortId}?tab=people`, then: async (page) => [await page.locator('main .toolbar button').last().click(), await dialog(page).locator('label').filter({ hasText: '@' }).first().click(), await dialog(page).locator('.banner').waitFor()] },
  { name: 'cohort-change-lacking', route: '/cohorts/$cohortId', path: ({ laterCohortId }) => `/cohorts/${laterCohortId}`, then: async (page) => [await page.locator('.page-head button').first().click(), await shown(page)] },
  { name: 'cohort-of-trainer', route: '/cohorts/$cohortId', path: ({ cohortId }) => `/cohorts/${cohortId}`, as: 'samira' },
  { name: 'registration', route: '/registration', as: 'ines' },
  { name: 'registration-none', route: '/registration', as: 'newcomer' },
  { name: 'registration-loading', route: '/registration', as: 'ines', answers: 'never' },
  { name: 'registration-failed', route: '/registration', as: 'ines', answers: 'fail' },
  { name: 'registration-give-up', route: '/registration', as: 'ines', then: async (page) => [await page.locator('main .form-actions button').first().click(), await shown(page)] },

  { name: 'catalogue', route: '/catalogue', as: 'nobody' },
  { name: 'catalogue-none-found', route: '/catalogue', path: '/catalogue?q=nothing', as: 'nobody' },
  { name: 'catalogue-loading', route: '/catalogue', as: 'nobody', answers: 'never' },
  { name: 'catalogue-failed', route: '/catalogue', as: 'nobody', answers: 'fail' },
  { name: 'catalogue-course', route: '/catalogue/$publicId', path: ({ publicId }) => `/catalogue/${publicId}`, as: 'nobody' },
  { name: 'catalogue-course-gone', route: '/catalogue/$publicId', path: '/catalogue/gone', as: 'nobody' },
  { name: 'courses', route: '/courses', as: 'ines' },
  { name: 'courses-of-builder', route: '/courses' },
  { name: 'courses-empty', route: '/courses', as: 'newcomer' },
  { name: 'courses-loading', route: '/courses', as: 'ines', answers: 'never' },
  { name: 'courses-failed', route: '/courses', as: 'ines', answers: 'fail' },
  { name: 'course', route: '/courses/$courseId', path: ({ courseId }) => `/courses/${courseId}`, as: 'ines' },
  { name: 'course-loading', route: '/courses/$courseId', path: ({ courseId }) => `/courses/${courseId}`, as: 'ines', answers: 'never' },
  { name: 'course-failed', route: '/courses/$courseId', path: ({ courseId }) => `/courses/${courseId}`, as: 'ines', answers: 'fail' },
  { name: 'lesson', route: '/lessons/$lessonId', path: ({ lessonId }) => `/lessons/${lessonId}`, as: 'ines' },
  { name: 'lesson-marked', route: '/lessons/$lessonId', path: ({ lessonId }) => `/lessons/${lessonId}`, as: 'ines', then: answerWrongly },
  { name: 'lesson-loading', route: '/lessons/$lessonId', path: ({ lessonId }) => `/lessons/${lessonId}`, as: 'ines', answers: 'never' },
  { name: 'lesson-failed', route: '/lessons/$lessonId', path: ({ lessonId }) => `/lessons/${lessonId}`, as: 'ines', answers: 'fail' },

  { name: 'studio', route: '/studio' },
  { name: 'studio-empty', route: '/studio', as: 'newcomer' },
  { name: 'studio-loading', route: '/studio', answers: 'never' },
  { name: 'studio-failed', route: '/studio', answers: 'fail' },
  { name: 'studio-new', route: '/studio', then: async (page) => [await page.locator('.page-head button').first().click(), await shown(page)] },
  { name: 'studio-new-refused', route: '/studio', then: async (page) => [await page.locator('.page-head button').first().click(), await shown(page), await submit(page), await refused(page)] },
  { name: 'studio-import', route: '/studio', then: openImport },
  { name: 'studio-import-read', route: '/studio', then: async (page) => [await importing(page, { 'README.md': '# Un cours', '1-debut/README.md': '# Début', '1-debut/1-lecon/README.md': '# Leçon\n\n![absente](images/rien.png)' }), await dialog(page).locator('details').waitFor()] },
  { name: 'studio-import-refused', route: '/studio', then: async (page) => [await importing(page, { 'photo.txt': 'Nothing to learn.' }), await dialog(page).locator('.banner[data-tone="bad"]').waitFor()] },
  { name: 'editor', route: '/studio/$courseId', path: ({ courseId }) => `/studio/${courseId}`, then: previewed },
  { name: 'editor-course', route: '/studio/$courseId', path: ({ courseId }) => `/studio/${courseId}`, then: (page) => openPart(page, 'course') },
  { name: 'editor-module', route: '/studio/$courseId', path: ({ courseId }) => `/studio/${courseId}`, then: (page) => openPart(page, 'module') },
  { name: 'editor-quiz', route: '/studio/$courseId', path: ({ courseId }) => `/studio/${courseId}`, then: (page) => openPart(page, 'quiz') },
  { name: 'editor-translation', route: '/studio/$courseId', path: ({ courseId }) => `/studio/${courseId}?language=en`, then: previewed },
  { name: 'editor-missing-translation', route: '/studio/$courseId', path: ({ courseId }) => `/studio/${courseId}?language=de`, then: previewed },
  { name: 'editor-empty', route: '/studio/$courseId', path: ({ draftCourseId }) => `/studio/${draftCourseId}` },
  { name: 'editor-loading', route: '/studio/$courseId', path: ({ courseId }) => `/studio/${courseId}`, answers: 'never' },
  { name: 'editor-failed', route: '/studio/$courseId', path: ({ courseId }) => `/studio/${courseId}`, answers: 'fail' },
  { name: 'editor-about', route: '/studio/$courseId', path: ({ courseId }) => `/studio/${courseId}`, then: async (page) => [await page.locator('.page-head button').first().click(), await shown(page)] },
  { name: 'editor-compare', route: '/studio/$courseId', path: ({ courseId }) => `/studio/${courseId}`, then: async (page) => [await page.locator('.page-head button').last().click(), await dialog(page).getByRole('listitem').first().waitFor()] },
  { name: 'editor-remove', route: '/studio/$courseId', path: ({ courseId }) => `/studio/${courseId}`, then: async (page) => [await openPart(page, 'module'), await page.locator('.studio-part-tools button').last().click(), await shown(page)] },

  { name: 'people', route: '/people' },
  { name: 'people-none-found', route: '/people', path: '/people?q=nobody' },
  { name: 'people-person', route: '/people', then: async (page) => [await page.locator('main a[href*="person="]').first().click(), await shown(page)] },
  { name: 'people-invite', route: '/people', path: '/people?do=invite', then: shown },
  { name: 'people-invite-refused', route: '/people', path: '/people?do=invite', then: async (page) => [await shown(page), await submit(page), await refused(page)] },
  { name: 'people-duplicates', route: '/people', path: '/people?do=duplicates', then: shown },
  { name: 'people-import', route: '/people/import' },
  { name: 'people-import-columns', route: '/people/import', then: importWorkbook },
  { name: 'people-import-faults', route: '/people/import', then: async (page) => [await importWorkbook(page), await submit(page), await page.locator('main table mark').first().waitFor()] },

  { name: 'organisation', route: '/organisation' },
  { name: 'organisation-empty', route: '/organisation', as: 'newcomer' },
  { name: 'organisation-general', route: '/organisation', path: '/organisation?tab=general' },
  { name: 'organisation-retention-refused', route: '/organisation', path: '/organisation?tab=general', then: keepForEver },
  { name: 'closures', route: '/organisation', path: '/organisation?tab=closures' },
  { name: 'closures-empty', route: '/organisation', path: '/organisation?tab=closures', as: 'newcomer' },
  { name: 'travel', route: '/organisation', path: '/organisation?tab=travel' },
  { name: 'travel-empty', route: '/organisation', path: '/organisation?tab=travel', as: 'newcomer' },
  { name: 'organisation-sharing', route: '/organisation', path: '/organisation?tab=sharing' },
  { name: 'organisation-words', route: '/organisation', path: '/organisation?tab=words' },
  { name: 'organisation-integrations', route: '/organisation', path: '/organisation?tab=integrations' },

  { name: 'deliveries', route: '/operations' },
  { name: 'deliveries-none', route: '/operations', path: '/operations?state=failed' },
  { name: 'deliveries-failed-work', route: '/operations', as: 'operator', then: (page) => page.locator('main .row [aria-haspopup]').nth(1).waitFor() },
  { name: 'installation', route: '/operations', path: '/operations?tab=installation', as: 'operator', then: (page) => page.locator('main .row button').nth(2).waitFor() },
  { name: 'audit', route: '/operations', path: '/operations?tab=audit' },

  { name: 'me', route: '/me' },
  { name: 'me-address', route: '/me', then: async (page) => [await page.locator('main .card').last().getByRole('button').click(), await shown(page), await submit(page), await refused(page)] },
  { name: 'me-messages', route: '/me/messages' },
  { name: 'me-availability', route: '/me', path: '/me?tab=availability', as: 'samira', then: async (page) => [await page.locator('main form button:has(svg)').first().click(), await page.locator('main fieldset').waitFor()] },
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

/** Not in the list: the kit, which has tests of its own in pages.spec.ts. */
export const elsewhere: readonly string[] = ['/ui'];

async function signInWrongly(page: Page): Promise<void> {
  await page.locator('input[name="email"]').fill('nobody@example.org');
  await page.locator('input[name="password"]').fill('not the password');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
}

/** The first answer to everything, and what it was worth. */
async function answerWrongly(page: Page): Promise<void> {
  for (const question of await page.locator('.quiz-question').all()) await question.locator('input').first().check();
  for (const quiz of await page.locator('form:has(.quiz-question)').all()) await quiz.locator('button[type="submit"]').click();
  await page.locator('[data-right]').first().waitFor();
}

/** Labo 1 every Tuesday from 24 November: the first date is taken, and one falls into the holidays of the centre. */
async function bookWeekly(page: Page): Promise<void> {
  await dialog(page).getByRole('textbox').first().fill('Table de conversation');
  await dialog(page).locator('.select-button').last().click();
  await page.getByRole('option').nth(1).click();
  await submit(page);
  await dialog(page).locator('ol li').first().waitFor();
}

/** A workbook of two sheets, turned to the second, which has faulty lines. */
async function importWorkbook(page: Page): Promise<void> {
  const headings = ['Prénom', 'Nom', 'Courriel', 'GSM', 'Rôle', 'Remarque'];
  const book = xlsx([
    { name: 'Inscrits', rows: [headings] },
    { name: 'Liste d’attente', rows: [headings, ['Zoé', 'Démo', 'zoe.demo@', '+32 470 12 34 56', 'apprenante', 'Vient de Namur, commence plus tard'], [null, 'Sans-Prénom', 'sans@example.org', null, 'capitaine', null]] },
  ]);
  await page.locator('main input[type="file"]').setInputFiles({ name: 'rentree.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: book });
  await page.locator('main .select-button').first().click();
  await page.getByRole('option').last().click();
  await page.locator('main').getByText('zoe.demo@').waitFor();
}

async function openImport(page: Page): Promise<void> {
  await page.locator('.page-head button').last().click();
  await shown(page);
}

async function importing(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  await openImport(page);
  const buffer = zip(Object.entries(files).map(([name, content]) => ({ name, content })));
  await dialog(page).locator('input[type="file"]').first().setInputFiles({ name: 'cours.zip', mimeType: 'application/zip', buffer });
}

function previewed(page: Page): Promise<void> {
  return page.locator('.studio-text .prose > *').first().waitFor();
}

async function openPart(page: Page, kind: string): Promise<void> {
  await page.locator(`.studio-tree [data-kind="${kind}"] .studio-part`).first().click();
  await page.locator(`.studio-tree [data-kind="${kind}"][data-selected]`).waitFor();
  await page.locator('.studio .skeleton').first().waitFor({ state: 'detached' });
}

/** Ninety years, where ten are the most. */
async function keepForEver(page: Page): Promise<void> {
  const form = page.locator('main form:has([role="group"] button[aria-haspopup="listbox"])').filter({ has: page.locator('[role="group"] input[inputmode="numeric"]') }).last();
  await form.locator('input[inputmode="numeric"]').first().fill('90');
  await form.locator('button[type="submit"]').click();
  await refused(page);
  await form.locator('[aria-invalid="true"]').first().evaluate((field) => field.scrollIntoView({ block: 'center' }));
}
