import { useCallback } from 'react';
import { type AnyVariables, type CombinedError, type TypedDocumentNode, useQuery } from 'urql';
import { client } from './client';

/** What a screen reads: the data when there is some, even while newer data is on its way. */
export interface Read<Data> {
  readonly data: Data | undefined;
  readonly loading: boolean;
  readonly failed: CombinedError | undefined;
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

/** Runs a mutation and hands back its data; failures that no answer of the schema covers are thrown. */
export async function mutate<Data, Variables extends AnyVariables>(mutation: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data> {
  const result = await client.mutation(mutation, variables).toPromise();
  if (result.error || !result.data) throw new ServiceFailure(result.error as CombinedError);
  return result.data;
}
