import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { spoken } from '../i18n/i18n';
import { failureOf, leaveIfSignedOut, ServiceFailure } from './failure';

export const address = '/graphql';
export const headers = (): Record<string, string> => ({ 'content-type': 'application/json', 'x-tremplin-client': 'web', 'accept-language': spoken() });

export const hashOf = (document: object): string | undefined => (document as { readonly __meta__?: { readonly hash?: string } }).__meta__?.hash?.replace(/^sha256:/, '');

type MutationVariables = { readonly [name: string]: unknown } & { readonly requestId?: string | null };
type Listener = () => void;
const listeners = new Set<Listener>();

/** Called after every change that the server accepted or refused: what is on the screen may be of yesterday. */
export function onSent(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export interface Sending {
  /** Goes on when its page is closed, where the browser allows it: up to 64 kB, whatever its letters weigh. */
  readonly outlivesPage?: boolean;
}

const LONGEST_OUTLIVING = 20_000;

/** Asks a registered operation by its hash: all that the pages before the sign-in need. Pages behind it read through the cache. */
export async function ask<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables, { outlivesPage = false }: Sending = {}): Promise<Data> {
  const body = JSON.stringify({ variables, ...(await named(document)) });
  const response = await fetch(address, { method: 'POST', credentials: 'same-origin', headers: headers(), body, keepalive: outlivesPage && body.length < LONGEST_OUTLIVING });
  const answer = (await response.json()) as { readonly data?: Data | null; readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[] };
  if (answer.data && !answer.errors) return answer.data;
  leaveIfSignedOut(answer.errors?.[0]?.extensions?.code);
  throw failureOf(answer.errors?.[0]);
}

/** In development the server does not know the documents of a build that was never made: there the text goes along. */
async function named(document: object): Promise<object> {
  if (import.meta.env.PROD) return { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(document) } } };
  const { print } = await import('graphql');
  return { query: print(document as Parameters<typeof print>[0]) };
}

/**
 * Runs a mutation. A line that broke is tried once more with the same request id: the server does the work once, however often it is
 * asked.
 */
export async function mutate<Data, Variables extends MutationVariables>(document: TypedDocumentNode<Data, Variables>, variables: Omit<Variables, 'requestId'>, sending?: Sending): Promise<Data> {
  const sent = { ...variables, requestId: crypto.randomUUID() } as unknown as Variables;
  return mutateOnce(document, sent, sending).catch(async (error: unknown) => {
    if (error instanceof ServiceFailure) throw error;
    await new Promise((resolve) => setTimeout(resolve, 800));
    return mutateOnce(document, sent);
  });
}

/** Runs a mutation under a request id that its caller keeps, to send it again after the page was closed. */
export async function mutateOnce<Data, Variables extends MutationVariables>(document: TypedDocumentNode<Data, Variables>, sent: Variables, sending?: Sending): Promise<Data> {
  const data = await ask(document, sent, sending);
  for (const listener of listeners) listener();
  return data;
}
