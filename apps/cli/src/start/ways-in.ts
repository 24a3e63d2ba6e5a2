import { CreateSetupLink } from '@app/identity';
import { isProblem } from '@app/platform';
import { hasDemo, loadFirstDemo } from '../demo/demo.js';
import { type DemoSignIn, demoSignIns } from '../demo/sign-ins.js';
import { type GetUseCase } from '../use-cases.js';

/** How the person who started comes in. */
export interface WaysIn {
  /** Makes the first platform admin, once; undefined when there is one. */
  readonly setupUrl?: string;
  /** Of the demo centre, where there is one. */
  readonly demo: readonly DemoSignIn[];
}

interface WaysInOptions {
  readonly ownerUrl: string;
  readonly demoPassword: string;
  /** Whether an empty database gets the demo centre. */
  readonly wantsDemo: boolean;
}

export async function openWaysIn(get: GetUseCase, { ownerUrl, demoPassword, wantsDemo }: WaysInOptions): Promise<WaysIn> {
  const stands = wantsDemo ? await loadFirstDemo(get, ownerUrl, demoPassword) : await hasDemo(ownerUrl);
  const link = await get(CreateSetupLink).execute();
  return { setupUrl: isProblem(link) ? undefined : link.url, demo: stands ? demoSignIns(demoPassword) : [] };
}
