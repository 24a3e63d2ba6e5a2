import { useCallback } from 'react';
import { type AnyVariables, type CombinedError, type TypedDocumentNode, useQuery } from 'urql';
import { client } from './client';
import { refetchShown } from './live';

/** What a screen reads: the data when there is some, even while newer data is on its way. */
export interface Read<Data> {
  readonly data: Data | undefined;
  readonly loading: boolean;
  readonly failed: Error | undefined;
  readonly again: () => void;
}

interface ReadOptions {
  readonly pause?: boolean;
}

export function useRead<Data, Variables extends AnyVariables>(query: TypedDocumentNode<Data, Variables>, variables: Variables, options: ReadOptions = {}): Read<Data> {
  const [state, execute] = useQuery<Data, Variables>({ query, variables, pause: options.pause });
  const again = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  return { data: state.data, loading: state.fetching && state.data === undefined, failed: state.data === undefined ? state.error : undefined, again };
}

/** Something that must not happen and did: shown as such, with the reference that finds it in the log. */
export class ServiceFailure extends Error {
  readonly requestId: string | undefined;
  constructor(override readonly cause: CombinedError) {
    super(cause.message);
    const reference = cause.graphQLErrors[0]?.extensions.requestId;
    this.requestId = typeof reference === 'string' ? reference : undefined;
  }
}

type MutationVariables = AnyVariables & { readonly requestId?: string | null };

/**
 * Runs a mutation and hands back its data; failures that no answer of the schema covers are thrown. A line that broke is tried once
 * more with the same request id: the server does the work once, however often it is asked.
 */
export async function mutate<Data, Variables extends MutationVariables>(mutation: TypedDocumentNode<Data, Variables>, variables: Omit<Variables, 'requestId'>): Promise<Data> {
  const sent = { ...variables, requestId: crypto.randomUUID() } as unknown as Variables;
  const send = () => client.mutation(mutation, sent).toPromise();
  let result = await send();
  if (result.error?.networkError) {
    await new Promise((resolve) => setTimeout(resolve, 800));
    result = await send();
  }
  if (result.error || !result.data) throw new ServiceFailure(result.error as CombinedError);
  refetchShown(client);
  return result.data;
}

/** What a list or an object of a union looks like to a screen: a refusal counts as a failure there, because pages ask only for what their reader may see. */
export function readOf<Data, T>(read: Read<Data>, pick: (data: Data) => T | undefined): Read<T> {
  const data = read.data === undefined ? undefined : pick(read.data);
  return { ...read, data, failed: read.failed ?? (read.data !== undefined && data === undefined ? new Error('Refused.') : undefined) };
}
