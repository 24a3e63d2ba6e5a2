import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type MessageTexts, type MessageToLoad, MessageTypes, type MessageValues } from '@app/messages';
import { type Language, Settings, type Tx } from '@app/platform';
import { ourTexts } from '../domain/reminder.texts.js';
import { type ReminderRule, textOf } from '../domain/rule.js';
import { ruleBehind, rulesFor, weeklyBehind } from '../domain/rules-for.js';
import { fillText, type ReminderText, type ReminderTrigger, type TextValues } from '../domain/text.js';
import { weekText } from '../domain/week-text.js';
import { sampleWords, wordsBefore, wordsOfWeek } from '../domain/words.js';
import { RuleStore } from '../persistence/rule.store.js';
import { ReminderTruth } from './reminder-truth.js';
import { readTest } from './test-rule.js';

export const REMINDER = 'reminders.before';
export const WEEK_AHEAD = 'reminders.week-ahead';

/** A reminder is worded by its rule, whose text may be the centre's: what messages get is the finished text. */
const asWritten = { subject: '{subject}', body: '{body}' };
const texts: MessageTexts = { fr: asWritten, nl: asWritten, de: asWritten, en: asWritten };
const sampleOf = (trigger: ReminderTrigger) => (language: Language): MessageValues => finished(ourTexts[trigger][language], sampleWords(trigger, language));
const finished = (text: ReminderText, values: TextValues): MessageValues => ({ ...fillText(text, values), link: values['link'] ?? '' });

/** What reminders say, from the truth of the moment in which they leave; what is not true any more is withdrawn. */
@Injectable()
export class ReminderMessages implements OnModuleInit {
  constructor(
    private readonly types: MessageTypes,
    private readonly truth: ReminderTruth,
    private readonly rules: RuleStore,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.types.register(
      { type: REMINDER, texts, sample: sampleOf('before'), optional: true, load: (tx, message) => this.reminder(tx, message) },
      { type: WEEK_AHEAD, texts, sample: sampleOf('weekly'), optional: true, load: (tx, message) => this.week(tx, message) },
    );
  }

  private get link(): string {
    return `${this.settings.publicUrl}/agenda`;
  }

  private async reminder(tx: Tx, message: MessageToLoad): Promise<MessageValues | undefined> {
    const { language, rule = '' } = message;
    if (readTest(rule)) return this.test(tx, message, 'before');
    const card = await this.truth.card(tx, message);
    if (!card) return undefined;
    const set = rulesFor(card.scopeId, await this.setsOf(tx, message, [card.scopeId]));
    const isFirst = set.some((one) => one.trigger === 'before' && one.firstOnly && one.texts[language]) && (await this.truth.isFirst(tx, message.subject.id));
    const behind = ruleBehind(set, rule, { ...card, isFirst }, language) ?? { trigger: 'before', texts: {} };
    return finished(textOf(behind, language), wordsBefore(card, { name: card.name, organisation: card.organisation, link: this.link }, language));
  }

  private async week(tx: Tx, message: MessageToLoad): Promise<MessageValues | undefined> {
    const { language, rule = '' } = message;
    if (readTest(rule)) return this.test(tx, message, 'weekly');
    const monday = rule.slice('week:'.length);
    const items = await this.truth.week(tx, message, monday);
    const scopes = [...new Set(items.map(({ scopeId }) => scopeId))];
    const weekly = weeklyBehind(scopes, await this.setsOf(tx, message, scopes));
    if (!weekly) return undefined;
    const reader = await this.truth.reader(tx, message);
    return finished(textOf(weekly, language), wordsOfWeek({ monday, count: items.length, items: weekText(items, language) }, { ...reader, link: this.link }, language));
  }

  /** With made-up values, so that it can be tried out before anything is planned. */
  private async test(tx: Tx, message: MessageToLoad, trigger: ReminderTrigger): Promise<MessageValues | undefined> {
    const { scopeId = null, position = 0, language = message.language } = readTest(message.rule ?? '') ?? {};
    const rule = rulesFor(scopeId, await this.setsOf(tx, message, [scopeId]))[position];
    const { name, organisation } = await this.truth.reader(tx, message);
    return finished(textOf(rule?.trigger === trigger ? rule : { trigger, texts: {} }, language), sampleWords(trigger, language, { name, organisation, link: this.link }));
  }

  private setsOf(tx: Tx, { organisationId = '' }: MessageToLoad, scopeIds: readonly (string | null)[]): Promise<readonly { readonly scopeId: string | null; readonly rules: readonly ReminderRule[] }[]> {
    return this.rules.sets(tx, organisationId, scopeIds.filter((scopeId) => scopeId !== null));
  }
}
