import {
  PreviewReminderDocument,
  type PreviewReminderQuery,
  ReminderCohortDocument,
  ReminderCohortsDocument,
  ReminderPreviewsDocument,
  type ReminderPreviewsQuery,
  ReminderRulesDocument,
  type ReminderRulesQuery,
  SendTestReminderDocument,
  SetReminderRulesDocument,
} from '~/generated/reminders/graphql';
import { type Answer, answerOf } from '~/lib/api/answer';
import { ask, mutate } from '~/lib/api/send';
import { type Read, readOf, useRead } from '~/lib/api/use-api';
import { type Language } from '~/lib/i18n/languages';

export type RuleSet = Extract<ReminderRulesQuery['reminderRules'], { readonly __typename: 'ReminderRules' }>;
export type Rule = RuleSet['rules'][number];
export type RuleTemplate = RuleSet['templates'][number];
export type Text = Pick<Rule['texts'][number], 'subject' | 'body'>;
export type Template = Extract<ReminderPreviewsQuery['messageTemplates'], { readonly __typename: 'MessageTemplateList' }>['templates'][number];
export type Preview = Extract<PreviewReminderQuery['previewReminder'], { readonly __typename: 'ReminderPreview' }>;

/** The rules of the centre, or of one cohort in it. Those of the place chosen before are not shown under the name of the next one: somebody could change them. */
export function useRules(organisationId: string, scopeId: string | undefined): Read<RuleSet> {
  const read = readOf(useRead(ReminderRulesDocument, { organisationId, scopeId }), ({ reminderRules }) => ('rules' in reminderRules ? reminderRules : undefined));
  const isOther = read.data !== undefined && (read.data.scopeId ?? undefined) !== scopeId;
  return isOther ? { ...read, data: undefined, loading: true } : read;
}

export interface FoundCohorts {
  readonly cohorts: readonly { readonly id: string; readonly name: string }[];
  readonly hasMore: boolean;
}

/** Cohorts that are not over with this text in their names, the first ones of many. */
export function useFoundCohorts(organisationId: string, text: string): FoundCohorts {
  const found = readOf(useRead(ReminderCohortsDocument, { organisationId, text: text.trim() || undefined }), ({ cohorts }) => ('nodes' in cohorts ? cohorts : undefined)).data;
  return { cohorts: found?.nodes ?? [], hasMore: found?.pageInfo.hasNextPage ?? false };
}

/** What the chosen cohort is called, also where it is over or not among those found. */
export const useCohortName = (id: string | undefined): string | undefined => readOf(useRead(ReminderCohortDocument, { id: id ?? '' }, { pause: id === undefined }), ({ cohort }) => ('id' in cohort ? cohort.name : undefined)).data;

const CHANGES = ['ledger.session-changed', 'ledger.session-cancelled', 'ledger.session-reinstated'];

/** How notices of change look, with sample values. */
export const usePreviews = (organisationId: string): Read<readonly Template[]> =>
  readOf(useRead(ReminderPreviewsDocument, { organisationId }), ({ messageTemplates }) =>
    'templates' in messageTemplates ? CHANGES.flatMap((type) => messageTemplates.templates.filter((one) => one.type === type)) : undefined,
  );

const previewInput = ({ organisationId, scopeId }: RuleSet, { trigger, kinds, parts, firstOnly }: Rule, language: Language, text: Text | undefined) => ({ organisationId, scopeId, trigger, kinds, parts, firstOnly, language, subject: text?.subject, body: text?.body });

/** What the next learner would get by a rule as it is saved. */
export const useReminderPreview = (set: RuleSet, rule: Rule, language: Language): Read<Preview> => {
  const own = rule.texts.find((text) => text.language === language && text.misfits.length === 0);
  return readOf(useRead(PreviewReminderDocument, { input: previewInput(set, rule, language, own) }), ({ previewReminder }) => ('subject' in previewReminder ? previewReminder : undefined));
};

/** The same with a draft, or what is wrong with it. */
export const previewDraft = async (set: RuleSet, rule: Rule, language: Language, text: Text): Promise<Answer<Preview>> =>
  answerOf((await ask(PreviewReminderDocument, { input: previewInput(set, rule, language, text) })).previewReminder);

/** Null goes back to what holds above: the centre's rules, or those of the product. */
export async function saveRules(set: RuleSet, rules: readonly Rule[] | null): Promise<Answer<unknown>> {
  const given = rules?.map(({ trigger, kinds, parts, firstOnly, amount, unit, weekday, at, texts }) => ({
    ...{ trigger, kinds, parts, firstOnly, amount, unit, weekday, at: at?.slice(0, 5) ?? null },
    texts: texts.map(({ language, subject, body }) => ({ language, subject, body })),
  }));
  return answerOf((await mutate(SetReminderRulesDocument, { input: { organisationId: set.organisationId, scopeId: set.scopeId, expectedVersion: set.version, rules: given ?? null } })).setReminderRules);
}

export const sendTest = async ({ organisationId, scopeId }: RuleSet, position: number, language: Language): Promise<Answer<unknown>> =>
  answerOf((await mutate(SendTestReminderDocument, { input: { organisationId, scopeId, position, language } })).sendTestReminder);
