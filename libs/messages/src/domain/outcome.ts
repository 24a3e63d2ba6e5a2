import { type HandOver } from '@app/platform';

/** What is written about a message after an attempt; see app.finish_messages. */
export interface Outcome {
  readonly id: string;
  readonly state: 'sent' | 'due' | 'ambiguous' | 'failed' | 'dropped' | 'withdrawn';
  /** Stable reason, worded by the application. */
  readonly error?: string;
  /** What the mail server said. */
  readonly answer?: string;
  readonly retry_in?: number;
  readonly due_at?: Date;
  /** Counts as a try that this message itself spoilt. */
  readonly refused?: boolean;
  /** The address is not to be written to any more. */
  readonly pause?: boolean;
  readonly address?: string;
}

export interface Attempt {
  readonly id: string;
  readonly address: string;
  /** Earlier tries that were refused. */
  readonly attempts: number;
  readonly dueAt: Date;
  readonly now: Date;
}

const FIRST_BACKOFF_SECONDS = 15;
const LONGEST_BACKOFF_SECONDS = 300;
const GIVE_UP_AFTER_MS = 3 * 24 * 3_600_000;
const UNCERTAIN_PAUSE_SECONDS = 20;

/** Twice as long each time, at most five minutes, spread by chance so that a thousand letters do not come back at once. */
export function backoffSeconds(attempts: number, chance: number): number {
  return Math.min(LONGEST_BACKOFF_SECONDS, FIRST_BACKOFF_SECONDS * 2 ** attempts) * (0.5 + chance / 2);
}

/** What a hand-over means for the message. Trouble with the server is never the message's fault: it stays due, whatever happens. */
export function outcomeOf(handOver: HandOver, attempt: Attempt, chance: number): Outcome {
  const { id } = attempt;
  switch (handOver.kind) {
    case 'accepted':
      return { id, state: 'sent', answer: handOver.answer };
    case 'uncertain':
      return { id, state: 'ambiguous', error: 'NO_ANSWER', answer: handOver.reason, retry_in: UNCERTAIN_PAUSE_SECONDS * (0.5 + chance / 2) };
    case 'unreachable':
      return { id, state: 'due', error: 'SERVER_AWAY', answer: handOver.reason, retry_in: 1 + chance };
    case 'refused':
      return handOver.about === 'server' ? { id, state: 'due', error: 'SERVER_REFUSES_US', answer: handOver.answer, retry_in: 5 * (1 + chance) } : refusal(handOver, attempt, chance);
  }
}

function refusal(handOver: Extract<HandOver, { kind: 'refused' }>, attempt: Attempt, chance: number): Outcome {
  const { id, address } = attempt;
  const { answer } = handOver;
  if (handOver.forGood) return { id, state: 'failed', error: handOver.about === 'address' ? 'ADDRESS_REFUSED' : 'LETTER_REFUSED', answer, refused: true, pause: handOver.about === 'address', address };
  const isHopeless = attempt.now.getTime() - attempt.dueAt.getTime() > GIVE_UP_AFTER_MS;
  if (isHopeless) return { id, state: 'failed', error: 'GIVEN_UP', answer, refused: true };
  return { id, state: 'due', error: 'REFUSED_FOR_NOW', answer, refused: true, retry_in: backoffSeconds(attempt.attempts, chance) };
}

/** Whether the attempt says that the mail server itself is in trouble: then others need not be tried before a pause. */
export function isServerTrouble(handOver: HandOver): boolean {
  return handOver.kind === 'unreachable' || handOver.kind === 'uncertain' || (handOver.kind === 'refused' && handOver.about === 'server');
}
