import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SessionInvitations } from '@app/ledger';
import { type MessageToLoad, MessageTypes, type MessageValues } from '@app/messages';
import { Settings, type Tx } from '@app/platform';
import { calendarEvent } from '../domain/feed-events.js';
import { writeCalendar } from '../domain/icalendar.js';
import { invitationTexts, withdrawnTexts } from '../domain/invitation.texts.js';
import { type InvitationRow, InvitationStore } from '../persistence/invitation.store.js';
import { SeriesInvitations } from './series-invitations.js';

export const INVITATION = 'calendars.invitation';
export const WITHDRAWN = 'calendars.withdrawn';

const sample = { title: 'Entretien', organisation: 'MIC', start: new Date('2026-11-24T12:00:00Z'), zone: 'Europe/Brussels', link: 'https://example.org/agenda' };

/** What mails put into calendars (RFC 5546), from the truth of the moment in which they leave. */
@Injectable()
export class Invitations extends SessionInvitations implements OnModuleInit {
  constructor(
    private readonly types: MessageTypes,
    private readonly store: InvitationStore,
    private readonly series: SeriesInvitations,
    private readonly settings: Settings,
  ) {
    super();
  }

  onModuleInit(): void {
    this.types.register(
      { type: INVITATION, texts: invitationTexts, sample, load: (tx, message) => this.invitation(tx, message) },
      { type: WITHDRAWN, texts: withdrawnTexts, sample, load: (tx, message) => this.withdrawn(tx, message) },
    );
  }

  /** The part of a notice of change that whoever was invited needs; nobody else gets one. */
  async follow(tx: Tx, message: MessageToLoad): Promise<string | undefined> {
    const row = await this.store.row(tx, message.subject.id, message.personId, message.language);
    if (!row || !message.address || !(row.isInvited || row.toldBy === message.messageId)) return undefined;
    const isOver = row.state === 'cancelled' || !row.isExpected;
    await this.store.note(tx, message, isOver ? 'withdrawn' : 'invited');
    const method = isOver ? 'CANCEL' : 'REQUEST';
    return row.part ? this.series.instance(tx, message, { ...row.part, slot: new Date(row.part.slot) }, method) : this.write(row, message, method);
  }

  async again(tx: Tx, message: MessageToLoad): Promise<string | undefined> {
    const row = await this.store.row(tx, message.subject.id, message.personId, message.language);
    if (!row || !message.address || !mayHaveItBack(row, message)) return undefined;
    await this.store.note(tx, message, 'invited');
    return row.part ? this.series.whole(tx, message, row.part.seriesId, row.part.strand) : this.write(row, message, 'REQUEST');
  }

  among(tx: Tx, messages: readonly MessageToLoad[]): Promise<ReadonlySet<string>> {
    return this.store.among(tx, messages);
  }

  private async invitation(tx: Tx, message: MessageToLoad): Promise<MessageValues | undefined> {
    const row = await this.store.row(tx, message.subject.id, message.personId, message.language);
    if (!row || !message.address || row.state !== 'planned' || !row.isExpected || row.hasLiveFeed) return undefined;
    await this.store.note(tx, message, 'invited');
    return this.values(row, this.write(row, message, 'REQUEST'));
  }

  private async withdrawn(tx: Tx, message: MessageToLoad): Promise<MessageValues | undefined> {
    const row = await this.store.row(tx, message.subject.id, message.personId, message.language);
    if (!row || !message.address || row.isExpected) return undefined;
    await this.store.note(tx, message, 'withdrawn');
    return this.values(row, this.write(row, message, 'CANCEL'));
  }

  private values(row: InvitationRow, calendar: string): MessageValues {
    return { title: row.title || '…', organisation: row.organisation, start: new Date(row.from * 1_000), zone: row.zone, link: `${this.settings.publicUrl}/agenda`, calendar };
  }

  private write(row: InvitationRow, { language, address = '' }: MessageToLoad, method: 'REQUEST' | 'CANCEL'): string {
    const event = { ...calendarEvent(row, language), organiser: { name: row.organisation, address: this.settings.MAIL_FROM }, attendee: { name: row.personName || address, address } };
    return writeCalendar({ method, events: [method === 'CANCEL' ? { ...event, status: 'CANCELLED' } : event] });
  }
}

/** It was in the calendar and is not now; or it is by this very message, which is handed over a second time. */
const mayHaveItBack = (row: InvitationRow, { messageId }: MessageToLoad): boolean =>
  row.state === 'planned' && row.isExpected && !row.hasLiveFeed && row.wasInvited && (!row.isInvited || row.toldBy === messageId);
