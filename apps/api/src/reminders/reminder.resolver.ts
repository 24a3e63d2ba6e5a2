import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PreviewReminder, ReadReminderRules, SendTestReminder, SetReminderRules } from '@app/reminders';
import { Actor, isProblem } from '@app/platform';
import { Allow, CurrentActor, CurrentCall } from '../graphql/index.js';
import { type Call } from '../http/call.js';
import { PreviewReminderInput, PreviewReminderResult } from './reminder-text.types.js';
import { ReminderRulesArgs, ReminderRulesResult, ReminderRulesType, SendTestReminderInput, SendTestReminderResult, SetReminderRulesInput, SetReminderRulesResult } from './reminder.types.js';
import { ruleOf, shownRules } from './shown-rules.js';

@Resolver(() => ReminderRulesType)
export class ReminderResolver {
  constructor(
    private readonly read: ReadReminderRules,
    private readonly set: SetReminderRules,
    private readonly preview: PreviewReminder,
    private readonly test: SendTestReminder,
  ) {}

  @Query(() => ReminderRulesResult, { description: 'When the people of an organisation, or of one cohort, are reminded, and in which words.' })
  @Allow('coordinator', 'manager')
  async reminderRules(@CurrentCall() { actor, language }: Call, @Args() { organisationId, scopeId }: ReminderRulesArgs) {
    const set = await this.read.execute(actor, organisationId, scopeId ?? null);
    return isProblem(set) ? set : shownRules(set, language);
  }

  @Query(() => PreviewReminderResult, { description: 'What the next learner would get, with a text that need not be saved yet.' })
  @Allow('coordinator', 'manager')
  previewReminder(@CurrentActor() actor: Actor, @Args('input') { organisationId, scopeId, language, subject, body, ...rule }: PreviewReminderInput) {
    const isDraft = typeof subject === 'string' || typeof body === 'string';
    return this.preview.execute(actor, { organisationId, scopeId: scopeId ?? null, language, rule, text: isDraft ? { subject: subject ?? '', body: body ?? '' } : null });
  }

  @Mutation(() => SetReminderRulesResult, { description: 'Says when people are reminded and in which words; what is still to come is planned anew.' })
  @Allow('coordinator', 'manager')
  async setReminderRules(@CurrentCall() { actor, language }: Call, @Args('input') input: SetReminderRulesInput) {
    const set = await this.set.execute(actor, { ...input, rules: input.rules?.map(ruleOf) ?? null });
    return isProblem(set) ? set : shownRules(set, language);
  }

  @Mutation(() => SendTestReminderResult, { description: 'Sends the text of a rule as it is saved, with made-up values, to the person who asks.' })
  @Allow('coordinator', 'manager')
  sendTestReminder(@CurrentActor() actor: Actor, @Args('input') input: SendTestReminderInput) {
    return this.test.execute(actor, { ...input, scopeId: input.scopeId ?? null });
  }
}
