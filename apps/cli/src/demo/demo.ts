import { type GetUseCase } from '../use-cases.js';
import { findTenants } from './find-demo.js';
import { LoadDemo } from './load-demo.js';
import { removeDemo } from './remove-demo.js';
import { type DemoSignIn, demoSignIns } from './sign-ins.js';

/** Loads the demo centre beside whatever is there; undefined when one stands already. */
export async function loadDemo(get: GetUseCase, ownerUrl: string, password: string): Promise<readonly DemoSignIn[] | undefined> {
  const { demo, unfinished } = await findTenants(ownerUrl);
  if (demo) return undefined;
  for (const id of unfinished) await removeDemo(get, id);
  await LoadDemo.execute(get, password);
  return demoSignIns(password);
}

/** Loads it into an installation that has nobody, or whose first load was interrupted. Answers whether a demo centre stands. */
export async function loadFirstDemo(get: GetUseCase, ownerUrl: string, password: string): Promise<boolean> {
  const { organisations, demo, unfinished } = await findTenants(ownerUrl);
  if (demo || organisations > unfinished.length) return demo !== undefined;
  return (await loadDemo(get, ownerUrl, password)) !== undefined;
}

export async function takeDemoAway(get: GetUseCase, ownerUrl: string): Promise<boolean> {
  const { demo, unfinished } = await findTenants(ownerUrl);
  for (const id of demo ? [demo, ...unfinished] : unfinished) await removeDemo(get, id);
  return demo !== undefined;
}

export async function hasDemo(ownerUrl: string): Promise<boolean> {
  return (await findTenants(ownerUrl)).demo !== undefined;
}
