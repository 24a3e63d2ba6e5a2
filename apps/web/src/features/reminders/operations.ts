import {
  ReminderPreviewsDocument,
  type ReminderPreviewsQuery,
  ReminderRulesDocument,
  type ReminderRulesQuery,
  SendTestReminderDocument,
  SetReminderRulesDocument,
} from '~/generated/reminders/graphql';
import { type Answer, answerOf } from '~/lib/api/answer';
import { mutate } from '~/lib/api/send';
import { type Read, readOf, useRead } from '~/lib/api/use-api';

export type RuleSet = Extract<ReminderRulesQuery['reminderRules'], { readonly __typename: 'ReminderRules' }>;
export type Rule = RuleSet['rules'][number];
export type Template = Extract<ReminderPreviewsQuery['messageTemplates'], { readonly __typename: 'MessageTemplateList' }>['templates'][number];

export const useRules = (organisationId: string): Read<RuleSet> => readOf(useRead(ReminderRulesDocument, { organisationId }), ({ reminderRules }) => ('rules' in reminderRules ? reminderRules : undefined));

const OURS = ['reminders.before', 'reminders.week-ahead', 'ledger.session-changed', 'ledger.session-cancelled', 'ledger.session-reinstated'];

/** How reminders and notices of change look, with sample values. */
export const usePreviews = (organisationId: string): Read<readonly Template[]> =>
  readOf(useRead(ReminderPreviewsDocument, { organisationId }), ({ messageTemplates }) =>
    'templates' in messageTemplates ? OURS.flatMap((type) => messageTemplates.templates.filter((one) => one.type === type)) : undefined,
  );

/** Null goes back to the defaults of the product. */
export async function saveRules(set: RuleSet, rules: readonly Rule[] | null): Promise<Answer<unknown>> {
  const given = rules?.map(({ trigger, kinds, parts, firstOnly, amount, unit, weekday, at, notes }) => ({
    ...{ trigger, kinds, parts, firstOnly, amount, unit, weekday, at: at?.slice(0, 5) ?? null },
    notes: notes.map(({ language, text }) => ({ language, text })),
  }));
  return answerOf((await mutate(SetReminderRulesDocument, { input: { organisationId: set.organisationId, expectedVersion: set.version, rules: given ?? null } })).setReminderRules);
}

export const sendTest = async (organisationId: string, trigger: Rule['trigger']): Promise<Answer<unknown>> =>
  answerOf((await mutate(SendTestReminderDocument, { input: { organisationId, trigger } })).sendTestReminder);
