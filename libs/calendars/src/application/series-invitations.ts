import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type MessageToLoad, MessageTypes, type MessageValues } from '@app/messages';
import { dateFormat, type Language, Settings, type Tx, wallTimeAt } from '@app/platform';
import { writeCalendar } from '../domain/icalendar.js';
import { seriesTexts } from '../domain/series.texts.js';
import { instanceEvent, localDay, strandEvents, type StrandFrame, strandGone, strandUid } from '../domain/strand-calendar.js';
import { type StrandPlan, strandsOf } from '../domain/strands.js';
import { type SeriesHead, type SessionRow, type StrandKey, StrandStore } from '../persistence/strand.store.js';

export const SERIES = 'calendars.series';

const link = 'https://example.org/agenda';
const sample = { how: 'first', title: 'Web Dev Mons 4', organisation: 'MIC', time: '18:00', items: '24.11. 18:00–21:00  JavaScript 3\n26.11. 18:00–21:00  JavaScript 4', link };

/** "18:00 3": the strand, and how many mails told of it before. */
export const seriesRule = ({ strand, sequence }: Pick<StrandPlan, 'strand' | 'sequence'>): string => `${strand} ${sequence}`;

interface Told {
  readonly head: SeriesHead;
  readonly key: StrandKey;
  readonly plan: StrandPlan;
  readonly message: MessageToLoad;
}

/** Mails that put a whole series into a calendar as one recurring event (RFC 5546), from the truth of the moment in which they leave. */
@Injectable()
export class SeriesInvitations implements OnModuleInit {
  constructor(
    private readonly types: MessageTypes,
    private readonly store: StrandStore,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.types.register({ type: SERIES, texts: seriesTexts, sample, load: (tx, message) => this.load(tx, message) });
  }

  /** One session that was moved or cancelled: alone, because Outlook takes no recurring event together with the change of one of its sessions. */
  async instance(tx: Tx, message: MessageToLoad, { seriesId, strand, slot }: { readonly seriesId: string; readonly strand: string; readonly slot: Date }, method: 'REQUEST' | 'CANCEL'): Promise<string | undefined> {
    const head = await this.store.head(tx, seriesId);
    const [row] = await this.store.sessions(tx, [message.subject.id], message.language);
    if (!head || !row) return undefined;
    const key = { organisationId: head.organisationId, seriesId, strand, personId: message.personId };
    const frame = await this.frame(tx, { head, key, message }, await this.store.next(tx, key, 'invited', message.messageId), row.title);
    const event = instanceEvent(frame, { ...row, slot: slot.getTime() });
    return writeCalendar({ method, events: [method === 'CANCEL' ? { ...event, status: 'CANCELLED' } : event] });
  }

  /** What came back was left out of the rule: the recurring event is told whole. */
  async whole(tx: Tx, message: MessageToLoad, seriesId: string, strand: string): Promise<string | undefined> {
    const told = await this.plan(tx, message, seriesId, strand);
    return told && told.plan.sessions.length > 0 ? (await this.request(tx, told)).calendar : undefined;
  }

  private async load(tx: Tx, message: MessageToLoad): Promise<MessageValues | undefined> {
    const strand = (message.rule ?? '').split(' ')[0] ?? '';
    const told = message.address ? await this.plan(tx, message, message.subject.id, strand) : undefined;
    if (!told) return undefined;
    // Handed over a second time it says the same again.
    const isAgain = (await this.store.toldBy(tx, told.key)) === message.messageId;
    if (!told.plan.isNews && !isAgain) return undefined;
    return told.plan.sessions.length === 0 ? this.gone(tx, told) : this.invite(tx, told, isAgain ? 1 : 0);
  }

  /** `before` is how many mails of the strand are this very one. */
  private async invite(tx: Tx, told: Told, before: number): Promise<MessageValues> {
    const { plan, head, message } = told;
    const { rows, calendar } = await this.request(tx, told);
    const items = rows.filter(({ from }) => from * 1_000 > head.now.getTime()).map((row) => lineOf(row, message.language));
    return { ...this.values(told, plan.isInvited && plan.sequence > before ? 'changed' : 'first', titleOf(head, rows)), items: items.join('\n'), calendar };
  }

  private async plan(tx: Tx, message: MessageToLoad, seriesId: string, strand: string): Promise<Told | undefined> {
    const head = await this.store.head(tx, seriesId);
    const [person] = await this.store.people(tx, seriesId, message.personId);
    const plan = head && person && strandsOf(person.sessions, person.states, localDay(head.zone)).find((one) => one.strand === strand);
    if (!head || !plan || (!plan.isInvited && (head.title === null || person.hasLiveFeed))) return undefined;
    return { head, plan, message, key: { organisationId: head.organisationId, seriesId, strand, personId: message.personId } };
  }

  private async request(tx: Tx, told: Told): Promise<{ readonly rows: readonly SessionRow[]; readonly calendar: string }> {
    const { plan, key, head, message } = told;
    const rows = await this.store.sessions(tx, plan.sessions.map(({ id }) => id), message.language);
    const frame = await this.frame(tx, told, await this.store.next(tx, key, 'invited', message.messageId), titleOf(head, rows));
    await this.store.stand(tx, key, plan.sessions, message.messageId);
    const slots = new Map(plan.sessions.map(({ id, slot }) => [id, slot]));
    return { rows, calendar: writeCalendar({ method: 'REQUEST', events: strandEvents(frame, rows.map((row) => ({ ...row, slot: slots.get(row.id) ?? row.from * 1_000 }))) }) };
  }

  private async gone(tx: Tx, told: Told): Promise<MessageValues> {
    const { key, head, message } = told;
    const title = titleOf(head, []);
    const frame = await this.frame(tx, told, await this.store.next(tx, key, 'withdrawn', message.messageId), title);
    await this.store.stand(tx, key, [], message.messageId);
    const now = head.now.getTime();
    return { ...this.values(told, 'over', title), items: '', calendar: writeCalendar({ method: 'CANCEL', events: [strandGone(frame, { from: now, to: now, stamp: now })] }) };
  }

  private values({ head, key }: Told, how: 'first' | 'changed' | 'over', title: string) {
    return { how, title, organisation: head.organisation, time: key.strand.slice(0, 5), zone: head.zone, link: `${this.settings.publicUrl}/agenda` };
  }

  private async frame(tx: Tx, { head, key, message }: Omit<Told, 'plan'>, sequence: number, title: string): Promise<StrandFrame> {
    const { address = '', language } = message;
    const name = await this.store.nameOf(tx, key.organisationId, key.personId);
    const parties = { organiser: { name: head.organisation, address: this.settings.MAIL_FROM }, attendee: { name: name || address, address } };
    return { uid: strandUid(key.seriesId, key.strand), sequence, title, zone: head.zone, language, ...parties };
  }
}

/** What the scope is called; once its series are not sent any more, what its first session is called. */
const titleOf = ({ title, organisation }: SeriesHead, rows: readonly SessionRow[]): string => title ?? (rows[0]?.title || organisation);

/** "Tuesday 24 November, 18:00–21:00  JavaScript 3" */
function lineOf({ from, to, zone, title }: SessionRow, language: Language): string {
  const [start, end] = [new Date(from * 1_000), new Date(to * 1_000)];
  const day = dateFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone }).format(start);
  return `${day}, ${wallTimeAt(start, zone).time}–${wallTimeAt(end, zone).time}  ${title}`.trimEnd();
}
