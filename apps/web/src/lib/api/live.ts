import { type Client, type Operation } from 'urql';
import { filter, pipe, subscribe } from 'wonka';

const settle = 150;
const longestPause = 30_000;

/**
 * /events tells that something changed, not what: every query on the screen is asked again, once for a burst of changes. After a
 * pause of the connection the same, because nobody knows what was missed.
 */
export function live(client: Client): Client {
  const shown = new Map<number, Operation>();
  pipe(
    client.operations$,
    filter((operation) => operation.kind === 'query' || operation.kind === 'teardown'),
    subscribe((operation) => {
      if (operation.kind === 'teardown') shown.delete(operation.key);
      else shown.set(operation.key, operation);
    }),
  );
  watchers.set(client, shown);
  return client;
}

const watchers = new WeakMap<Client, Map<number, Operation>>();

export function refetchShown(client: Client): void {
  for (const operation of watchers.get(client)?.values() ?? []) {
    client.reexecuteOperation(client.createRequestOperation('query', operation, { ...operation.context, requestPolicy: 'cache-and-network' }));
  }
}

/** Listens until told to stop; comes back by itself, each time after a longer pause. */
export function listen(client: Client, events: string): () => void {
  let source: EventSource | undefined;
  let pause = 1_000;
  let again: ReturnType<typeof setTimeout> | undefined;
  let soon: ReturnType<typeof setTimeout> | undefined;
  let missed = false;
  const refresh = (): void => {
    clearTimeout(soon);
    soon = setTimeout(() => refetchShown(client), settle);
  };
  const open = (): void => {
    source = new EventSource(events, { withCredentials: true });
    source.onopen = () => {
      pause = 1_000;
      if (missed) refresh();
      missed = false;
    };
    source.addEventListener('change', refresh);
    source.addEventListener('resync', refresh);
    source.onerror = () => {
      source?.close();
      missed = true;
      again = setTimeout(open, pause);
      pause = Math.min(pause * 2, longestPause);
    };
  };
  open();
  return () => {
    clearTimeout(again);
    clearTimeout(soon);
    source?.close();
  };
}
