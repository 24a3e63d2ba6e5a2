import { Injectable } from '@nestjs/common';
import { PostMessages } from '@app/messages';
import { Actor, Database } from '@app/platform';
import { rulesFor } from '../domain/rules-for.js';
import { type WeeklyRule } from '../domain/rule.js';
import { weekAheadAt } from '../domain/week-ahead.js';
import { ReminderReads } from '../persistence/reminder.reads.js';
import { RuleStore } from '../persistence/rule.store.js';
import { WEEK_AHEAD } from './reminder-messages.js';

const ORGANISATIONS = 'select organisation_id as "organisationId", zone, app.now() as now from app.organisations_with_a_week_ahead()';

/**
 * Posts the digests of the coming week when their time has come. Posting twice is posting once: the week is part of the key, and so somebody
 * in two cohorts with different hours has one digest, at the earlier of them, with all of the week.
 */
@Injectable()
export class PlanWeekAhead {
  constructor(
    private readonly database: Database,
    private readonly reads: ReminderReads,
    private readonly rules: RuleStore,
    private readonly post: PostMessages,
  ) {}

  async execute(): Promise<void> {
    const organisations = await this.database.as(Actor.system(), (tx) => tx.query<{ organisationId: string; zone: string; now: Date }>(ORGANISATIONS));
    for (const organisation of organisations) await this.one(organisation);
  }

  private async one({ organisationId, zone, now }: { readonly organisationId: string; readonly zone: string; readonly now: Date }): Promise<void> {
    await this.database.as(Actor.system(organisationId), async (tx) => {
      const sets = await this.rules.all(tx, organisationId);
      const without = sets.flatMap(({ scopeId }) => (scopeId === null ? [] : [scopeId]));
      for (const scopeId of [null, ...without]) {
        for (const rule of rulesFor(scopeId, sets).filter((each): each is WeeklyRule => each.trigger === 'weekly')) {
          const week = weekAheadAt(now, rule, zone);
          if (!week) continue;
          const people = await this.reads.peopleOfWeek(tx, organisationId, week.rule.slice('week:'.length), { ...rule, scopeId, without });
          const frame = { organisationId, type: WEEK_AHEAD, subject: { kind: 'organisation', id: organisationId }, ...week };
          await this.post.execute(tx, ...people.map((personId) => ({ ...frame, personId })));
        }
      }
    });
  }
}
