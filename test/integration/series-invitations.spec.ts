import ical from 'node-ical';
import { InvitationsModule, InviteAttendees, InviteToSeries } from '@app/calendars';
import { CancelSessions, ChangeEnrolment, ChooseInvitations, MoveSessions, ReadCohorts, Substitute, UndoSessionChange, UpdateCohort } from '@app/cohorts';
import { ChangeNoticesModule, TellAttendees } from '@app/ledger';
import { DispatchMail, DispatchModule } from '@app/messages';
import { type Actor, type ChangeConsumer, ChangeWorker, isProblem, type Problem, WakeUps } from '@app/platform';
import { CalendarProgram } from '../support/calendar-program.js';
import { type CohortWorld, openCohortWorld } from '../support/cohort-world.js';
import { calendarIn } from '../support/mail-parts.js';
import { hasPythonCalendar, readByPython, unlessPython } from '../support/python-calendar.js';
import { SmtpSink } from '../support/smtp-sink.js';

const accepted = <T>(answer: T): Exclude<T, Problem> => {
  if (isProblem(answer)) throw new Error(JSON.stringify(answer));
  return answer as Exclude<T, Problem>;
};
/** Tuesdays and Thursdays in the evening, over both changes of the clocks' season. */
const EVENINGS = { slots: [2, 4].map((weekday) => ({ weekday, startsAt: '18:00', endsAt: '21:00' })), from: '2027-03-16', count: 6 };

