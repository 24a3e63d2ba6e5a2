import ical, { type VEvent } from 'node-ical';
import { InvitationsModule, InviteAttendees } from '@app/calendars';
import { CancelBooking, ChangeNoticesModule, TellAttendees } from '@app/ledger';
import { DispatchMail, DispatchModule } from '@app/messages';
import { type Actor, ChangeWorker, isProblem, WakeUps } from '@app/platform';
import { type LedgerWorld, openLedgerWorld } from '../support/ledger-world.js';
import { SmtpSink } from '../support/smtp-sink.js';

const MONDAY = { startsAt: '2027-03-15T09:00', endsAt: '2027-03-15T12:00' };
const TUESDAY = { startsAt: '2027-03-16T13:00', endsAt: '2027-03-16T16:00' };

/** The text/calendar part of a mail, decoded. */
function calendarIn(raw: string): string {
  const [part = '', body = ''] = /content-type: text\/calendar[^\n]*\r\n(?:[^\r\n]+\r\n)*\r\n([\s\S]*?)\r\n--/i.exec(raw) ?? [];
  if (/content-transfer-encoding: base64/i.test(part)) return Buffer.from(body, 'base64').toString();
  return body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

describe('invitations by mail', () => {
  let world: LedgerWorld;
  let sink: SmtpSink;
  let ines: Actor;
  const settle = async (): Promise<void> => {
    for (const consumer of [InviteAttendees, TellAttendees]) while (await world.test.get(ChangeWorker).portion(world.test.get<InviteAttendees | TellAttendees>(consumer))) await world.test.asOwner('select 1');
    await world.test.asOwner(`update message set next_at = app.now() where state = 'due'`);
    while (await world.test.get(DispatchMail).portion()) await world.test.asOwner('select 1');
  };
  const reachable = async (): Promise<Actor> => {
    const actor = await world.make.actor({ organisation: world.centre, roles: ['learner'], givenName: 'Inès' });
    await world.test.asOwner(`insert into recipient (person_id, address, language) values ($1, $2, 'fr')`, [actor.personId, `${actor.personId}@example.org`]);
    return actor;
  };
  const people = (...actors: readonly Actor[]) => actors.map((one) => ({ personId: one.personId ?? '', part: 'learner' as const }));
  /** What came for a person, as a calendar program takes it. */
  const received = async (actor = ines) => {
    const mails = sink.mails.filter((mail) => mail.to.startsWith(actor.personId ?? '-'));
    return Promise.all(
      mails.map(async (mail) => {
        const content = calendarIn(mail.raw);
        const event = Object.values(ical.sync.parseICS(content)).find((part): part is VEvent => part?.type === 'VEVENT');
        return { subject: (await sink.read(mail)).subject, method: /METHOD:(\w+)/.exec(content)?.[1], uid: event?.uid, sequence: event ? Number(event.sequence) : undefined, start: event?.start.toISOString(), raw: mail.raw, content };
      }),
    );
  };

  beforeAll(async () => {
    sink = await SmtpSink.open();
    world = await openLedgerWorld({ modules: [InvitationsModule, ChangeNoticesModule, DispatchModule], providers: [ChangeWorker, WakeUps], settings: { SMTP_URL: sink.url, MAIL_RATE: 10_000 } });
    await world.test.get(ChangeWorker).subscribe();
  });
  beforeEach(async () => {
    await world.test.asOwner('delete from message; delete from change_work');
    sink.mails.length = 0;
    ines = await reachable();
  });
  afterAll(async () => {
    await world.test.close();
    await sink.down();
  });

  it('row 74, capability 11, defect 3: invites, follows a move with the same uid and a higher sequence, and ends with CANCEL', async () => {
    const { occurrenceId } = await world.booked(await world.room(), { ...MONDAY, title: 'Entretien', people: people(ines) });
    await settle();
    const moved = await world.move({ occurrenceId, expectedVersion: 1, ...TUESDAY });
    expect(isProblem(moved)).toBe(false);
    await settle();
    await world.test.get(CancelBooking).execute(world.marie, { organisationId: world.centre.id, occurrenceId, expectedVersion: 2 });
    await settle();
    const mails = await received();
    expect(mails.map(({ subject, method, start }) => [subject, method, start])).toEqual([
      ['Invitation : Entretien', 'REQUEST', '2027-03-15T08:00:00.000Z'],
      ['Nouvelle heure : Entretien', 'REQUEST', '2027-03-16T12:00:00.000Z'],
      ['Annulé : Entretien', 'CANCEL', '2027-03-16T12:00:00.000Z'],
    ]);
    expect(new Set(mails.map(({ uid }) => uid)).size).toBe(1);
    expect(mails.map(({ sequence }) => sequence)).toEqual([0, 1, 2]);
    const unfolded = mails[0]?.content.replace(/\r\n /g, '') ?? '';
    expect(unfolded).toMatch(/ORGANIZER;CN="Centre":mailto:/);
    expect(unfolded).toContain(`mailto:${ines.personId}@example.org`);
    expect(unfolded).not.toContain('DTSTAMP:20270315');
    expect(mails[0]?.raw).toMatch(/method=REQUEST/i);
    expect(mails[0]?.raw).toMatch(/invite\.ics/);
  });

  it('a CANCEL that the server put off is in the mail that it takes', async () => {
    const { occurrenceId } = await world.booked(await world.room(), { ...MONDAY, title: 'Entretien', people: people(ines) });
    await settle();
    await world.test.get(CancelBooking).execute(world.marie, { organisationId: world.centre.id, occurrenceId, expectedVersion: 1 });
    sink.modeOf.set(`${ines.personId}@example.org`, '450');
    await settle();
    sink.modeOf.clear();
    await settle();
    expect((await received()).map(({ method }) => method)).toEqual(['REQUEST', 'CANCEL']);
  });

  it('who subscribes gets no invitation beside it, nor anything for the calendar in notices of change', async () => {
    await world.test.asOwner(`insert into calendar_feed (person_id, kind, language, token_hash) values ($1, 'person', 'fr', sha256(convert_to($2, 'UTF8')))`, [ines.personId, String(ines.personId)]);
    const { occurrenceId } = await world.booked(await world.room(), { ...MONDAY, title: 'Entretien', people: people(ines) });
    await settle();
    expect(await received()).toEqual([]);
    await world.move({ occurrenceId, expectedVersion: 1, ...TUESDAY });
    await settle();
    expect((await received()).map(({ subject, method }) => [subject, method])).toEqual([['Nouvelle heure : Entretien', undefined]]);
  });

  it('a change that stands in a calendar by mail leaves alone, with its entry, beside the letter that tells of several others', async () => {
    const invited = [await world.booked(await world.room(), { ...MONDAY, title: 'Entretien', people: people(ines) })];
    await settle();
    await world.test.asOwner(`insert into calendar_feed (person_id, kind, language, token_hash) values ($1, 'person', 'fr', sha256(convert_to($2, 'UTF8')))`, [ines.personId, String(ines.personId)]);
    const dates = ['2027-03-17', '2027-03-18'];
    for (const day of dates) invited.push(await world.booked(await world.room(), { startsAt: `${day}T09:00`, endsAt: `${day}T12:00`, title: `Atelier ${day}`, people: people(ines) }));
    await settle();
    for (const [index, { occurrenceId }] of invited.entries()) {
      const day = ['2027-03-15', ...dates][index];
      expect(isProblem(await world.move({ occurrenceId, expectedVersion: 1, startsAt: `${day}T13:00`, endsAt: `${day}T16:00` }))).toBe(false);
    }
    await settle();
    await settle();
    expect((await received()).map(({ subject, method }) => [subject, method])).toEqual([
      ['Invitation : Entretien', 'REQUEST'],
      ['Nouvelle heure : Entretien', 'REQUEST'],
      ['2 changements dans votre agenda', undefined],
    ]);
  });

  it('who is taken off hears CANCEL once; sessions of a series come without invitation', async () => {
    const ali = await reachable();
    const { occurrenceId } = await world.booked(await world.room(), { ...MONDAY, title: 'Entretien', people: people(ines, ali) });
    await settle();
    await world.move({ occurrenceId, expectedVersion: 1, people: people(ali) });
    await settle();
    await settle();
    expect((await received()).map(({ method }) => method)).toEqual(['REQUEST', 'CANCEL']);
    const series = await world.booked(await world.room(), { ...TUESDAY, title: 'Série', people: people(ali) });
    await world.test.asOwner(`update occurrence set series_id = gen_random_uuid() where id = $1`, [series.occurrenceId]);
    await settle();
    expect((await received(ali)).map(({ subject }) => subject)).toEqual(['Invitation : Entretien']);
  });
});
