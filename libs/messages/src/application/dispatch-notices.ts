import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Actor, Database, Settings } from '@app/platform';
import { backoffSeconds, type Outcome } from '../domain/outcome.js';
import { type ClaimedMessage, DispatchStore } from '../persistence/dispatch.store.js';
import { WriteNotice } from './write-notice.js';

const PORTION = 100;
const MOST_LOAD_FAILURES = 5;

/** Notices inside the product: written in one transaction with the message's state, therefore exactly once. Quiet hours do not apply: nothing rings. */
@Injectable()
export class DispatchNotices {
  private readonly log = new Logger('Notices');

  constructor(
    private readonly store: DispatchStore,
    private readonly notices: WriteNotice,
    private readonly settings: Settings,
    private readonly database: Database,
  ) {}

  /** One portion; answers true when there was something. */
  async portion(): Promise<boolean> {
    const lease = randomUUID();
    const messages = await this.store.claim({ channel: 'notice', most: PORTION, leaseSeconds: this.settings.LEASE_SECONDS, lease });
    const organisations = new Set(messages.map((message) => message.organisation_id));
    for (const organisation of organisations) {
      await this.deliver(messages.filter((message) => message.organisation_id === organisation), lease);
    }
    return messages.length > 0;
  }

  private async deliver(messages: readonly ClaimedMessage[], lease: string): Promise<void> {
    try {
      await this.database.as(Actor.system(messages[0]?.organisation_id ?? undefined), async (tx) => {
        const outcomes: Outcome[] = [];
        for (const message of messages) outcomes.push(await this.notices.execute(tx, message));
        const finished = await this.store.finish(outcomes, lease, tx);
        if (finished.size < outcomes.length) throw new Error('Another worker took these notices.');
      });
    } catch (error) {
      if (messages.length > 1) for (const message of messages) await this.deliver([message], lease);
      else await this.postpone(messages[0], lease, error);
    }
  }

  private async postpone(message: ClaimedMessage | undefined, lease: string, error: unknown): Promise<void> {
    if (!message) return;
    const fault = error instanceof Error ? error : new Error(String(error));
    this.log.error(`Notice ${message.id} (${message.type}) failed: ${fault.stack ?? fault.message}`);
    const isLast = message.attempts + 1 >= MOST_LOAD_FAILURES;
    const outcome = { id: message.id, error: 'NOT_WORDED', answer: fault.message.split('\n')[0], refused: true } as const;
    await this.store.finish([isLast ? { ...outcome, state: 'failed' } : { ...outcome, state: 'due', retry_in: backoffSeconds(message.attempts, Math.random()) }], lease);
  }
}
