import { Injectable } from '@nestjs/common';
import { type Actor, Database, type NotAllowed, type NotFound } from '@app/platform';
import { refusal } from '@app/identity';
import { mayRuleReminders } from '../domain/reminder.policy.js';
import { type ReminderRule } from '../domain/rule.js';
import { rulesAbove, rulesFor } from '../domain/rules-for.js';
import { RuleStore } from '../persistence/rule.store.js';

/** The rules that hold at a place. */
export interface ReminderRules {
  readonly organisationId: string;
  readonly scopeId: string | null;
  /** 0 where nobody wrote rules of this place. */
  readonly version: number;
  /** False where they come from above: the organisation's, or the defaults of the product. */
  readonly isOwn: boolean;
  readonly rules: readonly ReminderRule[];
  /** What would hold without rules of this place. */
  readonly above: readonly ReminderRule[];
}

/** When the people of an organisation, or of one scope in it, are reminded. */
@Injectable()
export class ReadReminderRules {
  constructor(
    private readonly database: Database,
    private readonly store: RuleStore,
  ) {}

  execute(actor: Actor, organisationId: string, scopeId: string | null): Promise<ReminderRules | NotAllowed | NotFound> {
    return this.database.as<ReminderRules | NotAllowed | NotFound>(actor, async (tx) => {
      const refused = refusal(actor, organisationId, { granted: mayRuleReminders(actor, organisationId), action: 'reminders.read' });
      if (refused) return refused;
      const sets = await this.store.sets(tx, organisationId, scopeId ? [scopeId] : []);
      const own = sets.find((set) => set.scopeId === scopeId);
      return { organisationId, scopeId, version: own?.version ?? 0, isOwn: own !== undefined, rules: rulesFor(scopeId, sets), above: rulesAbove(scopeId, sets) };
    });
  }
}
