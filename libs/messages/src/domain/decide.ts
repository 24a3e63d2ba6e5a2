import { type DigestHours, type DigestRhythm, type DigestTime, nextDigest } from './digest.js';
import { endOfQuiet } from './quiet-hours.js';

/** What is known about a due message and its recipient before its text is loaded. */
export interface DueMessage {
  readonly now: Date;
  readonly type: string;
  readonly urgent: boolean;
  readonly optional: boolean;
  readonly isExpired: boolean;
  readonly notAfter?: Date;
  readonly address?: string;
  readonly isPaused: boolean;
  readonly zone: string;
  readonly quietFrom?: string;
  readonly quietUntil?: string;
  readonly digest: DigestRhythm;
  /** Undefined: the usual ones. */
  readonly digestHours?: DigestHours;
  readonly channels: readonly string[];
  readonly mutedTypes: readonly string[];
  /** Domains that MAIL_ONLY_TO allows; undefined: all. */
  readonly onlyTo?: readonly string[];
}

export type DropReason = 'TOO_LATE' | 'SWITCHED_OFF' | 'NOT_ALLOWED_HERE';
export type FailReason = 'NO_ADDRESS' | 'ADDRESS_PAUSED';

export type Decision =
  | { readonly do: 'send' }
  | { readonly do: 'drop'; readonly reason: DropReason }
  | { readonly do: 'fail'; readonly reason: FailReason }
  | { readonly do: 'wait'; readonly until: Date }
  | { readonly do: 'digest'; readonly in: DigestTime };

/** What becomes of a due mail. Nothing is sent that is of no use any more, that the person switched off, or that this system may not send. */
export function decideMail(message: DueMessage): Decision {
  if (message.isExpired) return { do: 'drop', reason: 'TOO_LATE' };
  if (isSwitchedOff(message)) return { do: 'drop', reason: 'SWITCHED_OFF' };
  if (!message.address) return { do: 'fail', reason: 'NO_ADDRESS' };
  if (!isAllowedHere(message.address, message.onlyTo)) return { do: 'drop', reason: 'NOT_ALLOWED_HERE' };
  if (message.isPaused) return { do: 'fail', reason: 'ADDRESS_PAUSED' };
  return message.urgent ? { do: 'send' } : decideTime(message);
}

function isSwitchedOff(message: DueMessage): boolean {
  return message.optional && !message.urgent && (!message.channels.includes('mail') || message.mutedTypes.includes(message.type));
}

/** Case 87: a test system reaches only the domains that it was given; subdomains count as others. */
function isAllowedHere(address: string, onlyTo?: readonly string[]): boolean {
  return onlyTo === undefined || onlyTo.includes(address.slice(address.lastIndexOf('@') + 1).toLowerCase());
}

/** A wait that would make the message useless is not worth it: it is sent now. */
function decideTime(message: DueMessage): Decision {
  const isUseful = (at: Date): boolean => message.notAfter === undefined || at < message.notAfter;
  if (message.optional && message.digest !== 'none') {
    const digest = nextDigest(message.now, message.digest, message.zone, message.digestHours);
    if (isUseful(digest.dueAt)) return { do: 'digest', in: digest };
  }
  if (message.quietFrom === undefined || message.quietUntil === undefined) return { do: 'send' };
  const until = endOfQuiet(message.now, { from: message.quietFrom, until: message.quietUntil, zone: message.zone });
  return until && isUseful(until) ? { do: 'wait', until } : { do: 'send' };
}
