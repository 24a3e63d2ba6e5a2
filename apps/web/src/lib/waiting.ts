/** What was tapped without a connection lies on this device under this prefix, one entry a person and session. */
export const WAITING = 'tremplin.waiting ';

/** Runs now and whenever the connection comes back. */
export function whenOnline(work: () => void): () => void {
  work();
  addEventListener('online', work);
  return () => removeEventListener('online', work);
}

/** Sends what waits, whatever page is open. The code for it is loaded only where something waits. */
export function sendWhatWaits(personId: string): void {
  if (!navigator.onLine || !Object.keys(localStorage).some((key) => key.startsWith(WAITING + personId))) return;
  void import('~/features/session/mark-sender').then(({ sendAll }) => sendAll(personId));
}
