import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Chromium of CHROME_PATH, else the system's, else the one that npm brought along. */
export async function openBrowser(): Promise<Browser> {
  const found = [process.env.CHROME_PATH, ...SYSTEM].find((path) => path && existsSync(path));
  // As root Chromium refuses its sandbox; the pages it opens here are ours alone.
  if (found) return chromium.launch({ executablePath: found, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: packaged.args });
}

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1440, height: 900 };

export interface Visit {
  readonly language: 'fr' | 'nl' | 'de' | 'en';
  readonly screen: typeof PHONE;
  readonly url: string;
  readonly theme?: 'light' | 'dark';
}

/** A browser window of somebody; errors of the page fail the test that looks at `faults`. */
export class Window {
  readonly faults: string[] = [];

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('pageerror', (error) => this.faults.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) this.faults.push(message.text());
    });
  }

  static async open(browser: Browser, { language, screen, url, theme = 'light' }: Visit): Promise<Window> {
    const phone = screen.width < 600;
    const context = await browser.newContext({
      ...{ baseURL: url, viewport: screen, locale: language, timezoneId: 'Europe/Brussels', colorScheme: theme },
      ...{ hasTouch: phone, isMobile: phone, reducedMotion: 'reduce', serviceWorkers: 'block' },
    });
    context.setDefaultTimeout(30_000);
    return new Window(context, await context.newPage());
  }

  /** Automatic accessibility checks of what is on the screen now: WCAG 2.2 A and AA. */
  async violations(): Promise<readonly string[]> {
    // The kit's announcer keeps for seconds what it just said, whatever has become of the element that it spoke of.
    const { violations } = await new AxeBuilder({ page: this.page }).exclude('[data-live-announcer]').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => `${node.target.join(' ')} ${node.html.slice(0, 160)}`).join(' | ')}`);
  }

  /** A picture for the README and for eyes; written only when PICTURES says so, because every machine draws letters a little differently. */
  async picture(name: string, options: { fullPage?: boolean } = {}): Promise<void> {
    if (!process.env.PICTURES) return;
    const path = join('docs/screenshots', `${name}.png`);
    await mkdir(dirname(path), { recursive: true });
    // Toasts pass; a picture stays.
    await this.page.screenshot({ path, style: '.toasts { visibility: hidden }', ...options });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
