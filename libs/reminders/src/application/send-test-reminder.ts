import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PostMessages } from '@app/messages';
import { type Actor, Database, NotAllowed, type NotFound } from '@app/platform';
import { refusal } from '@app/identity';
import { mayRuleReminders } from '../domain/reminder.policy.js';
import { REMINDER, TEST_RULE, WEEK_AHEAD } from './reminder-messages.js';

/** Sends a reminder with sample values to the person who asks, on the way that all mail takes. */
@Injectable()
export class SendTestReminder {
  constructor(
    private readonly database: Database,
    private readonly post: PostMessages,
  ) {}

  execute(actor: Actor, organisationId: string, trigger: 'before' | 'weekly'): Promise<{ readonly sent: true } | NotAllowed | NotFound> {
    return this.database.as<{ readonly sent: true } | NotAllowed | NotFound>(actor, async (tx) => {
      const refused = refusal(actor, organisationId, { granted: mayRuleReminders(actor, organisationId), action: 'reminders.test' });
      if (refused) return refused;
      const { personId } = actor;
      if (personId === undefined) return new NotAllowed('reminders.test');
      const type = trigger === 'weekly' ? WEEK_AHEAD : REMINDER;
      await this.post.execute(tx, { organisationId, personId, type, subject: { kind: 'organisation', id: organisationId }, rule: `${TEST_RULE}${randomUUID()}`, urgent: true });
      return { sent: true } as const;
    });
  }
}
