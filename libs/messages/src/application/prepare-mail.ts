import { Injectable } from '@nestjs/common';
import { decideMail } from '../domain/decide.js';
import { type DigestHours } from '../domain/digest.js';
import { backoffSeconds, type Outcome } from '../domain/outcome.js';
import { type Claim, type ClaimedMessage } from '../persistence/dispatch.store.js';
import { GatherChanges } from './gather-changes.js';
import { type LoadedMessage, LoadMessages, type TypedMessage } from './load-messages.js';
import { type MailDecision } from './mail-decision.js';
import { type Addressing, MessageRenderer } from './message-renderer.js';
import { MessageTypes } from './message-types.js';

/** Waits for the worker that knows the type: during an update an older one may still run. */
const UNKNOWN_TYPE_SECONDS = 60;
const MOST_LOAD_FAILURES = 5;
const FALLBACK_ZONE = 'Europe/Brussels';

/** A letter that can leave at once, with what is needed to read the answer. */
export interface ReadyMail {
  readonly message: ClaimedMessage;
  readonly letter: ReturnType<MessageRenderer['letter']>;
}

/** From a leased row to a letter, or to the reason why there will be none. */
@Injectable()
export class PrepareMail {
  constructor(
    private readonly types: MessageTypes,
    private readonly loader: LoadMessages,
    private readonly renderer: MessageRenderer,
    private readonly gather: GatherChanges,
  ) {}

  /** `onlyTo`: domains that this system may write to; undefined: all. */
  decide(message: ClaimedMessage, onlyTo: readonly string[] | undefined): MailDecision {
    const type = this.types.get(message.type);
    const decision = decideMail({
      now: message.now,
      type: message.type,
      urgent: message.urgent,
      optional: type?.optional ?? false,
      isExpired: message.expired,
      notAfter: message.not_after ?? undefined,
      address: message.address ?? undefined,
      isPaused: message.paused,
      zone: message.recipient_zone ?? FALLBACK_ZONE,
      quietFrom: message.quiet_from ?? undefined,
      quietUntil: message.quiet_until ?? undefined,
      digest: message.digest,
      digestHours: digestHoursOf(message),
      channels: message.channels,
      mutedTypes: message.muted_types,
      onlyTo,
    });
    return { message, type, decision };
  }

  /** Puts back what is told together with others within the minute; answers what leaves now. */
  together(toSend: readonly MailDecision[], claim: Claim): Promise<readonly MailDecision[]> {
    return this.gather.execute(toSend, claim);
  }

  /** Loads and words what may be sent; the rest has its outcome already. */
  async word(decided: readonly MailDecision[], mailDomain: string): Promise<{ readonly ready: readonly ReadyMail[]; readonly outcomes: readonly Outcome[] }> {
    const typed = decided.flatMap(({ message, type }): TypedMessage[] => (type ? [{ message, type, language: message.language ?? 'en' }] : []));
    const unknown = decided.filter(({ type }) => !type).map(({ message }): Outcome => ({ id: message.id, state: 'due', error: 'TYPE_UNKNOWN', retry_in: UNKNOWN_TYPE_SECONDS }));
    const ready: ReadyMail[] = [];
    const outcomes: Outcome[] = [...unknown];
    for (const loaded of await this.loader.execute(typed)) {
      const result = this.letterOrOutcome(loaded, mailDomain);
      if ('letter' in result) ready.push(result);
      else outcomes.push(result);
    }
    return { ready, outcomes };
  }

  private letterOrOutcome(loaded: LoadedMessage, mailDomain: string): ReadyMail | Outcome {
    const { message, type, values, language } = loaded;
    if (loaded.fault) return unloadable(message, loaded.fault);
    if (!values) return { id: message.id, state: 'withdrawn' };
    try {
      const worded = this.renderer.word(type, language, values, message.organisation_zone ?? FALLBACK_ZONE);
      const addressing: Addressing = {
        to: message.address ?? '',
        id: `<${message.id}@${mailDomain}>`,
        language,
        organisationName: message.organisation_name ?? undefined,
        unsubscribeKey: message.unsubscribe_key ?? undefined,
      };
      return { message, letter: this.renderer.letter(type, worded, addressing) };
    } catch (error) {
      return unloadable(message, error instanceof Error ? error : new Error(String(error)));
    }
  }
}

/** What concerns no organisation leaves at the usual hours. */
function digestHoursOf({ digest_daily_at: dailyAt, digest_weekly_day: weeklyDay, digest_weekly_at: weeklyAt }: ClaimedMessage): DigestHours | undefined {
  return dailyAt && weeklyDay && weeklyAt ? { dailyAt, weeklyDay, weeklyAt } : undefined;
}

/** A bug in a context's text or data: tried again for a while, then shown. The answer holds no personal data, only the error's first line. */
function unloadable(message: ClaimedMessage, fault: Error): Outcome {
  const answer = fault.message.split('\n')[0];
  const outcome = { id: message.id, error: 'NOT_WORDED', answer, refused: true } as const;
  return message.attempts + 1 >= MOST_LOAD_FAILURES ? { ...outcome, state: 'failed' } : { ...outcome, state: 'due', retry_in: backoffSeconds(message.attempts, Math.random()) };
}
