import { useCallback } from 'react';
import { type AnyVariables, type TypedDocumentNode, useQuery } from 'urql';

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
  // A root field that is refused makes the whole answer null.
  const data = state.data ?? undefined;
  return { data, loading: state.fetching && data === undefined, failed: data === undefined ? state.error : undefined, again };
}

/** What a list or an object of a union looks like to a screen: a refusal counts as a failure there, because pages ask only for what their reader may see. */
export function readOf<Data, T>(read: Read<Data>, pick: (data: Data) => T | undefined): Read<T> {
  const data = read.data === undefined ? undefined : pick(read.data);
  return { ...read, data, failed: read.failed ?? (read.data !== undefined && data === undefined ? new Error('Refused.') : undefined) };
}
