/** How an attempt to hand a letter to the mail server ended. */
export type HandOver =
  | { readonly kind: 'accepted'; readonly answer: string }
  /** The server answered no: for good or for now, because of this address, this letter, or itself. */
  | { readonly kind: 'refused'; readonly forGood: boolean; readonly about: 'address' | 'letter' | 'server'; readonly answer: string }
  /** The server was not reached, or broke off before it had the letter: it certainly has not taken it. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** The server had the letter and did not answer: it may have taken it. */
  | { readonly kind: 'uncertain'; readonly reason: string };

/** What nodemailer says about a failed attempt. */
export interface SendError {
  readonly message: string;
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

const SERVICE_NOT_AVAILABLE = 421;

/**
 * Reads an SMTP failure. An answer of the server is believed; without one it counts whether the server had begun to receive the letter.
 * Refusals at RCPT TO are about the address, at DATA about the letter; all others (421, sign-in, sender) are about the server or
 * our use of it, which says nothing about the letter.
 */
export function readFailure(error: SendError, letterBegun: boolean): HandOver {
  const { code, command, responseCode } = error;
  const answer = oneLine(error.response ?? error.message);
  if (responseCode === undefined) return letterBegun ? { kind: 'uncertain', reason: answer } : { kind: 'unreachable', reason: answer };
  if (responseCode < 400 || responseCode === SERVICE_NOT_AVAILABLE || code === 'ECONNECTION') return { kind: 'unreachable', reason: answer };
  return { kind: 'refused', forGood: responseCode >= 500, about: subjectOfRefusal(command), answer };
}

function subjectOfRefusal(command?: string): 'address' | 'letter' | 'server' {
  if (command === 'RCPT TO') return 'address';
  return command === 'DATA' ? 'letter' : 'server';
}

/** Answers of servers may hold anything; control characters never reach a row or a log. */
function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').slice(0, 300);
}
