import { type Actor } from '@app/platform';
import DataLoader from 'dataloader';

/** One statement for many parents: answers one value per id, in the order of the ids. */
export type BatchRead<Value> = (actor: Actor, ids: readonly string[]) => Promise<readonly Value[]>;

const LARGEST_BATCH = 500;

/** The batches of one request: `call.loaders.load(this.roomsOfSites, site.id)` in ten resolvers is one statement. */
export class Loaders {
  private readonly open = new Map<unknown, DataLoader<string, unknown>>();

  constructor(private readonly actor: Actor) {}

  /** `read` must be the same function for every parent (a field of the resolver, not an arrow made in the call). */
  load<Value>(read: BatchRead<Value>, id: string): Promise<Value> {
    let loader = this.open.get(read);
    if (!loader) {
      loader = new DataLoader<string, unknown>((ids) => read(this.actor, ids), { maxBatchSize: LARGEST_BATCH });
      this.open.set(read, loader);
    }
    return loader.load(id) as Promise<Value>;
  }
}
