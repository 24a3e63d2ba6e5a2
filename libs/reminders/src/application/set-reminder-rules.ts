import { Injectable } from '@nestjs/common';
import { type Actor, Changes, Database, InvalidInput, Jobs, type NotAllowed, type NotFound, StaleVersion, type Tx } from '@app/platform';
import { refusal } from '@app/identity';
import { mayRuleReminders } from '../domain/reminder.policy.js';
import { faultsOfRules, type ReminderRule } from '../domain/rule.js';
import { rulesAbove, rulesFor } from '../domain/rules-for.js';
import { RuleStore } from '../persistence/rule.store.js';
import { type ReminderRules } from './read-reminder-rules.js';
import { replanJob } from './replan.job.js';

export interface SetReminderRulesInput {
  readonly organisationId: string;
  readonly scopeId?: string | null;
  /** 0 where nobody wrote rules of this place yet. */
  readonly expectedVersion: number;
  /** All of them, in order; null gives up the own rules, so that those above hold again. */
  readonly rules: readonly ReminderRule[] | null;
}

type Place = Pick<ReminderRules, 'organisationId' | 'scopeId'>;

/** Says when people are reminded; what is still to come is planned anew. */
@Injectable()
export class SetReminderRules {
  constructor(
    private readonly database: Database,
    private readonly store: RuleStore,
    private readonly jobs: Jobs,
    private readonly changes: Changes,
  ) {}

  execute(actor: Actor, input: SetReminderRulesInput): Promise<ReminderRules | NotAllowed | NotFound | InvalidInput | StaleVersion> {
    return this.database.as<ReminderRules | NotAllowed | NotFound | InvalidInput | StaleVersion>(actor, async (tx) => {
      const { organisationId, expectedVersion, rules } = input;
      const place = { organisationId, scopeId: input.scopeId ?? null };
      const refused = refusal(actor, organisationId, { granted: mayRuleReminders(actor, organisationId), action: 'reminders.rule' });
      if (refused) return refused;
      const standing = rulesFor(place.scopeId, await this.store.sets(tx, organisationId, place.scopeId ? [place.scopeId] : []));
      const faults = faultsOfRules(rules ?? [], standing);
      if (faults.length > 0) return new InvalidInput(faults);
      const version = await this.store.lock(tx, organisationId, place.scopeId);
      if (version !== expectedVersion) return new StaleVersion(expectedVersion, version);
      const written = rules === null ? await this.giveUp(tx, place) : await this.write(tx, place, rules);
      await this.jobs.put(tx, replanJob, place.scopeId === null ? { organisationId } : { organisationId, scopeId: place.scopeId }, { organisationId });
      return written;
    });
  }

  private async write(tx: Tx, place: Place, rules: readonly ReminderRule[]): Promise<ReminderRules> {
    const { version } = await this.store.replace(tx, place, rules);
    await this.changes.append(tx, { ...changeOf(place), version, kind: 'changed' });
    return { ...place, version, isOwn: true, rules, above: rulesAbove(place.scopeId, await this.store.sets(tx, place.organisationId)) };
  }

  private async giveUp(tx: Tx, place: Place): Promise<ReminderRules> {
    await this.store.remove(tx, place.organisationId, place.scopeId);
    await this.changes.append(tx, { ...changeOf(place), kind: 'reset' });
    const above = rulesAbove(place.scopeId, await this.store.sets(tx, place.organisationId));
    return { ...place, version: 0, isOwn: false, rules: above, above };
  }
}

const changeOf = ({ organisationId, scopeId }: Place) => ({ organisationId, subjectKind: 'reminder-rules', subjectId: scopeId ?? organisationId });
