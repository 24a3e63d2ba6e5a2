import { type Page } from 'playwright-core';
import { PASSWORD } from '../support/make.js';

/** Signs in, in French, and waits for the greeting of the first page. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await page.getByRole('heading', { name: /^Bonjour / }).waitFor();
}