describe('series as invitations by mail', () => {
  let world: CohortWorld;
  let sink: SmtpSink;
  let program: CalendarProgram;
  /** Every invitation that Inès got, the oldest first. */
  let taken: string[];
  let ines: Actor;
  let cohortId: string;

  const follow = async (): Promise<void> => {
    const consumers: ChangeConsumer[] = [world.test.get(InviteToSeries), world.test.get(InviteAttendees), world.test.get(TellAttendees)];
    for (const consumer of consumers) while (await world.test.get(ChangeWorker).portion(consumer)) await world.test.asOwner('select 1');
  };
  /** As if the time of Undo were over: all that waits leaves, and the program of Inès reads what came. */
  const settle = async (): Promise<void> => {
    await follow();
    sink.mails.length = 0;
    await world.test.asOwner(`update message set next_at = app.now() where state = 'due'`);
    while (await world.test.get(DispatchMail).portion()) await world.test.asOwner('select 1');
    for (const mail of mailsTo(ines)) {
      const text = calendarIn(mail.raw);
      if (text === '') continue;
      program.take(text);
      taken.push(text);
      expect(Object.values(ical.sync.parseICS(text)).some((part) => part?.type === 'VEVENT')).toBe(true);
    }
  };
  const mailsTo = (who: Actor) => sink.mails.filter(({ to }) => to.startsWith(who.personId ?? '-'));
  const subjects = async (who = ines) => (await Promise.all(mailsTo(who).map((mail) => sink.read(mail)))).map(({ subject }) => subject);
  const reachable = async (): Promise<Actor> => {
    const [one] = await world.learners(1);
    if (!one) throw new Error('Nobody.');
    await world.test.asOwner(`insert into recipient (person_id, address, language) values ($1, $2, 'fr')`, [one.personId, `${one.personId}@example.org`]);
    return one;
  };
  const choose = async (byMail: boolean, actor = world.marie) => world.test.get(ChooseInvitations).execute(actor, { cohortId, byMail });
  const sessions = async () => accepted(await world.test.get(ReadCohorts).sessions(world.marie, cohortId));
  const planned = async () => (await sessions()).filter(({ state }) => state === 'planned').map(({ startsAt }) => new Date(startsAt).toISOString()).sort();
  const refOf = async (index: number) => {
    const one = (await sessions())[index];
    return { cohortId, occurrenceId: one?.id ?? '', expectedVersion: one?.version ?? 0, following: false };
  };

  beforeAll(async () => {
    sink = await SmtpSink.open();
    world = await openCohortWorld({ modules: [InvitationsModule, ChangeNoticesModule, DispatchModule], providers: [ChangeWorker, WakeUps], settings: { SMTP_URL: sink.url, MAIL_RATE: 10_000 } });
    await world.test.get(ChangeWorker).subscribe();
  });
  beforeEach(async () => {
    await world.test.asOwner('delete from message; delete from change_work');
    [program, taken] = [new CalendarProgram(), []];
    [cohortId, ines] = [await world.cohort(), await reachable()];
    await world.enrolled(cohortId, [ines]);
  });
  afterAll(async () => {
    await world.test.close();
    await sink.down();
  });

  it('capability 11: one mail puts the whole series into the calendar, and moves, cancellations and returns follow with a rising sequence', async () => {
    await world.planned(cohortId, { rule: EVENINGS });
    accepted(await choose(true));
    await settle();
    expect(await subjects()).toEqual([expect.stringMatching(/^Invitation : Web Dev Mons \d+, 18:00$/)]);
    expect((await sink.read(mailsTo(ines)[0])).text).toContain('mardi 16 mars, 18:00–21:00  Leçon');
    expect(program.starts).toEqual(await planned());
    accepted(await world.test.get(MoveSessions).execute(world.marie, { ...(await refOf(1)), to: { date: '2027-03-19', startsAt: '09:00', endsAt: '12:00' } }));
    await settle();
    expect(program.starts).toEqual(await planned());
    const { changeId } = accepted(await world.test.get(CancelSessions).execute(world.marie, { ...(await refOf(2)), why: 'strike' }));
    await settle();
    expect(await planned()).toHaveLength(5);
    expect(program.starts).toEqual(await planned());
    accepted(await world.test.get(UndoSessionChange).execute(world.marie, { changeId }));
    await settle();
    expect(program.starts).toEqual(await planned());
    expect(program.log).toEqual(['REQUEST', 'REQUEST of one', 'CANCEL of one', 'REQUEST with 1 moved']);
    await settle();
    expect(sink.mails).toEqual([]);
  });

  (hasPythonCalendar ? it : it.skip)(`capability 11: python3-icalendar has the same sessions in its calendar, at every step${unlessPython}`, async () => {
    await world.planned(cohortId, { rule: EVENINGS, link: 'https://meet.example.org/old' });
    accepted(await choose(true));
    const steps = [
      async () => undefined,
      async () => world.test.get(MoveSessions).execute(world.marie, { ...(await refOf(1)), to: { date: '2027-03-19', startsAt: '09:00', endsAt: '12:30' } }),
      async () => world.test.get(Substitute).execute(world.marie, { ...(await refOf(2)), link: 'https://meet.example.org/new' }),
      async () => world.test.get(CancelSessions).execute(world.marie, { ...(await refOf(3)), why: 'strike' as const }),
    ];
    for (const step of steps) {
      accepted(await step());
      await settle();
      const read = readByPython(taken);
      const stands = (await sessions()).filter(({ state }) => state === 'planned').map(({ startsAt, endsAt, link }) => ({ start: startsAt.toISOString(), end: endsAt.toISOString(), url: link, status: 'CONFIRMED' }));
      expect(read.map(({ start, end, url, status }) => ({ start, end, url, status }))).toEqual(stands);
      expect(read.map(({ start }) => start)).toEqual(program.starts);
    }
  });

  it('nothing is sent unless somebody who may run the cohort chooses it, and nobody who subscribes gets it', async () => {
    await world.planned(cohortId, { rule: EVENINGS });
    await settle();
    expect(sink.mails).toEqual([]);
    expect(await choose(true, ines)).toMatchObject({ code: 'NOT_FOUND' });
    const reader = await reachable();
    await world.test.asOwner(`insert into calendar_feed (person_id, kind, language, token_hash) values ($1, 'person', 'fr', sha256(convert_to($2, 'UTF8')))`, [reader.personId, String(reader.personId)]);
    await world.enrolled(cohortId, [reader]);
    accepted(await choose(true));
    await settle();
    expect([await subjects(), await subjects(reader)]).toEqual([[expect.stringContaining('Invitation')], []]);
  });

  it('mornings and afternoons are two recurring events; what is planned later joins them, each in one mail', async () => {
    accepted(await choose(true));
    const days = [1, 2, 3, 4, 5].flatMap((weekday) => [{ weekday, startsAt: '09:00', endsAt: '12:00' }, { weekday, startsAt: '13:00', endsAt: '16:00' }]);
    await world.planned(cohortId, { rule: { slots: days, from: '2027-02-01', count: 20 } });
    await settle();
    expect(await subjects()).toHaveLength(2);
    expect(program.starts).toEqual(await planned());
    const late = await reachable();
    await world.enrolled(cohortId, [late]);
    await settle();
    expect([(await subjects()).length, (await subjects(late)).length]).toEqual([0, 2]);
  });

  it('who leaves the cohort hears it once, and who comes back is invited again; a mail that the server put off says the same', async () => {
    await world.planned(cohortId, { rule: EVENINGS });
    accepted(await choose(true));
    sink.modeOf.set(`${ines.personId}@example.org`, '450');
    await settle();
    sink.modeOf.clear();
    await settle();
    expect(await subjects()).toEqual([expect.stringMatching(/^Invitation/)]);
    expect(program.starts).toEqual(await planned());
    const enrolment = async (expectedVersion: number, to: 'withdrawn' | 'active') => accepted(await world.test.get(ChangeEnrolment).execute(world.marie, { cohortId, personId: ines.personId ?? '', expectedVersion, to }));
    await enrolment(1, 'withdrawn');
    await settle();
    expect(await subjects()).toEqual([expect.stringContaining('plus attendu')]);
    expect(program.starts).toEqual([]);
    await enrolment(2, 'active');
    await settle();
    expect(await subjects()).toEqual([expect.stringMatching(/^Invitation/)]);
    expect(program.starts).toEqual(await planned());
  });

  it('given up, it invites nobody any more and still tells who has it; a new name stands in the next mail', async () => {
    await world.planned(cohortId, { rule: EVENINGS });
    accepted(await choose(true));
    await settle();
    const cohort = accepted(await world.test.get(ReadCohorts).one(world.marie, cohortId));
    expect(cohort.invitesByMail).toBe(true);
    accepted(await world.test.get(UpdateCohort).execute(world.marie, { ...cohort, language: 'fr', cohortId, expectedVersion: cohort.version, name: `Anders ${cohort.id}` }));
    const ali = await reachable();
    await world.enrolled(cohortId, [ali]);
    await settle();
    expect(await subjects(ali)).toEqual([`Invitation : Anders ${cohort.id}, 18:00`]);
    accepted(await choose(false));
    const eve = await reachable();
    await world.enrolled(cohortId, [eve]);
    accepted(await world.test.get(CancelSessions).execute(world.marie, { ...(await refOf(0)), why: 'strike' }));
    await settle();
    expect((await subjects(eve)).filter((subject) => subject?.startsWith('Invitation'))).toEqual([]);
    expect(program.starts).toEqual(await planned());
  });
});
