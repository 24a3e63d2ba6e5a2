import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type AxeResults, type RunOptions, source as axeSource } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type ServedApp } from '../support/served-app.js';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Chromium of CHROME_PATH, else the system's, else the one that npm brought along. */
export async function openBrowser(): Promise<Browser> {
  const found = [process.env.CHROME_PATH, ...SYSTEM].find((path) => path && existsSync(path));
  // As root Chromium refuses its sandbox; the pages it opens here are ours alone.
  if (found) return chromium.launch({ executablePath: found, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: packaged.args });
}

const SPEAK_IN_PAGE = readFileSync('test/browser/speak-in-page.mjs', 'utf8').replace(/^[^]*export /, '');

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1440, height: 900 };

export interface Visit {
  readonly language: 'fr' | 'nl' | 'de' | 'en';
  readonly screen: typeof PHONE;
  /** Whose pages; the clock of the device agrees with it when the window opens, and runs on. */
  readonly app: Pick<ServedApp, 'url' | 'now'>;
  /** With the service worker of the app, which keeps what was opened; otherwise every page comes from the server. */
  readonly kept?: boolean;
  readonly theme?: 'light' | 'dark';
  /** Zone of the device; Brussels when left out. */
  readonly zone?: string;
}

/** A browser window of somebody; errors of the page fail the test that looks at `faults`. */
export class Window {
  readonly faults: string[] = [];
  /** What did not come over the network, to be told when something else fails. */
  readonly missed: string[] = [];
  private readonly width: number;

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    /** For the names of pictures. */
    readonly label: string,
  ) {
    this.width = page.viewportSize()?.width ?? 0;
    page.on('requestfailed', (request) => this.missed.push(`${request.url()}: ${request.failure()?.errorText ?? 'failed'}`));
    page.on('response', (response) => {
      if (response.status() >= 400) this.missed.push(`${response.url()}: ${response.status()}`);
    });
    page.on('pageerror', (error) => this.faults.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) this.faults.push(message.text());
    });
  }

  static async open(browser: Browser, { language, screen, app, theme = 'light', zone = 'Europe/Brussels', kept = false }: Visit): Promise<Window> {
    const phone = screen.width < 600;
    const context = await browser.newContext({
      ...{ baseURL: app.url, viewport: screen, locale: language, timezoneId: zone, colorScheme: theme },
      ...{ hasTouch: phone, isMobile: phone, reducedMotion: 'reduce', serviceWorkers: kept ? 'allow' : 'block' },
    });
    context.setDefaultTimeout(30_000);
    await context.addInitScript(setDeviceClock, app.now().getTime() - Date.now());
    return new Window(context, await context.newPage(), `${language}-${phone ? 'phone' : 'desktop'}${theme === 'dark' ? '-dark' : ''}`);
  }

  /** Automatic accessibility checks of what is on the screen now: WCAG 2.2 A and AA, and what is held for good practice. */
  violations(): Promise<readonly string[]> {
    return this.axe({ runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } });
  }

  /** Another theme changes colours and nothing else: only they are looked at again. */
  async violationsIn(theme: 'light' | 'dark'): Promise<readonly string[]> {
    await this.page.emulateMedia({ colorScheme: theme });
    await this.page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme);
    await this.settled();
    return this.axe({ runOnly: { type: 'rule', values: ['color-contrast'] } });
  }

  private async axe(options: RunOptions): Promise<readonly string[]> {
    const { page } = this;
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
    // Behind a dialog the page is hidden from everybody, its landmarks and heading too.
    const behindDialog = (await page.locator('[aria-modal="true"], [role="dialog"], [role="alertdialog"]').count()) > 0;
    const rules = behindDialog ? Object.fromEntries(['landmark-one-main', 'page-has-heading-one', 'region'].map((id) => [id, { enabled: false }])) : {};
    const { violations } = await page.evaluate(runAxe, { ...options, rules, resultTypes: ['violations'] } satisfies RunOptions);
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => `${node.target.join(' ')} ${node.html.slice(0, 160)}`).join(' | ')}`);
  }

  /** Shows what is on the screen in another language, dialogs and drafts included: nothing is loaded again. */
  async speak(language: Visit['language']): Promise<void> {
    await this.page.evaluate(`(${SPEAK_IN_PAGE})(${JSON.stringify({ language, texts: textsOf(language) })})`);
    await this.settled();
  }

  /** What is wider than the window or than its own box, and neither scrolls nor says by "…" that there is more; and stays so: a dialog follows the window a moment later. */
  async overflows(): Promise<readonly string[]> {
    const look = async (): Promise<readonly string[]> => [...(await this.page.evaluate(findOverflows, this.width)), ...(await this.page.evaluate(findUnreachable))];
    for (let tries = 0; tries < 20; tries++) {
      if ((await look()).length === 0) return [];
      await this.page.waitForTimeout(100);
    }
    return look();
  }

  /** A lower window, as with the keyboard of a phone half open: what is open has to be closed and sent there as well. */
  lower(height: number): Promise<void> {
    return this.resize(height);
  }

  private async resize(height: number): Promise<void> {
    await this.page.setViewportSize({ width: this.width, height });
    await this.settled();
  }

  /** Letters are there, nothing moves or fades any more, and what follows the size of the window has followed. */
  async settled(): Promise<void> {
    await this.page.evaluate(async () => {
      await document.fonts.ready;
      for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
      const passing = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
      await Promise.all(passing.map((one) => one.finished.catch(() => undefined)));
    });
  }

  /** A picture for the README and for eyes; taken only when PICTURES names a folder, because every machine draws letters a little differently. */
  async picture(name: string, options: { fullPage?: boolean } = {}): Promise<void> {
    if (!process.env.PICTURES) return;
    await mkdir(process.env.PICTURES, { recursive: true });
    // Toasts pass; a picture stays. (A style element, as the driver would add one, is against the policy of the page.)
    await this.page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.toasts { visibility: hidden }');
      document.adoptedStyleSheets = [sheet];
    });
    // In a window as high as the page: what is fixed to its lower edge stands there, and not across the middle.
    const size = this.page.viewportSize();
    if (options.fullPage && size) await this.resize(await this.page.evaluate(() => document.documentElement.scrollHeight));
    await this.page.screenshot({ path: join(process.env.PICTURES, `${name}.png`), ...options });
    if (options.fullPage && size) await this.resize(size.height);
    await this.page.evaluate(() => {
      document.adoptedStyleSheets = [];
    });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** Files with the texts of a language, as the build names them. */
export function textsOf(language: Visit['language']): readonly string[] {
  const manifest = JSON.parse(readFileSync('apps/web/dist/.vite/manifest.json', 'utf8')) as Record<string, { readonly file: string }>;
  return Object.entries(manifest).filter(([name]) => name.startsWith('src/locales/') && name.endsWith(`/${language}.po`)).map(([, { file }]) => `/${file}`);
}

/** Runs in the page. Dates alone: timers and the marks of the browser stay what they are. */
function setDeviceClock(ahead: number): void {
  const RealDate = Date;
  const now = (): number => RealDate.now() + ahead;
  globalThis.Date = new Proxy(RealDate, {
    construct: (date, parts: readonly unknown[], self) => Reflect.construct(date, parts.length === 0 ? [now()] : parts, self) as Date,
    get: (date, name) => (name === 'now' ? now : (Reflect.get(date, name) as unknown)),
  });
}

/** Runs in the page. */
function runAxe(options: RunOptions): Promise<AxeResults> {
  const { axe } = globalThis as unknown as { readonly axe: { run(context: object, options: RunOptions): Promise<AxeResults> } };
  // The kit's announcer keeps for seconds what it just said, whatever has become of the element that it spoke of.
  return axe.run({ exclude: [['[data-live-announcer]']] }, options);
}

/** Runs in the page: buttons that close or send what is open and cannot be scrolled to. */
function findUnreachable(): readonly string[] {
  const dialog = [...document.querySelectorAll('.dialog')].at(-1);
  const buttons = [...(dialog?.querySelectorAll('.dialog-head button, .dialog-foot button') ?? [])];
  const lost = buttons.filter((button) => button.getBoundingClientRect().top < -1 || button.getBoundingClientRect().bottom > innerHeight + 1);
  return lost.map(({ textContent }) => `out of sight in its dialog: "${textContent.trim().slice(0, 40)}"`);
}

/** Runs in the page. */
function findOverflows(width: number): readonly string[] {
  const scrolls = (element: Element): boolean => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const isInScroller = (element: Element): boolean => {
    for (let around = element.parentElement; around && around !== document.body; around = around.parentElement) if (scrolls(around)) return true;
    return false;
  };
  const isRead = (element: HTMLElement): boolean =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) &&
    element.checkVisibility({ visibilityProperty: true }) &&
    element.clientWidth !== 1 &&
    !element.closest('.seen-by-readers-only, [data-live-announcer]');
  const faultOf = (element: HTMLElement): string | undefined => {
    const [style, box] = [getComputedStyle(element), element.getBoundingClientRect()];
    if (style.textOverflow === 'ellipsis') return undefined;
    if (style.display !== 'inline' && element.scrollWidth > element.clientWidth + 1 && !scrolls(element)) return 'wider than its box';
    return (box.right > width + 1 || box.left < -1) && !isInScroller(element) ? 'outside of the window' : undefined;
  };
  const found = document.documentElement.scrollWidth > width ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
  const tab = document.querySelector('[role="tab"][aria-selected="true"]')?.getBoundingClientRect();
  if (tab && (tab.left < 0 || tab.right > width)) found.push('the chosen tab is out of sight');
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    const fault = isRead(element) ? faultOf(element) : undefined;
    if (fault) found.push(`${fault}: ${element.tagName.toLowerCase()}.${element.className.toString()} "${(element.textContent ?? '').trim().slice(0, 40)}"`);
  }
  return found;
}
