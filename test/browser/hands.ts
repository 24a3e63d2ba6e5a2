import { type Locator, type Page } from 'playwright-core';

/** How somebody works: the same steps with a mouse or a finger, and by keyboard alone. */
export interface Hands {
  press(target: Locator): Promise<void>;
  /** Instead of what stands there. */
  fill(target: Locator, text: string): Promise<void>;
  /** Into one part of a date or a time. */
  type(target: Locator, text: string): Promise<void>;
  tick(target: Locator): Promise<void>;
  /** One of the things that a button opens: options or a menu. */
  choose(opener: Locator, choice: Locator): Promise<void>;
  /** One more of a list that is open. */
  tickOption(choice: Locator): Promise<void>;
}

export class Mouse implements Hands {
  constructor(private readonly page: Page) {}

  press(target: Locator): Promise<void> {
    return target.click();
  }

  fill(target: Locator, text: string): Promise<void> {
    return target.fill(text);
  }

  async type(target: Locator, text: string): Promise<void> {
    await target.click();
    await this.page.keyboard.type(text);
  }

  /** The label is what people hit; the box itself may be drawn by the kit. */
  tick(target: Locator): Promise<void> {
    return target.check({ force: true });
  }

  async choose(opener: Locator, choice: Locator): Promise<void> {
    await opener.click();
    await choice.click();
  }

  tickOption(choice: Locator): Promise<void> {
    return choice.click();
  }
}

/** Never points: everything is reached with Tab and the arrows, or it cannot be used. */
export class Keyboard implements Hands {
  constructor(private readonly page: Page) {}

  async press(target: Locator): Promise<void> {
    await this.reach(target, 'Tab');
    // On the target, which may have been drawn anew since the last Tab.
    await target.press('Enter');
  }

  async fill(target: Locator, text: string): Promise<void> {
    await this.reach(target, 'Tab');
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(text);
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.reach(target, 'Tab');
    await this.page.keyboard.type(text);
  }

  /** Tab goes to a group of radio buttons as a whole; inside, the arrows choose. */
  async tick(target: Locator): Promise<void> {
    const group = await target.evaluate((element) => (element instanceof HTMLInputElement && element.type === 'radio' ? element.name : ''));
    const first = group === '' ? target : this.page.locator(`input[type="radio"][name="${group}"]`).first();
    await this.reach(first, 'Tab');
    await this.reach(target, 'ArrowDown');
    await this.page.keyboard.press('Space');
  }

  async choose(opener: Locator, choice: Locator): Promise<void> {
    await this.press(opener);
    await this.reach(choice, 'ArrowDown');
    await this.page.keyboard.press('Enter');
  }

  async tickOption(choice: Locator): Promise<void> {
    await this.reach(choice, 'ArrowDown');
    await this.page.keyboard.press('Enter');
  }

  private async reach(target: Locator, key: 'Tab' | 'ArrowDown'): Promise<void> {
    await target.waitFor({ state: 'attached' });
    for (let presses = 0; presses < 150; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`The keyboard does not get to ${String(target)}.`);
  }
}
