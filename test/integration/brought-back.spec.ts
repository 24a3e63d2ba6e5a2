import ical, { type VEvent } from 'node-ical';
import { InvitationsModule, InviteAttendees } from '@app/calendars';
import { CancelSessions, ChangeEnrolment, ReadCohorts, UndoSessionChange } from '@app/cohorts';
import { CancelBooking, ChangeNoticesModule, Occurrences, TellAttendees } from '@app/ledger';
import { DispatchMail, DispatchModule, DispatchNotices } from '@app/messages';
import { type Actor, ChangeWorker, isProblem, type Problem, WakeUps } from '@app/platform';
import { type CohortWorld, openCohortWorld } from '../support/cohort-world.js';
import { SmtpSink } from '../support/smtp-sink.js';

const accepted = <T>(answer: T): Exclude<T, Problem> => {
  if (isProblem(answer)) throw new Error(JSON.stringify(answer));
  return answer as Exclude<T, Problem>;
};

describe('what was cancelled and takes place after all', () => {
  let world: CohortWorld;
  let sink: SmtpSink;
  const tell = async (): Promise<void> => {
    for (const consumer of [InviteAttendees, TellAttendees]) while (await world.test.get(ChangeWorker).portion(world.test.get<InviteAttendees | TellAttendees>(consumer))) await world.test.asOwner('select 1');
  };
  const leave = async (): Promise<void> => {
    await tell();
    await world.test.asOwner(`update message set next_at = app.now() where state = 'due'`);
    while (await world.test.get(DispatchNotices).portion()) await world.test.asOwner('select 1');
    while (await world.test.get(DispatchMail).portion()) await world.test.asOwner('select 1');
  };
  const reachable = async (people: readonly Actor[]): Promise<void> => {
    for (const { personId } of people) await world.test.asOwner(`insert into recipient (person_id, address, language) values ($1, $2, 'fr')`, [personId, `${personId}@example.org`]);
  };
  const subjects = async (who: Actor) => (await Promise.all(sink.mails.filter(({ to }) => to.startsWith(who.personId ?? '-')).map((mail) => sink.read(mail)))).map(({ subject }) => subject?.replace(/ · .*/, ''));
  const first = async (cohortId: string) => {
    const [session] = accepted(await world.test.get(ReadCohorts).sessions(world.marie, cohortId));
    return { cohortId, occurrenceId: session?.id ?? '', expectedVersion: session?.version ?? 0, following: false };
  };
  const cancel = async (cohortId: string) => accepted(await world.test.get(CancelSessions).execute(world.marie, { ...(await first(cohortId)), why: 'strike' })).changeId;
  const undo = async (changeId: string) => accepted(await world.test.get(UndoSessionChange).execute(world.marie, { changeId }));
  const running = async (): Promise<{ cohortId: string; learners: readonly Actor[] }> => {
    const [cohortId, learners] = [await world.cohort(), await world.learners(2)];
    await reachable(learners);
    await world.enrolled(cohortId, learners);
    await world.planned(cohortId, { rule: { count: 2 } });
    await leave();
    sink.mails.length = 0;
    return { cohortId, learners };
  };

  beforeAll(async () => {
    sink = await SmtpSink.open();
    world = await openCohortWorld({ modules: [InvitationsModule, ChangeNoticesModule, DispatchModule], providers: [ChangeWorker, WakeUps], settings: { SMTP_URL: sink.url, MAIL_RATE: 10_000 } });
    await world.test.get(ChangeWorker).subscribe();
  });
  beforeEach(() => world.test.asOwner('delete from notice; delete from message; delete from change_work'));
  afterAll(async () => {
    await world.test.close();
    await sink.down();
  });

  it('is announced once, by mail and by notice, to those who were told of the cancellation', async () => {
    const { cohortId, learners: [ines, ali] } = await running();
    if (!ines || !ali) throw new Error('Nobody.');
    const changeId = await cancel(cohortId);
    await leave();
    await undo(changeId);
    await leave();
    await leave();
    for (const who of [ines, ali]) expect(await subjects(who)).toEqual(['Annulé : Leçon l11 + Leçon l12', 'Aura bien lieu : Leçon l11 + Leçon l12']);
    expect((await sink.read(sink.mails.at(-1))).text).toMatch(/avait été annulé et aura bien lieu le mardi 5 janvier 2027 à 18:00\./);
    const notices = await world.test.asOwner(`select title like 'Aura bien lieu%' as back, count(*)::int from notice group by 1 order by 1`);
    expect(notices).toEqual([{ back: false, count: 2 }, { back: true, count: 2 }]);
  });

  it('is told to nobody where nobody was told: within the time of Undo both are silent', async () => {
    const { cohortId, learners: [ines] } = await running();
    const changeId = await cancel(cohortId);
    await tell();
    await undo(changeId);
    await leave();
    expect(await subjects(ines as Actor)).toEqual([]);
    expect(await world.test.asOwner(`select distinct state from message where type like 'ledger.%'`)).toEqual([{ state: 'withdrawn' }]);
  });

  it('brought back and cancelled again before anybody heard of the return: nothing more is told, and the last return once', async () => {
    const { cohortId, learners: [ines] } = await running();
    const one = await cancel(cohortId);
    await leave();
    await undo(one);
    await tell();
    const two = await cancel(cohortId);
    await leave();
    expect(await subjects(ines as Actor)).toHaveLength(1);
    await undo(two);
    await leave();
    expect((await subjects(ines as Actor)).map((subject) => subject?.split(' :')[0])).toEqual(['Annulé', 'Aura bien lieu']);
    const three = await cancel(cohortId);
    await leave();
    await undo(three);
    await leave();
    expect((await subjects(ines as Actor)).map((subject) => subject?.split(' :')[0])).toEqual(['Annulé', 'Aura bien lieu', 'Annulé', 'Aura bien lieu']);
  });

  it('takes place for those of today: who left meanwhile is neither expected nor written to', async () => {
    const { cohortId, learners: [ines, ali] } = await running();
    const changeId = await cancel(cohortId);
    await leave();
    accepted(await world.test.get(ChangeEnrolment).execute(world.marie, { cohortId, personId: ali?.personId ?? '', expectedVersion: 1, to: 'withdrawn' }));
    await undo(changeId);
    await leave();
    expect([(await subjects(ines as Actor)).length, (await subjects(ali as Actor)).length]).toEqual([2, 1]);
    const { occurrenceId } = await first(cohortId);
    expect(await world.test.asOwner(`select person_id from attendee where occurrence_id = $1 and part = 'learner'`, [occurrenceId])).toEqual([{ person_id: ines?.personId }]);
  });

  it('stands in the agenda as news for who had seen it cancelled', async () => {
    const { cohortId, learners: [ines] } = await running();
    const changeId = await cancel(cohortId);
    await world.test.asOwner('insert into agenda_visit (person_id) values ($1)', [ines?.personId]);
    await undo(changeId);
    const [row] = await world.test.database.as(ines as Actor, (tx) => tx.query<{ read: { changes: object[] } }>(`select app.my_day('en') as read`));
    expect(row?.read.changes).toMatchObject([{ kind: 'back', before: null }]);
  });

  it('comes back into the calendar of who was invited by mail, with the same uid and a higher sequence; who had not been is invited', async () => {
    const [ines] = await world.learners(1);
    const [ali] = await world.learners(1);
    await reachable([ines as Actor, ali as Actor]);
    sink.mails.length = 0;
    const people = (...actors: readonly (Actor | undefined)[]) => actors.map((one) => ({ personId: one?.personId ?? '', part: 'learner' as const }));
    const { occurrenceId } = await world.booked(await world.room(), { startsAt: '2027-03-15T09:00', endsAt: '2027-03-15T12:00', title: 'Entretien', people: people(ines) });
    await leave();
    accepted(await world.move({ occurrenceId, expectedVersion: 1, people: people(ines, ali) }));
    await tell();
    accepted(await world.test.get(CancelBooking).execute(world.marie, { organisationId: world.centre.id, occurrenceId, expectedVersion: 2 }));
    await leave();
    accepted(await world.test.database.as(world.marie, (tx) => world.test.get(Occurrences).reinstate(tx, world.centre.id, [{ id: occurrenceId, expectedVersion: 3, things: [], people: people(ines, ali) }])));
    await leave();
    const read = async (who: Actor | undefined) =>
      sink.mails
        .filter(({ to }) => to.startsWith(who?.personId ?? '-'))
        .map(({ raw }) => calendarIn(raw))
        .map((content) => ({ method: /METHOD:(\w+)/.exec(content)?.[1], event: Object.values(ical.sync.parseICS(content)).find((part): part is VEvent => part?.type === 'VEVENT') }));
    const seen = await read(ines);
    expect(seen.map(({ method }) => method)).toEqual(['REQUEST', 'CANCEL', 'REQUEST']);
    expect(new Set(seen.map(({ event }) => event?.uid)).size).toBe(1);
    const sequences = seen.map(({ event }) => Number(event?.sequence));
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
    expect(new Set(sequences).size).toBe(3);
    // Ali heard of the cancellation before his invitation had left: the return tells him, and the invitation follows.
    expect((await read(ali)).map(({ method }) => method).filter(Boolean)).toEqual(['REQUEST']);
  });
});

/** The text/calendar part of a mail, decoded; empty where there is none. */
function calendarIn(raw: string): string {
  const [part = '', body = ''] = /content-type: text\/calendar[^\n]*\r\n(?:[^\r\n]+\r\n)*\r\n([\s\S]*?)\r\n--/i.exec(raw) ?? [];
  if (/content-transfer-encoding: base64/i.test(part)) return Buffer.from(body, 'base64').toString();
  return body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
