import { CreateSetupLink } from '@app/identity';
import { isProblem } from '@app/platform';
import { type GetUseCase } from '../use-cases.js';

/** How the person who started comes in. */
export interface WaysIn {
  /** Makes the first platform admin, once; undefined when there is one. */
  readonly setupUrl?: string;
}

export async function openWaysIn(get: GetUseCase): Promise<WaysIn> {
  const link = await get(CreateSetupLink).execute();
  return isProblem(link) ? {} : { setupUrl: link.url };
}
