import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { type HandOver, MAIL_CONNECTIONS, Mailer, Settings } from '@app/platform';
import { isServerTrouble, type Outcome, outcomeOf } from '../domain/outcome.js';
import { ServerPause } from '../domain/server-pause.js';
import { type Claim, type ClaimedMessage, DispatchStore } from '../persistence/dispatch.store.js';
import { OutcomeRecorder } from './outcome-recorder.js';
import { type MailDecision } from './mail-decision.js';
import { PrepareMail, type ReadyMail } from './prepare-mail.js';

/** Rows leased at once; those that a crash leaves are free again after the lease. */
const PORTION = 128;
/** Rows marked "sending" at once: what a crash makes ambiguous. Two for each connection, so that none waits for the database. */
const AT_ONCE = 2 * MAIL_CONNECTIONS;
/** Messages loaded and worded at once: a transaction for each few would cost as much as their letters. */
const WORDED_AT_ONCE = 4 * AT_ONCE;
/** What was worded longer ago is worded again before it leaves: meanwhile a session may have moved, and the mail server may be slow. */
const FRESH_MS = 200;

const BUSY_MS = 1_000;

/** What a portion holds, and for how long: other processes take it over after that. */
interface Hold {
  readonly claim: Claim;
  readonly isOurs: () => boolean;
  readonly mustStop: () => boolean;
}

/**
 * Hands due mail to the mail server: lease, decide, load, mark "sending", hand over, write the outcome. Whatever dies in between, the row says
 * how far it came.
 */
@Injectable()
export class DispatchMail {
  private readonly log = new Logger('Mail');
  private readonly onlyTo?: readonly string[];
  private readonly pause = new ServerPause();
  private isAway = false;
  private lastClaim = -Infinity;

  constructor(
    private readonly store: DispatchStore,
    private readonly prepare: PrepareMail,
    private readonly mailer: Mailer,
    private readonly settings: Settings,
  ) {
    this.onlyTo = settings.MAIL_ONLY_TO?.toLowerCase().split(',');
  }

  /** Mail has just left: that nothing is due now may only mean that MAIL_RATE lets nothing pass. */
  get isBusy(): boolean {
    return performance.now() - this.lastClaim < BUSY_MS;
  }

  /** One portion; answers true when more may be due. Several portions may run at the same time. */
  async portion(signal?: AbortSignal): Promise<boolean> {
    if (!this.mailer.isConfigured || this.pause.isOn(performance.now())) return false;
    const claim: Claim = { channel: 'mail', most: this.pause.isProbing ? 1 : PORTION, leaseSeconds: this.settings.LEASE_SECONDS, perSecond: this.settings.MAIL_RATE, lease: randomUUID() };
    const leaseEnds = performance.now() + claim.leaseSeconds * 900;
    const isOurs = (): boolean => performance.now() < leaseEnds;
    const messages = await this.store.claim(claim);
    const decided = messages.map((message) => this.prepare.decide(message, this.onlyTo));
    await this.settle(decided, claim);
    const mustStop = (): boolean => signal?.aborted === true || this.pause.isOn(performance.now()) || !isOurs();
    const toSend = await this.prepare.together(decided.filter(({ decision }) => decision.do === 'send'), claim);
    await this.sendAll(toSend, { claim, isOurs, mustStop });
    if (messages.length > 0) this.lastClaim = performance.now();
    return messages.length > 0;
  }

  /** Outcomes are written while the next letters leave already; resolves when all of them are. */
  private async sendAll(toSend: readonly MailDecision[], hold: Hold): Promise<void> {
    const recorder = new OutcomeRecorder((written) => this.store.finish(written, hold.claim.lease));
    try {
      await this.inChunks(toSend, hold, recorder);
    } finally {
      await recorder.settled();
    }
  }

  private async inChunks(toSend: readonly MailDecision[], hold: Hold, recorder: OutcomeRecorder): Promise<void> {
    const { claim, mustStop } = hold;
    for (let left = toSend; left.length > 0; ) {
      if (mustStop()) return this.release(left, claim);
      const wordedUntil = performance.now() + FRESH_MS;
      const { ready, outcomes } = await this.prepare.word(left.slice(0, WORDED_AT_ONCE), this.mailer.domain);
      await this.store.finish(outcomes, claim.lease);
      let next = 0;
      do {
        await this.send(ready.slice(next, next + AT_ONCE), hold, recorder);
        next += AT_ONCE;
      } while (next < ready.length && performance.now() < wordedUntil && !mustStop());
      const unsent = new Set(ready.slice(next).map(({ message }) => message.id));
      left = left.filter(({ message }, index) => index >= WORDED_AT_ONCE || unsent.has(message.id));
    }
  }

  private async settle(decided: readonly MailDecision[], claim: Claim): Promise<void> {
    await this.store.finish(decided.flatMap(outcomeOfDecision), claim.lease);
    for (const { message, decision } of decided) {
      if (decision.do === 'digest') await this.store.holdForDigest(message.id, claim.lease, decision.in);
    }
  }

  private async release(left: readonly { readonly message: ClaimedMessage }[], claim: Claim): Promise<void> {
    await this.store.finish(left.map(({ message }) => ({ id: message.id, state: message.times_ambiguous > 0 ? 'ambiguous' : 'due', retry_in: 0 })), claim.lease);
  }

  private async send(ready: readonly ReadyMail[], { claim, isOurs }: Hold, recorder: OutcomeRecorder): Promise<void> {
    if (ready.length === 0) return;
    const allowed = await this.store.begin(ready.map(({ message }) => message.id), claim, this.mailer.domain);
    // A process that was frozen in between reads an answer of long ago: another one sends these already.
    if (!isOurs()) return;
    await Promise.all(ready.filter(({ message }) => allowed.has(message.id)).map(async (mail) => recorder.record(await this.handOver(mail))));
  }

  private async handOver({ message, letter }: ReadyMail): Promise<Outcome> {
    const handOver = await this.mailer.send(letter, this.settings.LEASE_SECONDS * 700);
    this.noteServer(handOver);
    const attempt = { id: message.id, address: letter.to, attempts: message.attempts, dueAt: message.due_at, now: message.now };
    const outcome = outcomeOf(handOver, attempt, Math.random());
    // Until an answer says otherwise, a message that may have arrived stays one that may have arrived.
    return outcome.state === 'due' && message.times_ambiguous > 0 ? { ...outcome, state: 'ambiguous' } : outcome;
  }

  private noteServer(handOver: HandOver): void {
    if (!isServerTrouble(handOver)) {
      if (this.isAway) this.log.warn('The mail server takes mail again.');
      this.isAway = false;
      this.pause.works();
      return;
    }
    if (!this.isAway) this.log.error(`The mail server is in trouble; mail waits: ${'reason' in handOver ? handOver.reason : handOver.answer}`);
    this.isAway = true;
    this.pause.trouble(performance.now(), Math.random());
  }
}

function outcomeOfDecision({ message, decision }: MailDecision): Outcome[] {
  switch (decision.do) {
    case 'drop':
      return [{ id: message.id, state: 'dropped', error: decision.reason }];
    case 'fail':
      return [{ id: message.id, state: 'failed', error: decision.reason }];
    case 'wait':
      return [{ id: message.id, state: 'due', due_at: decision.until }];
    default:
      return [];
  }
}
