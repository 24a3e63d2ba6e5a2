import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type MessageToLoad, MessageTypes, type MessageValues } from '@app/messages';
import { type Language, resolveWallTime, Settings, type Tx } from '@app/platform';
import { type BeforeRule, type Notes, type ReminderRule, ruleKey } from '../domain/rule.js';
import { reminderTexts, weekAheadTexts } from '../domain/reminder.texts.js';
import { rulesFor } from '../domain/rules-for.js';
import { weekText } from '../domain/week-text.js';
import { type ReminderCard } from '../persistence/reminder.reads.js';
import { RuleStore } from '../persistence/rule.store.js';
import { ReminderTruth } from './reminder-truth.js';

export const REMINDER = 'reminders.before';
export const WEEK_AHEAD = 'reminders.week-ahead';
/** Rules of this kind ask for a sample: nobody's session, only how it looks. */
export const TEST_RULE = 'test:';

const NONE = 'none';
const zone = 'Europe/Brussels';
const sample = { title: 'JavaScript 3', start: new Date('2026-11-24T12:00:00Z'), place: 'Mons, Lab 2', bring: NONE, join: NONE, note: NONE, zone, link: 'https://example.org/agenda' };
const sampleItems = 'Lun. 30.11.\n09:00–12:00  JavaScript 3 · Lab 2\n13:00–16:00  Python 1 · Lab 1';
const sampleWeek = { monday: new Date('2026-11-30T11:00:00Z'), count: 2, organisation: 'MIC', items: sampleItems, note: NONE, zone, link: 'https://example.org/agenda' };

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
      { type: REMINDER, texts: reminderTexts, sample, optional: true, load: (tx, message) => this.reminder(tx, message) },
      { type: WEEK_AHEAD, texts: weekAheadTexts, sample: sampleWeek, optional: true, load: (tx, message) => this.week(tx, message) },
    );
  }

  private get link(): string {
    return `${this.settings.publicUrl}/agenda`;
  }

  private async reminder(tx: Tx, message: MessageToLoad): Promise<MessageValues | undefined> {
    const { language, rule = '' } = message;
    if (rule.startsWith(TEST_RULE)) return { ...sample, note: noteOf(await this.setOf(tx, message, null), rule.slice(TEST_RULE.length), language), link: this.link };
    const card = await this.truth.card(tx, message);
    if (!card) return undefined;
    return { ...wordsOf(card), note: noteOf(await this.setOf(tx, message, card.scopeId), rule, language), link: this.link };
  }

  private async week(tx: Tx, message: MessageToLoad): Promise<MessageValues | undefined> {
    const { organisationName: organisation = 'Tremplin', language, rule = '' } = message;
    const set = await this.setOf(tx, message, null);
    const weekly = set.find((each) => each.trigger === 'weekly');
    const note = weekly?.notes[language] ?? NONE;
    if (rule.startsWith(TEST_RULE)) return { ...sampleWeek, organisation, note, link: this.link };
    const monday = rule.slice('week:'.length);
    const items = await this.truth.week(tx, message, monday);
    if (!weekly || items.length === 0) return undefined;
    return { monday: resolveWallTime({ date: monday, time: '12:00', zone }).instant, count: items.length, organisation, items: weekText(items, language), note, zone, link: this.link };
  }

  private async setOf(tx: Tx, { organisationId = '' }: MessageToLoad, scopeId: string | null): Promise<readonly ReminderRule[]> {
    return rulesFor(scopeId, await this.rules.sets(tx, organisationId, scopeId ? [scopeId] : []));
  }
}

function wordsOf({ title, startsAt, zone, place, where, bring, link }: ReminderCard): MessageValues {
  return { title: title ?? '…', start: startsAt, zone, place: [place, where].filter(Boolean).join(', ') || NONE, bring: bring ?? NONE, join: link ?? NONE };
}

/** The centre's own sentence of the rule that asked for the reminder. */
function noteOf(rules: readonly ReminderRule[], key: string, language: Language): string {
  const rule = rules.find((each): each is BeforeRule => each.trigger === 'before' && ruleKey(each) === key && hasNote(each.notes, language));
  return rule?.notes[language] ?? NONE;
}

const hasNote = (notes: Notes, language: Language): boolean => Boolean(notes[language]);
