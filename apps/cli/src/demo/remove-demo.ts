import { RemoveDemo } from '@app/identity';
import { Actor, isProblem } from '@app/platform';
import { type GetUseCase } from '../use-cases.js';

export async function removeDemo(get: GetUseCase, organisationId: string): Promise<void> {
  const removed = await get(RemoveDemo).execute(Actor.system(organisationId), organisationId);
  if (isProblem(removed)) throw new Error(`The demo centre ${organisationId} was not removed: ${removed.code}`);
}
