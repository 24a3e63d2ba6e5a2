import { Injectable } from '@nestjs/common';
import { type Actor, addDays, Database, InvalidInput, type Language, type NotAllowed, type NotFound, Settings, type Tx, wallTimeAt, weekday } from '@app/platform';
import { refusal } from '@app/identity';
import { ourTexts } from '../domain/reminder.texts.js';
import { mayRuleReminders } from '../domain/reminder.policy.js';
import { type ReminderRule } from '../domain/rule.js';
import { faultsOfText, fillText, type ReminderText, type TextValues } from '../domain/text.js';
import { weekText } from '../domain/week-text.js';
import { sampleWords, wordsBefore, wordsOfWeek } from '../domain/words.js';
import { type Example, ReminderReads } from '../persistence/reminder.reads.js';

export interface PreviewReminderInput {
  readonly organisationId: string;
  readonly scopeId: string | null;
  readonly rule: Pick<ReminderRule, 'trigger' | 'kinds' | 'parts'> & { readonly firstOnly: boolean };
  readonly language: Language;
  /** A draft; ours where left out. */
  readonly text: ReminderText | null;
}

export interface ReminderPreview extends ReminderText {
  /** Who would be the next to get it; null where nobody would and the values are made up. */
  readonly personName: string | null;
}

const NOW = 'select app.now() as now, zone from organisation where id = $1';

/** What the next real learner would get by a rule, with a text that need not be saved yet. */
@Injectable()
export class PreviewReminder {
  constructor(
    private readonly database: Database,
    private readonly reads: ReminderReads,
    private readonly settings: Settings,
  ) {}

  execute(actor: Actor, input: PreviewReminderInput): Promise<ReminderPreview | NotAllowed | NotFound | InvalidInput> {
    return this.database.as<ReminderPreview | NotAllowed | NotFound | InvalidInput>(actor, async (tx) => {
      const { organisationId, rule, language } = input;
      const refused = refusal(actor, organisationId, { granted: mayRuleReminders(actor, organisationId), action: 'reminders.read' });
      if (refused) return refused;
      const ours = ourTexts[rule.trigger][language];
      const faults = input.text ? faultsOfText(rule.trigger, input.text, ours) : [];
      if (faults.length > 0) return new InvalidInput(faults);
      const { values, personName } = await this.example(tx, input);
      return { ...fillText(input.text ?? ours, values), personName };
    });
  }

  private async example(tx: Tx, input: PreviewReminderInput): Promise<{ readonly values: TextValues; readonly personName: string | null }> {
    const { organisationId, scopeId, rule, language } = input;
    const found = await this.reads.example(tx, organisationId, { ...rule, scopeId, from: rule.trigger === 'weekly' ? await this.nextMonday(tx, organisationId) : null });
    const values = found && (await this.wordsFor(tx, input, found));
    if (values) return { values, personName: found.personName };
    const { organisation } = await this.reads.reader(tx, organisationId, tx.actor.personId ?? '');
    return { values: sampleWords(rule.trigger, language, { organisation, link: this.link }), personName: null };
  }

  private get link(): string {
    return `${this.settings.publicUrl}/agenda`;
  }

  private async wordsFor(tx: Tx, { organisationId, rule, language }: PreviewReminderInput, { personId, occurrenceId, monday }: Example): Promise<TextValues | undefined> {
    if (rule.trigger === 'before') {
      const card = await this.reads.card(tx, occurrenceId, personId, language);
      return card && wordsBefore(card, { name: card.name, organisation: card.organisation, link: this.link }, language);
    }
    const items = await this.reads.week(tx, { organisationId, personId, language }, monday);
    const reader = await this.reads.reader(tx, organisationId, personId);
    return wordsOfWeek({ monday, count: items.length, items: weekText(items, language) }, { ...reader, link: this.link }, language);
  }

  private async nextMonday(tx: Tx, organisationId: string): Promise<string | null> {
    const [row] = await tx.query<{ now: Date; zone: string }>(NOW, [organisationId]);
    if (!row) return null;
    const today = wallTimeAt(row.now, row.zone).date;
    return addDays(today, 8 - weekday(today));
  }
}
