import { msg } from '@lingui/core/macro';
import { MarkAttendanceDocument } from '~/generated/session/graphql';
import { answerOf } from '~/lib/api/answer';
import { mutateOnce } from '~/lib/api/send';
import { i18n, speakOfOffice } from '~/lib/i18n/i18n';
import { notices } from '~/ui/notices-store';
import { arrived, departing, isOnItsWay, refusedWith, type WaitingMarks } from './waiting-marks';
import { waitingStore } from './waiting-store';

const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 60_000;

interface Retry {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly pause: number;
}
const retries = new Map<string, Retry>();

/** Sends what waits for a session until nothing does. A line that broke is tried again, by itself and when the connection comes back. */
export async function send(key: string): Promise<void> {
  clearTimeout(retries.get(key)?.timer);
  try {
    // Two tabs must not send the same taps under two ids.
    await alone(key, () => sendInTurn(key));
    retries.delete(key);
  } catch {
    const pause = Math.min((retries.get(key)?.pause ?? FIRST_PAUSE / 2) * 2, LONGEST_PAUSE);
    retries.set(key, { pause, timer: setTimeout(() => void send(key), pause) });
  }
}

/** Sends all that a person left behind, and says where somebody else said otherwise meanwhile. */
export async function sendAll(personId: string): Promise<void> {
  for (const key of waitingStore.keysOf(personId)) {
    const before = waitingStore.read(key)?.conflicts.length ?? 0;
    await send(key);
    const after = waitingStore.read(key);
    if (after && (after.refusal !== null || after.conflicts.length > before)) await tell(key);
  }
}

async function tell(key: string): Promise<void> {
  const here = `/session/${key.split(' ').at(-1) ?? ''}`;
  if (location.pathname === here) return;
  await speakOfOffice();
  notices.say({ tone: 'warn', text: i18n._(msg`Some attendance that you took without a connection was not saved.`), action: { name: i18n._(msg`Look at it`), run: () => location.assign(here) } });
}

async function sendInTurn(key: string): Promise<void> {
  for (;;) {
    const waiting = change(key, (before) => departing(before, crypto.randomUUID()));
    if (!waiting?.flight) return;
    const { requestId, taps } = waiting.flight;
    const input = { occurrenceId: key.split(' ').at(-1) ?? '', keepUnseen: true, marks: [...taps] };
    const answer = answerOf((await mutateOnce(MarkAttendanceDocument, { input, requestId })).markAttendance);
    const after = change(key, (before) => (answer.ok ? arrived(before, answer.value) : refusedWith(before, answer.refusal.message)));
    if (!after || !isOnItsWay(after)) return;
  }
}

function change(key: string, how: (before: WaitingMarks) => WaitingMarks): WaitingMarks | undefined {
  const before = waitingStore.read(key);
  if (!before) return undefined;
  const after = how(before);
  if (after !== before) waitingStore.write(key, after);
  return after;
}

const alone = async (key: string, work: () => Promise<void>): Promise<void> => ('locks' in navigator ? navigator.locks.request(key, work) : work());
