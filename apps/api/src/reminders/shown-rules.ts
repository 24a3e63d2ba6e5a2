import { type Fault, type Language, languages } from '@app/platform';
import { faultsOfText, ourTexts, type OwnTexts, placeholders, type ReminderRule, type ReminderRules } from '@app/reminders';
import { wordFault } from '../graphql/problems/faults.js';
import { type ReminderTemplateType, type ReminderTextType } from './reminder-text.types.js';
import { type ReminderRuleInput, type ReminderRulesType, type ReminderRuleType } from './reminder.types.js';

/** Rules for a screen, in whose language it says why a text does not fit any more. */
export function shownRules(set: ReminderRules, reader: Language): ReminderRulesType {
  const shown = (rules: readonly ReminderRule[]): readonly ReminderRuleType[] => rules.map((rule) => shownRule(rule, reader));
  return { ...set, rules: shown(set.rules), above: shown(set.above), templates };
}

function shownRule(rule: ReminderRule, reader: Language): ReminderRuleType {
  const texts = languages.flatMap((language): ReminderTextType[] => {
    const text = rule.texts[language];
    return text ? [{ language, ...text, misfits: faultsOfText(rule.trigger, text, ourTexts[rule.trigger][language]).map((fault) => worded(fault, reader)) }] : [];
  });
  return { ...rule, firstOnly: rule.trigger === 'before' && rule.firstOnly, texts };
}

const worded = (fault: Fault, reader: Language): string => wordFault(fault, reader);

const templates: readonly ReminderTemplateType[] = (['before', 'weekly'] as const).map((trigger) => ({
  trigger,
  texts: languages.map((language) => ({ language, ...ourTexts[trigger][language], misfits: [] })),
  placeholders: placeholders[trigger],
}));

/** What was entered, as a rule of its kind; what belongs to the other kind is left out. */
export function ruleOf({ trigger, kinds, parts, firstOnly, amount, unit, weekday, at, texts }: ReminderRuleInput): ReminderRule {
  const given: OwnTexts = Object.fromEntries(texts.map(({ language, subject, body }) => [language, { subject: subject.trim(), body: body.replace(/\r\n?/g, '\n').trim() }]));
  const reach = { kinds, parts, texts: given };
  if (trigger === 'weekly') return { trigger, ...reach, weekday: weekday ?? 0, at: at ?? '' };
  return { trigger, ...reach, firstOnly, amount: amount ?? 0, unit: unit ?? 'hours', at: unit === 'days' ? (at ?? null) : null };
}
