import { Injectable } from '@nestjs/common';
import { type MessageToLoad } from '@app/messages';
import { type Tx } from '@app/platform';
import { type Reader, type ReminderCard, ReminderReads, type WeekItem } from '../persistence/reminder.reads.js';
import { ReminderExcuses } from './reminder-excuses.js';

/** What is true of somebody's agenda in the moment in which a reminder leaves; nothing of what he said to miss. */
@Injectable()
export class ReminderTruth {
  constructor(
    private readonly reads: ReminderReads,
    private readonly excuses: ReminderExcuses,
  ) {}

  /** What a reminder is about; undefined where it would tell what is not true any more, or is not needed. */
  async card(tx: Tx, { organisationId = '', subject, personId, language }: MessageToLoad): Promise<ReminderCard | undefined> {
    const card = await this.reads.card(tx, subject.id, personId, language);
    if (!card || !isStillWanted(card, subject.timingVersion)) return undefined;
    const away = await this.excuses.of(tx, organisationId, [subject.id]);
    return away.some((one) => one.personId === personId) ? undefined : card;
  }

  /** What stands in the week that begins on a Monday. */
  async week(tx: Tx, { organisationId = '', personId, language }: MessageToLoad, monday: string): Promise<readonly WeekItem[]> {
    const planned = await this.reads.week(tx, { organisationId, personId, language }, monday);
    const away = await this.excuses.of(tx, organisationId, planned.map((item) => item.id));
    return planned.filter((item) => !away.some((one) => one.personId === personId && one.occurrenceId === item.id));
  }

  /** Whether it is the first of its cohort or series. */
  isFirst(tx: Tx, occurrenceId: string): Promise<boolean> {
    return this.reads.isFirst(tx, occurrenceId);
  }

  reader(tx: Tx, { organisationId = '', personId }: MessageToLoad): Promise<Reader> {
    return this.reads.reader(tx, organisationId, personId);
  }
}

/** Of another timing version, cancelled or begun: it would tell what is not true any more. */
const isStillWanted = (card: ReminderCard, timingVersion: number | undefined): boolean =>
  card.state === 'planned' && card.timingVersion === timingVersion && card.startsAt > card.now;
