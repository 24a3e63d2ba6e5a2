import { AgendasModule, AnnounceAbsence, MarkAttendance, ReadAgenda, ReadDesk, ReadMyDay, ReadSession, ReadTrainerDay, SeeChanges, SettleAbsence } from '@app/agendas';
import { CancelBooking } from '@app/ledger';
import { Actor, isProblem } from '@app/platform';
import { type LedgerWorld, openLedgerWorld } from '../support/ledger-world.js';

const at = (days: number, time: string): string => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${time}`;
const day = (days: number): string => at(days, '').slice(0, 10);

describe('agendas', () => {
  let world: LedgerWorld;
  let ines: Actor;
  let ali: Actor;
  let trainer: Actor;
  const session = async (days: number, title: string, wishes: { learners?: readonly Actor[]; from?: string; to?: string } = {}) => {
    const { learners = [ines], from = '09:00', to = '12:00' } = wishes;
    const people = [...learners.map((one) => ({ personId: one.personId ?? '', part: 'learner' as const })), { personId: trainer.personId ?? '', part: 'trainer' as const }];
    const booked = await world.booked(await world.room({ name: `Room ${title}` }), { startsAt: at(days, from), endsAt: at(days, to), title, people });
    await world.test.asOwner(`update occurrence set kind = 'session' where id = $1`, [booked.occurrenceId]);
    return booked;
  };
  const over = (occurrenceId: string, hours = 2) =>
    world.test.asOwner(`update occurrence set starts_at = app.now() - make_interval(hours => $2), ends_at = app.now() - make_interval(hours => $2 - 1) where id = $1`, [occurrenceId, hours]);
  const learner = (givenName: string) => world.make.actor({ organisation: world.centre, roles: ['learner'], givenName });

  beforeAll(async () => {
    world = await openLedgerWorld({ modules: [AgendasModule] });
  });
  beforeEach(async () => {
    [ines, ali] = [await learner('Inès'), await learner('Ali')];
    trainer = await world.make.actor({ organisation: world.centre, roles: ['trainer'], givenName: 'Tom', familyName: 'Peeters' });
  });
  afterAll(() => world.test.close());

  it('row 72: shows what a person has on in order, with room and trainer, page by page', async () => {
    await session(3, 'Third');
    await session(1, 'First');
    await session(2, 'Second');
    const read = world.test.get(ReadAgenda);
    const first = await read.execute(ines, { first: 2 });
    expect(first.rows.map((item) => item.title)).toEqual(['First', 'Second']);
    expect(first.rows[0]).toMatchObject({ rooms: 'Room First', staff: 'Tom Peeters', siteName: 'Mons', part: 'learner', zone: 'Europe/Brussels', absence: null });
    expect(first.hasNextPage).toBe(true);
    const last = first.rows[1];
    const next = await read.execute(ines, { first: 2, after: [last?.startsAt ?? '', last?.id ?? ''] });
    expect(next.rows.map((item) => item.title)).toEqual(['Third']);
    expect((await read.execute(ines, { first: 9, from: day(2), until: day(2) })).rows.map((item) => item.title)).toEqual(['Second']);
    expect((await read.execute(ali, { first: 9 })).rows).toEqual([]);
  });

  it('row 72: one agenda of everything, also of another centre in which one learns or teaches', async () => {
    const { make, test } = world;
    const other = await make.organisation({ name: 'Other centre' });
    const personId = ines.personId ?? '';
    await test.asOwner(`insert into profile (organisation_id, person_id, given_name) values ($1, $2, 'Inès')`, [other.id, personId]);
    await test.asOwner(`insert into membership (organisation_id, person_id, role) values ($1, $2, 'trainer')`, [other.id, personId]);
    await session(1, 'Learning here');
    const room = await world.room({ organisation: other, site: await make.site(other) });
    const planner = await make.actor({ organisation: other, roles: ['coordinator'] });
    const there = await world.book([room], { organisationId: other.id, title: 'Teaching there', startsAt: at(2, '13:00'), endsAt: at(2, '16:00'), people: [{ personId, part: 'trainer' }] }, planner);
    expect(isProblem(there)).toBe(false);
    const both = Actor.person({ personId, memberships: [...ines.memberships, { organisationId: other.id, role: 'trainer' }] });
    const { rows } = await world.test.get(ReadAgenda).execute(both, { first: 9 });
    expect(rows.map(({ title, part }) => [title, part])).toEqual([['Learning here', 'learner'], ['Teaching there', 'trainer']]);
  });

  it('case 18: names of other learners are nowhere in an agenda', async () => {
    await session(1, 'Together', { learners: [ines, ali] });
    const text = JSON.stringify([await world.test.get(ReadAgenda).execute(ines, { first: 50 }), await world.test.get(ReadMyDay).execute(ines)]);
    expect(text).toContain('Tom Peeters');
    expect(text).not.toContain('Ali');
  });

  it('tells what changed since the last visit, with the start that was known, until it was seen', async () => {
    const moved = await session(4, 'Moved');
    const gone = await session(5, 'Gone');
    await session(6, 'Stays');
    await world.test.get(SeeChanges).execute(ines);
    expect((await world.test.get(ReadMyDay).execute(ines)).changes).toEqual([]);
    await world.move({ occurrenceId: moved.occurrenceId, expectedVersion: 1, startsAt: at(7, '13:00'), endsAt: at(7, '16:00') });
    await world.test.get(CancelBooking).execute(world.marie, { organisationId: world.centre.id, occurrenceId: gone.occurrenceId, expectedVersion: 1 });
    const { changes } = await world.test.get(ReadMyDay).execute(ines);
    expect(changes.map(({ kind, title }) => `${kind} ${title}`).sort()).toEqual(['cancelled Gone', 'moved Moved']);
    expect(new Date(changes.find((change) => change.kind === 'moved')?.before ?? 0)).toEqual(moved.startsAt);
    await world.test.get(SeeChanges).execute(ines);
    expect((await world.test.get(ReadMyDay).execute(ines)).changes).toEqual([]);
  });

  it('an absence is announced by half-days, shown to trainer and coordinator, and decided by the coordinator alone', async () => {
    const { occurrenceId } = await session(2, 'Morning', { learners: [ines, ali] });
    await session(2, 'Afternoon', { from: '13:00', to: '16:00' });
    const announced = await world.test.get(AnnounceAbsence).execute(ines, { organisationId: world.centre.id, firstDay: day(2), firstHalf: 'morning', lastDay: day(2), lastHalf: 'morning', reason: 'family' });
    if (isProblem(announced)) throw new Error(JSON.stringify(announced));
    const agenda = await world.test.get(ReadAgenda).execute(ines, { first: 9 });
    expect(agenda.rows.map(({ title, absence }) => [title, absence])).toEqual([['Morning', 'to-justify'], ['Afternoon', null]]);
    const sheet = await world.test.get(ReadSession).execute(trainer, occurrenceId);
    expect('people' in sheet && sheet.people.map(({ givenName, absence }) => [givenName, absence?.state ?? null])).toEqual([['Ali', null], ['Inès', 'to-justify']]);
    const desk = await world.test.get(ReadDesk).execute(world.marie, world.centre.id);
    expect('absences' in desk && desk.absences.find((absence) => absence.id === announced.id)?.sessions.map((one) => one.title)).toEqual(['Morning']);
    const settle = world.test.get(SettleAbsence);
    expect(await settle.execute(ines, { absenceId: announced.id, expectedVersion: 1, as: 'justified' })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await settle.execute(ali, { absenceId: announced.id, expectedVersion: 1, as: 'withdrawn' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await settle.execute(world.marie, { absenceId: announced.id, expectedVersion: 1, as: 'justified' })).toMatchObject({ state: 'justified', version: 2 });
    expect(await settle.execute(ines, { absenceId: announced.id, expectedVersion: 2, as: 'withdrawn' })).toMatchObject({ code: 'ABSENCE_SETTLED' });
  });

  it('case 12: attendance is taken by who gives the session; other trainers may not, and the attempt stands in the trail; for learners it does not exist', async () => {
    const { occurrenceId } = await session(1, 'Today', { learners: [ines] });
    await over(occurrenceId);
    const stranger = await world.make.actor({ organisation: world.centre, roles: ['trainer'] });
    const marks = [{ personId: ines.personId ?? '', unit: 1, status: 'present' as const }];
    const mark = world.test.get(MarkAttendance);
    expect(await mark.execute(stranger, { occurrenceId, marks })).toMatchObject({ code: 'NOT_ALLOWED', action: 'attendance.mark' });
    expect(await world.test.asOwner('select organisation_id, action, refused, subject_id from audit_entry where actor_id = $1', [stranger.personId])).toEqual([{ organisation_id: world.centre.id, action: 'attendance.mark', refused: true, subject_id: occurrenceId }]);
    expect(await mark.execute(ines, { occurrenceId, marks })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await mark.execute(trainer, { occurrenceId, marks: [{ ...marks[0]!, personId: ali.personId ?? '' }] })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await mark.execute(trainer, { occurrenceId, marks })).toMatchObject({ occurrenceId, appended: 1, conflicts: [], standing: [{ status: 'present', recordedBy: 'Tom Peeters' }] });
    expect(await mark.execute(trainer, { occurrenceId, marks })).toMatchObject({ occurrenceId, appended: 0 });
  });

  it('W2 10:30: marks that waited for a connection are written, except where somebody else said otherwise meanwhile', async () => {
    const { occurrenceId } = await session(1, 'Cut off', { learners: [ines, ali] });
    await over(occurrenceId);
    const mark = world.test.get(MarkAttendance);
    const about = (who: Actor, status: 'present' | 'late' | 'absent', seen?: string) => ({ personId: who.personId ?? '', unit: 1, status, seen });
    const first = await mark.execute(trainer, { occurrenceId, marks: [about(ines, 'absent'), about(ali, 'absent')] });
    const seen = (who: Actor): string | undefined => ('standing' in first ? first.standing.find((one) => one.personId === who.personId)?.id : undefined);
    await mark.execute(world.marie, { occurrenceId, marks: [about(ali, 'late')] });
    const late = await mark.execute(trainer, { occurrenceId, keepUnseen: true, marks: [about(ines, 'present', seen(ines)), about(ali, 'present', seen(ali)), about(world.marie, 'present')] });
    expect(late).toMatchObject({ appended: 1, conflicts: [{ personId: ali.personId, status: 'present', reason: 'marked-meanwhile', standing: { status: 'late' } }, { personId: world.marie.personId, reason: 'not-expected', standing: null }] });
    const shown = await world.test.get(ReadSession).execute(trainer, occurrenceId);
    expect('people' in shown && shown.people.map(({ givenName, marks }) => [givenName, marks[0]?.status])).toEqual([['Ali', 'late'], ['Inès', 'present']]);
  });

  it('corrections are appended and shown beside what they correct, also when 20 mark at once', async () => {
    const { occurrenceId } = await session(1, 'Rush', { learners: [ines] });
    await over(occurrenceId);
    const statuses = ['present', 'absent', 'late', 'excused'] as const;
    await Promise.all(Array.from({ length: 20 }, (_, n) => world.test.get(MarkAttendance).execute(trainer, { occurrenceId, marks: [{ personId: ines.personId ?? '', unit: 1, status: statuses[n % 4] ?? 'present' }] })));
    const rows = await world.test.asOwner<{ id: string; supersedes: string | null }>('select id, supersedes from attendance_mark where occurrence_id = $1', [occurrenceId]);
    expect(rows.filter((row) => row.supersedes === null)).toHaveLength(1);
    expect(new Set(rows.map((row) => row.supersedes)).size).toBe(rows.length);
    const sheet = await world.test.get(ReadSession).execute(trainer, occurrenceId);
    expect('people' in sheet && sheet.people[0]?.marks[0]?.corrected).toHaveLength(rows.length - 1);
    await expect(world.test.database.as(world.marie, (tx) => tx.query('update attendance_mark set status = $1', ['present']))).rejects.toThrow(/permission denied/);
  });

  it('cannot be taken before, nor of what was cancelled', async () => {
    const { occurrenceId } = await session(3, 'Later');
    const marks = [{ personId: ines.personId ?? '', unit: 1, status: 'present' as const }];
    expect(await world.test.get(MarkAttendance).execute(trainer, { occurrenceId, marks })).toMatchObject({ code: 'ATTENDANCE_CLOSED', state: 'planned' });
  });

  it('the first screen of a trainer: how far attendance is, and who was absent twice', async () => {
    for (const hours of [30, 6] as const) {
      const { occurrenceId } = await session(hours, `Past ${hours}`, { learners: [ines, ali] });
      await over(occurrenceId, hours);
      await world.test.get(MarkAttendance).execute(trainer, { occurrenceId, marks: [{ personId: ines.personId ?? '', unit: 1, status: 'absent' }] });
      await world.test.asOwner(`update occurrence set local_date = app.now()::date where id = $1`, [occurrenceId]);
    }
    const read = await world.test.get(ReadTrainerDay).execute(trainer);
    expect(read.items.map(({ expected, marked, announced }) => ({ expected, marked, announced }))).toEqual([{ expected: 2, marked: 1, announced: 0 }, { expected: 2, marked: 1, announced: 0 }]);
    expect(read.worries).toMatchObject([{ name: 'Inès Martin', missed: 2 }]);
  });

  it('case 10: the desk of another centre does not exist', async () => {
    const other = await world.make.organisation({ name: 'Other' });
    expect(await world.test.get(ReadDesk).execute(world.marie, other.id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await world.test.get(ReadDesk).execute(ines, world.centre.id)).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
