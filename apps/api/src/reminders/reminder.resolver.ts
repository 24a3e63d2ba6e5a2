import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ReadReminderRules, SendTestReminder, SetReminderRules } from '@app/reminders';
import { Actor, isProblem } from '@app/platform';
import { Allow, CurrentActor } from '../graphql/index.js';
import { ReminderRulesArgs, ReminderRulesResult, ReminderRulesType, SendTestReminderInput, SendTestReminderResult, SetReminderRulesInput, SetReminderRulesResult } from './reminder.types.js';
import { ruleOf, shownRules } from './shown-rules.js';

@Resolver(() => ReminderRulesType)
export class ReminderResolver {
  constructor(
    private readonly read: ReadReminderRules,
    private readonly set: SetReminderRules,
    private readonly test: SendTestReminder,
  ) {}

  @Query(() => ReminderRulesResult, { description: 'When the people of an organisation, or of one cohort, are reminded.' })
  @Allow('coordinator', 'manager')
  async reminderRules(@CurrentActor() actor: Actor, @Args() { organisationId, scopeId }: ReminderRulesArgs) {
    const set = await this.read.execute(actor, organisationId, scopeId ?? null);
    return isProblem(set) ? set : shownRules(set);
  }

  @Mutation(() => SetReminderRulesResult, { description: 'Says when people are reminded; what is still to come is planned anew.' })
  @Allow('coordinator', 'manager')
  async setReminderRules(@CurrentActor() actor: Actor, @Args('input') input: SetReminderRulesInput) {
    const set = await this.set.execute(actor, { ...input, rules: input.rules?.map(ruleOf) ?? null });
    return isProblem(set) ? set : shownRules(set);
  }

  @Mutation(() => SendTestReminderResult, { description: 'Sends a reminder with sample values to the person who asks.' })
  @Allow('coordinator', 'manager')
  sendTestReminder(@CurrentActor() actor: Actor, @Args('input') { organisationId, trigger }: SendTestReminderInput) {
    return this.test.execute(actor, organisationId, trigger);
  }
}
