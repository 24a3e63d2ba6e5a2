import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PostMessages } from '@app/messages';
import { type Actor, Database, NotAllowed, NotFound } from '@app/platform';
import { refusal } from '@app/identity';
import { mayRuleReminders } from '../domain/reminder.policy.js';
import { rulesFor } from '../domain/rules-for.js';
import { RuleStore } from '../persistence/rule.store.js';
import { REMINDER, WEEK_AHEAD } from './reminder-messages.js';
import { type TestRule, testRule } from './test-rule.js';

export interface SendTestReminderInput extends TestRule {
  readonly organisationId: string;
}

/** Sends the text of a rule as it is saved, with made-up values, to the person who asks, on the way that all mail takes. */
@Injectable()
export class SendTestReminder {
  constructor(
    private readonly database: Database,
    private readonly rules: RuleStore,
    private readonly post: PostMessages,
  ) {}

  execute(actor: Actor, input: SendTestReminderInput): Promise<{ readonly sent: true } | NotAllowed | NotFound> {
    return this.database.as<{ readonly sent: true } | NotAllowed | NotFound>(actor, async (tx) => {
      const { organisationId, scopeId, position } = input;
      const refused = refusal(actor, organisationId, { granted: mayRuleReminders(actor, organisationId), action: 'reminders.test' });
      if (refused) return refused;
      const { personId } = actor;
      if (personId === undefined) return new NotAllowed('reminders.test');
      const rule = rulesFor(scopeId, await this.rules.sets(tx, organisationId, scopeId ? [scopeId] : []))[position];
      if (!rule) return new NotFound('rule');
      const type = rule.trigger === 'weekly' ? WEEK_AHEAD : REMINDER;
      await this.post.execute(tx, { organisationId, personId, type, subject: { kind: 'organisation', id: organisationId }, rule: testRule(input, randomUUID()), urgent: true });
      return { sent: true } as const;
    });
  }
}
