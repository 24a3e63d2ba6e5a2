import { AbsencesModule, AgendasModule, AnnounceAbsence, ExcuseAbsences } from '@app/agendas';
import { CalendarsModule, CreateFeed, ReadFeed } from '@app/calendars';
import { ChangeNoticesModule, EnterLeave, FollowZoneRules, KeepWallTimes, TellAttendees } from '@app/ledger';
import { DispatchModule } from '@app/messages';
import { type Actor, ChangeWorker, isProblem, JobHandlers, WakeUps } from '@app/platform';
import { FollowOccurrences, ReminderPlanningModule } from '@app/reminders';
import { type LedgerWorld, openLedgerWorld } from '../support/ledger-world.js';

/** A Tuesday three weeks ahead of whatever day it is: 13:00 to 16:00 on the wall of Brussels. */
const DAY = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10);
const at = (from: string, to: string) => ({ startsAt: `${DAY}T${from}`, endsAt: `${DAY}T${to}` });

describe('case 69: a government changes the rules of a zone', () => {
  let world: LedgerWorld;
  let ines: Actor;

  beforeAll(async () => {
    world = await openLedgerWorld({ modules: [ChangeNoticesModule, DispatchModule, ReminderPlanningModule, CalendarsModule, AgendasModule, AbsencesModule], providers: [ChangeWorker, WakeUps] });
    await world.test.get(ChangeWorker).subscribe();
  });
  beforeEach(async () => {
    await world.test.asOwner('delete from message; delete from change_work; delete from reminder_set; delete from reservation; delete from job');
    await world.test.asOwner(`update occurrence set state = 'cancelled'; delete from unavailability; delete from absence_notice; delete from zone_rules; delete from audit_entry`);
    ines = await world.make.actor({ organisation: world.centre, roles: ['learner'] });
    await world.test.asOwner(`insert into recipient (person_id, address, language) values ($1, $2, 'fr') on conflict on constraint recipient_person_uq do update set address = excluded.address`, [ines.personId, `${ines.personId}@example.org`]);
  });
  afterAll(() => world.test.close());

  /** As if everything had been planned under rules by which the clocks of Brussels were an hour further: an hour earlier than today's rules say. */
  const asUnderOldRules = async (...ids: readonly string[]): Promise<void> => {
    await world.test.asOwner(`update reservation set during = tstzrange(lower(during) - interval '1 hour', upper(during) - interval '1 hour') where occurrence_id = any ($1)`, [ids]);
    await world.test.asOwner(`update occurrence set starts_at = starts_at - interval '1 hour', ends_at = ends_at - interval '1 hour' where id = any ($1)`, [ids]);
    await world.test.asOwner(`update unavailability set during = tstzrange(lower(during) - interval '1 hour', upper(during) - interval '1 hour')`);
    await world.test.asOwner(`update absence_notice set during = tstzrange(lower(during) - interval '1 hour', upper(during) - interval '1 hour')`);
  };
  const follow = async (): Promise<void> => {
    const worker = world.test.get(ChangeWorker);
    for (const consumer of [world.test.get(FollowOccurrences), world.test.get(TellAttendees), world.test.get(ExcuseAbsences)]) while (await worker.portion(consumer)) await world.test.asOwner('select 1');
  };
  const session = async (times: ReturnType<typeof at>, room?: string) => {
    const booked = await world.booked(room ?? (await world.room()), { ...times, title: 'Atelier', people: [{ personId: ines.personId ?? '', part: 'learner' }] });
    await world.test.asOwner(`update occurrence set kind = 'workshop' where id = $1`, [booked.occurrenceId]);
    return booked.occurrenceId;
  };
  const wall = async (id: string) =>
    (await world.test.asOwner(
      `select to_char(starts_at at time zone zone, 'HH24:MI') || '-' || to_char(ends_at at time zone zone, 'HH24:MI') as clock, to_char(local_time, 'HH24:MI') as local, version, timing_version as timing, sequence, moved_by_hand as moved
       from occurrence where id = $1`, [id]))[0];
  const keep = () => world.test.get(KeepWallTimes).execute(world.centre.id);
  const reminders = async () =>
    (await world.test.asOwner<{ text: string }>(`select rule || ' v' || timing_version || ' ' || state || ' ' || to_char(due_at at time zone 'Europe/Brussels', 'HH24:MI') as text from message where type = 'reminders.before' order by due_at, timing_version`)).map(({ text }) => text);
  const trail = () => world.test.asOwner<{ action: string }>('select action, subject_id as id, facts from audit_entry where organisation_id = $1 order by action, subject_id', [world.centre.id]);

  it('case 69: what is planned keeps its wall time; instants, claims, reminders and the calendar follow; the trail says so, and nobody is written to', async () => {
    const id = await session(at('13:00', '16:00'));
    await asUnderOldRules(id);
    await follow();
    expect(await wall(id)).toEqual({ clock: '12:00-15:00', local: '13:00', version: 1, timing: 1, sequence: 0, moved: false });
    expect(await reminders()).toEqual(['24h-before v1 due 12:00', '1h-before v1 due 11:00']);
    const given = await world.test.get(CreateFeed).execute(ines, {});
    const token = isProblem(given) ? '' : (/([\w-]{43})\.ics$/.exec(given.url)?.[1] ?? '');
    const sequenceInFeed = async () => {
      const answer = await world.test.get(ReadFeed).execute(token, '192.0.2.0/24');
      return answer.kind === 'found' ? answer.feed.events.filter((event) => event.title === 'Atelier' && event.state !== 'cancelled').map(({ sequence }) => sequence) : [];
    };
    expect(await sequenceInFeed()).toEqual([0]);

    expect(await keep()).toEqual({ occurrences: 1, absences: 0, clashes: [] });
    expect(await wall(id)).toEqual({ clock: '13:00-16:00', local: '13:00', version: 2, timing: 2, sequence: 1, moved: false });
    expect(await world.test.asOwner(`select distinct to_char(lower(during) at time zone 'Europe/Brussels', 'HH24:MI') as claimed from reservation where occurrence_id = $1`, [id])).toEqual([{ claimed: '13:00' }]);
    expect(await sequenceInFeed()).toEqual([1]);
    await follow();
    expect(await reminders()).toEqual(['24h-before v1 withdrawn 12:00', '24h-before v2 due 13:00', '1h-before v1 withdrawn 11:00', '1h-before v2 due 12:00']);
    expect(await world.test.asOwner(`select type from message where type like 'ledger.%'`)).toEqual([]);
    expect(await trail()).toEqual([{ action: 'occurrence.rezoned', id, facts: expect.objectContaining({ zone: 'Europe/Brussels', rules: process.versions.tz }) }]);
    expect(await keep()).toEqual({ occurrences: 0, absences: 0, clashes: [] });
  });

  it('case 69: a day of lessons one behind the other in one room moves as a whole, whichever way the clocks went', async () => {
    const room = await world.room();
    const ids = [await session(at('09:00', '10:00'), room), await session(at('10:00', '11:00'), room), await session(at('11:00', '12:00'), room)];
    await asUnderOldRules(...ids);
    expect(await keep()).toMatchObject({ occurrences: 3, clashes: [] });
    await world.test.asOwner(`update reservation set during = tstzrange(lower(during) + interval '2 hours', upper(during) + interval '2 hours') where occurrence_id = $1`, [ids[2]]);
    await world.test.asOwner(`update reservation set during = tstzrange(lower(during) + interval '2 hours', upper(during) + interval '2 hours') where occurrence_id = $1`, [ids[1]]);
    await world.test.asOwner(`update reservation set during = tstzrange(lower(during) + interval '2 hours', upper(during) + interval '2 hours') where occurrence_id = $1`, [ids[0]]);
    await world.test.asOwner(`update occurrence set starts_at = starts_at + interval '2 hours', ends_at = ends_at + interval '2 hours' where id = any ($1)`, [ids]);
    expect(await keep()).toMatchObject({ occurrences: 3, clashes: [] });
    expect(await Promise.all(ids.map(async (id) => (await wall(id)) as { clock: string }))).toMatchObject([{ clock: '09:00-10:00' }, { clock: '10:00-11:00' }, { clock: '11:00-12:00' }]);
  });

  it('case 69: where another booking stands by now nothing is forced: the clash is named, entered in the trail and told to the coordinators; the others move', async () => {
    const room = await world.room();
    const clashing = await session(at('13:00', '14:00'), room);
    const free = await session(at('18:00', '19:00'));
    await asUnderOldRules(clashing, free);
    // By UTC, whose rules did not change: it takes the room from 13:00 to 13:30 of today's Brussels.
    const [offset] = await world.test.asOwner<{ hours: number }>(`select extract(hour from ($1::timestamp at time zone 'UTC') - ($1::timestamp at time zone 'Europe/Brussels'))::int as hours`, [`${DAY} 13:00`]);
    const other = await world.booked(room, { ...at('13:00', '13:30'), title: 'Other' });
    expect(offset?.hours).toBeGreaterThan(0);

    const kept = await keep();
    expect(kept).toMatchObject({ occurrences: 1, clashes: [{ reason: 'booked', occurrence: clashing, rival: { title: 'Other', occurrenceId: other.occurrenceId } }] });
    expect(await wall(clashing)).toMatchObject({ clock: '12:00-13:00', local: '13:00', version: 1, sequence: 0 });
    expect(await wall(free)).toMatchObject({ clock: '18:00-19:00' });
    expect((await trail()).map(({ action }) => action)).toEqual(['occurrence.rezoned', 'occurrence.rezoning-clashed']);
    const told = () => world.test.asOwner(`select person_id as person, channel, rule from message where type = 'ledger.zone-clashes'`);
    expect(await told()).toEqual([{ person: world.marie.personId, channel: 'notice', rule: `zones:${process.versions.tz}:1` }]);
    await keep();
    expect(await told()).toHaveLength(1);

    await world.move({ occurrenceId: other.occurrenceId, expectedVersion: 1, ...at('20:00', '20:30') });
    expect(await keep()).toMatchObject({ occurrences: 1, clashes: [] });
    expect(await wall(clashing)).toMatchObject({ clock: '13:00-14:00' });
  });

  it('case 69: leave keeps both its ends on the wall', async () => {
    const blocked = await world.test.get(EnterLeave).execute(world.marie, { organisationId: world.centre.id, personId: world.marie.personId ?? '', ...at('00:00', '12:30'), zone: 'Europe/Brussels' });
    if (isProblem(blocked)) throw new Error(JSON.stringify(blocked));
    await asUnderOldRules();
    const standing = () => world.test.asOwner(`select to_char(lower(during) at time zone 'Europe/Brussels', 'HH24:MI') || '-' || to_char(upper(during) at time zone 'Europe/Brussels', 'HH24:MI') as clock, version from unavailability`);
    expect(await standing()).toEqual([{ clock: '23:00-11:30', version: 1 }]);
    expect(await keep()).toEqual({ occurrences: 0, absences: 1, clashes: [] });
    expect(await standing()).toEqual([{ clock: '00:00-12:30', version: 2 }]);
    expect(await trail()).toMatchObject([{ action: 'absence.rezoned', id: blocked.id }]);
  });

  it('case 69: half-days that somebody announced are those of the wall: who is reminded follows, and so does an organisation where nothing is planned yet', async () => {
    const half = { firstDay: DAY, firstHalf: 'afternoon', lastDay: DAY, lastHalf: 'afternoon', reason: 'appointment' } as const;
    const absence = await world.test.get(AnnounceAbsence).execute(ines, { organisationId: world.centre.id, ...half });
    if (isProblem(absence)) throw new Error(JSON.stringify(absence));
    const standing = () => world.test.asOwner(`select to_char(lower(during) at time zone 'Europe/Brussels', 'HH24:MI') || '-' || to_char(upper(during) at time zone 'Europe/Brussels', 'HH24:MI') as clock, version from absence_notice`);
    await asUnderOldRules();
    expect(await standing()).toEqual([{ clock: '11:30-23:00', version: 1 }]);
    expect(await world.test.get(FollowZoneRules).organisations()).toContain(world.centre.id);
    expect(await world.test.get(KeepWallTimes).execute(world.centre.id, { dryRun: true })).toMatchObject({ absences: 1 });
    expect(await standing()).toEqual([{ clock: '11:30-23:00', version: 1 }]);
    // Planned by the new rules, in the evening that the absence would not reach by the old ones.
    await session(at('23:00', '23:30'));
    await follow();
    expect(await reminders()).toEqual(['24h-before v1 due 23:00', '1h-before v1 due 22:00']);
    expect(await keep()).toEqual({ occurrences: 0, absences: 1, clashes: [] });
    expect(await standing()).toEqual([{ clock: '12:30-00:00', version: 2 }]);
    await follow();
    expect(await reminders()).toEqual(['24h-before v1 withdrawn 23:00', '1h-before v1 withdrawn 22:00']);
    expect(await trail()).toMatchObject([{ action: 'absence-notice.rezoned', id: absence.id }]);
    expect(await keep()).toEqual({ occurrences: 0, absences: 0, clashes: [] });
  });

  it('case 69: a program that brings newer rules asks for it once, an older one beside it for nothing; the job does it', async () => {
    const id = await session(at('13:00', '16:00'));
    await asUnderOldRules(id);
    const rules = world.test.get(FollowZoneRules);
    const asked = await Promise.all(Array.from({ length: 8 }, () => rules.execute('2026b')));
    expect(asked.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect([await rules.execute('2026a'), await rules.execute('2026b'), await rules.execute('2025z')]).toEqual([0, 0, 0]);
    const [job] = await world.test.asOwner<{ name: string; payload: { organisationId: string } }>('select name, payload from job');
    expect(job).toEqual({ name: 'ledger.keep-wall-times', payload: { organisationId: world.centre.id } });
    const handler = world.test.get(JobHandlers).get('ledger.keep-wall-times')?.handler;
    for (let twice = 0; twice < 2; twice++) await handler?.(job?.payload ?? {}, { signal: new AbortController().signal } as never);
    expect(await wall(id)).toMatchObject({ clock: '13:00-16:00', version: 2 });
    expect(await rules.execute('2027a')).toBe(1);
  });
});
