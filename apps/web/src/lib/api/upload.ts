import { type Answer, done, refused } from './answer';
import { headers } from './send';

/** Sends a file as the body of a request; refusals come in the reader's language, as those of mutations. */
export async function upload<T>(address: string, body: Blob): Promise<Answer<T>> {
  const sent = await fetch(address, { method: 'POST', credentials: 'same-origin', headers: { ...headers(), 'content-type': 'application/octet-stream' }, body });
  const answer = (await sent.json()) as T & { readonly code: string; readonly message: string };
  return sent.ok ? done(answer) : refused({ code: answer.code, message: answer.message, faults: [], details: [] });
}
