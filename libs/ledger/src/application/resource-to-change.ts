import { NotAllowed, NotFound, StaleVersion, type Tx } from '@app/platform';
import { mayPlan } from '../domain/ledger.policy.js';
import { type OwnResource, type ResourceStore } from '../persistence/resource.store.js';

interface ResourceChange {
  readonly resourceId: string;
  readonly expectedVersion: number;
  readonly verb: 'update' | 'archive';
}

/** The room or equipment under a lock, when the actor may change it and has seen its present version. */
export async function resourceToChange(tx: Tx, resources: ResourceStore, change: ResourceChange): Promise<OwnResource | NotAllowed | NotFound | StaleVersion> {
  const resource = await resources.lock(tx, change.resourceId);
  if (!resource) return new NotFound('resource');
  if (!mayPlan(tx.actor, resource.organisationId)) return new NotAllowed(`${resource.kind}.${change.verb}`);
  return resource.version === change.expectedVersion ? resource : new StaleVersion(change.expectedVersion, resource.version);
}
