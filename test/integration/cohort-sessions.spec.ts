import { CancelSessions, MoveSessions, PreviewSeries, ReadCohorts, Substitute, UndoSessionChange } from '@app/cohorts';
import { Share } from '@app/identity';
import { AddClosure, CreateClosureCalendar, ListResources, ScheduleClash, SiteClosures } from '@app/ledger';
import { type Actor, InvalidInput, isProblem, NotAllowed } from '@app/platform';
import { type CohortWorld, openCohortWorld } from '../support/cohort-world.js';

const done = <T>(answer: T): Exclude<T, { code: string }> => {
  if (isProblem(answer)) throw new Error(`Refused: ${JSON.stringify(answer)}`);
  return answer as Exclude<T, { code: string }>;
};

describe('sessions of a cohort', () => {
  let world: CohortWorld;
  beforeAll(async () => {
    world = await openCohortWorld();
  });
  afterAll(() => world.test.close());

  const claims = (cohortId: string) =>
    world.test.asOwner<{ part: string; count: number }>(
      `select r.part, count(*)::int as count from cohort_session s join reservation r on r.occurrence_id = s.occurrence_id where s.cohort_id = $1 group by r.part order by r.part`,
      [cohortId],
    );
  const refOf = async (cohortId: string, index: number, following = false) => {
    const sessions = done(await world.test.get(ReadCohorts).sessions(world.marie, cohortId));
    const session = sessions[index];
    return { cohortId, occurrenceId: session?.id ?? '', expectedVersion: session?.version ?? 0, following };
  };

  it('row 23: plans a series with room, trainer and every learner in one go, about the lessons of the course in order', async () => {
    const [cohortId, room, trainer, learners] = [await world.cohort(), await world.room(), await world.trainer(), await world.learners(3)];
    await world.enrolled(cohortId, learners);
    const made = await world.planned(cohortId, { resourceIds: [room], trainerIds: [trainer.personId ?? ''], rule: { count: 8 } });
    expect(made.occurrenceIds).toHaveLength(8);
    expect(await claims(cohortId)).toEqual([{ part: 'learner', count: 24 }, { part: 'room', count: 8 }, { part: 'trainer', count: 8 }]);
    const sessions = done(await world.test.get(ReadCohorts).sessions(world.marie, cohortId));
    expect(sessions.map(({ title }) => title.split(' · ')[0])).toEqual(['Leçon l11', 'Leçon l11', 'Leçon l12', 'Leçon l12', 'Leçon l21', 'Leçon l21', 'Leçon l22', 'Leçon l22']);
    expect(sessions[0]).toMatchObject({ learners: 3, following: 7, trainers: [{ name: 'Thomas Martin' }], things: [{ kind: 'room' }], localTime: '18:00' });
    expect(sessions[0]?.place).toMatch(/^Lab \d+, Mons$/);
  });

  it('row 24: skips days on which the site is closed and goes on until it has as many sessions as wanted', async () => {
    const cohortId = await world.cohort();
    const calendar = done(await world.test.get(CreateClosureCalendar).execute(world.marie, { organisationId: world.centre.id, name: 'Mons', publicHolidays: false, siteIds: [world.site.id] }));
    done(await world.test.get(AddClosure).execute(world.marie, { calendarId: calendar.calendarId, kind: 'closed', from: '2027-01-19', to: '2027-01-19', name: 'Inventaire' }));
    const input = { cohortId, trainerIds: [], resourceIds: [], about: 'title' as const, title: 'Atelier', rule: { slots: [{ weekday: 2, startsAt: '09:00', endsAt: '12:00' }], from: '2027-01-05', count: 3, everyWeeks: 1 } };
    const preview = done(await world.test.get(PreviewSeries).execute(world.marie, input));
    expect(preview.dates.map(({ date }) => date)).toEqual(['2027-01-05', '2027-01-12', '2027-01-26']);
    expect(preview.skipped).toEqual([{ date: '2027-01-19', startsAt: '09:00', closure: 'Inventaire', lent: false }]);
    expect(await world.wall(cohortId)).toEqual([]);
  });

  it('a room on loan: days on which its owner is closed are left out and named; who has nothing there learns nothing', async () => {
    const { make, test } = world;
    const partner = await make.organisation({ name: 'Partner' });
    const [site, manager] = [await make.site(partner, { name: 'Louvain' }), await make.actor({ organisation: partner, roles: ['manager', 'coordinator'] })];
    const [lab, other] = [await world.room({ organisation: partner, site, name: 'Lab L' }), await make.site(partner, { name: 'Wavre' })];
    done(await test.get(Share).execute(manager, { organisationId: partner.id, subject: { kind: 'room', id: lab }, toOrganisationId: world.centre.id, right: 'book' }));
    const calendar = done(await test.get(CreateClosureCalendar).execute(manager, { organisationId: partner.id, name: 'Louvain', publicHolidays: false, siteIds: [site.id, other.id] }));
    done(await test.get(AddClosure).execute(manager, { calendarId: calendar.calendarId, kind: 'closed', from: '2027-02-09', to: '2027-02-09', name: 'Kermesse' }));
    const cohortId = await world.cohort();
    const rule = { slots: [{ weekday: 2, startsAt: '09:00', endsAt: '12:00' }], from: '2027-02-02', count: 3, everyWeeks: 1 };
    const preview = done(await test.get(PreviewSeries).execute(world.marie, { cohortId, trainerIds: [], resourceIds: [lab], about: 'title', title: 'Atelier', rule }));
    expect(preview.dates.map(({ date }) => date)).toEqual(['2027-02-02', '2027-02-16', '2027-02-23']);
    expect(preview.skipped).toEqual([{ date: '2027-02-09', startsAt: '09:00', closure: 'Kermesse', lent: true }]);
    expect(preview.clashes).toEqual([]);
    await world.planned(cohortId, { resourceIds: [lab], about: 'title', title: 'Atelier', rule });
    expect(await world.stands(lab)).toHaveLength(3);
    expect(done(await test.get(ReadCohorts).sessions(world.marie, cohortId)).map(({ place, things }) => [place, things])).toEqual(
      Array(3).fill(['Lab L, Louvain, Partner', [{ id: lab, kind: 'room', name: 'Lab L' }]]),
    );
    const closed = (siteId: string) => test.database.as(world.marie, (tx) => test.get(SiteClosures).between(tx, { id: siteId }, { from: '2027-02-01', to: '2027-02-28' }));
    expect([(await closed(site.id)).length, (await closed(other.id)).length]).toEqual([1, 0]);
  });

  it('forms can offer what is on loan: named with its owner and place, to those to whom it is lent, as long as it is', async () => {
    const { make, test, centre } = world;
    const partner = await make.organisation({ name: 'Lender' });
    const [site, manager] = [await make.site(partner, { name: 'Huy' }), await make.actor({ organisation: partner, roles: ['manager', 'coordinator'] })];
    const [lab, beamer, kept] = [await world.room({ organisation: partner, site, name: 'Lab H', seats: 14 }), await world.room({ organisation: partner, site, name: 'Beamer H', kind: 'equipment', seats: 3 }), await world.room({ organisation: partner, site, name: 'Kept' })];
    const lend = async (id: string, kind: 'room' | 'equipment') =>
      done(await test.get(Share).execute(manager, { organisationId: partner.id, subject: { kind, id }, toOrganisationId: centre.id, right: 'book', until: new Date('2027-12-31T11:00:00Z') }));
    await lend(lab, 'room');
    await lend(beamer, 'equipment');
    const lent = async (actor = world.marie, organisationId = centre.id) => done(await test.get(ListResources).lent(actor, organisationId)).filter(({ ownerName }) => ownerName === 'Lender');
    expect(await lent()).toEqual([
      { id: beamer, kind: 'equipment', name: 'Beamer H', siteName: 'Huy', ownerName: 'Lender', seats: 3 },
      { id: lab, kind: 'room', name: 'Lab H', siteName: 'Huy', ownerName: 'Lender', seats: 14 },
    ]);
    expect((await lent()).map(({ id }) => id)).not.toContain(kept);
    expect(await lent(manager, partner.id)).toEqual([]);
    expect(await test.get(ListResources).lent(manager, centre.id)).toMatchObject({ code: 'NOT_FOUND' });
    const [learner] = await world.learners(1);
    expect(await test.get(ListResources).lent(learner as Actor, centre.id)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await test.database.as(manager, (tx) => tx.query('select * from app.lent_things($1)', [centre.id]))).toEqual([]);
    await test.asOwner('update share set until = app.now() where organisation_id = $1', [partner.id]);
    expect(await lent()).toEqual([]);
  });

  it('rows 26, 27 and 28: several trainers, rooms and pieces of equipment: each that is not free is named', async () => {
    const [cohortId, room, other, beamer, thomas, lea] = [await world.cohort(), await world.room(), await world.room(), await world.room({ kind: 'equipment', name: 'Beamer 1' }), await world.trainer(), await world.trainer('Léa')];
    const wish = { trainerIds: [thomas.personId ?? '', lea.personId ?? ''], resourceIds: [room, other, beamer], rule: { from: '2027-05-04', count: 2, slots: [{ weekday: 2, startsAt: '13:00', endsAt: '16:00' }] } };
    await world.booked([other, beamer], { title: 'Elsewhere', startsAt: '2027-05-11T14:00', endsAt: '2027-05-11T15:00', people: [{ personId: lea.personId ?? '', part: 'staff' }] });
    const refused = await world.series(cohortId, wish);
    expect((refused as ScheduleClash).clashes.map(({ resource }) => resource.id).sort()).toEqual([other, beamer, lea.personId].sort());
    await world.planned(cohortId, { ...wish, rule: { ...wish.rule, count: 1 } });
    expect(await claims(cohortId)).toEqual([{ part: 'equipment', count: 1 }, { part: 'room', count: 2 }, { part: 'trainer', count: 2 }]);
  });

  it('row 26: says before anything is planned how many seats the room has beside how many learners come', async () => {
    const [cohortId, room] = [await world.cohort(), await world.room({ seats: 2 })];
    await world.enrolled(cohortId, await world.learners(3));
    const input = { cohortId, trainerIds: [], resourceIds: [room], about: 'title' as const, title: 'Atelier', rule: { slots: [{ weekday: 4, startsAt: '09:00', endsAt: '12:00' }], from: '2027-06-03', count: 1, everyWeeks: 1 } };
    expect(await world.test.get(PreviewSeries).execute(world.marie, input)).toMatchObject({ learners: 3, room: { seats: 2 } });
  });

  it('case 62: 200 sessions with a clash at the 137th: none is planned, every clash is named, nobody is told', async () => {
    const [cohortId, room, learners] = [await world.cohort(), await world.room(), await world.learners(5)];
    await world.enrolled(cohortId, learners);
    const rule = { slots: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startsAt: '07:00', endsAt: '08:00' })), from: '2027-02-01', count: 200 };
    const plain = done(await world.test.get(PreviewSeries).execute(world.marie, { cohortId, about: 'title', title: 'x', trainerIds: [], resourceIds: [], rule: { ...rule, everyWeeks: 1 } }));
    const nth = plain.dates[136]?.date ?? '';
    await world.booked(room, { title: 'Board meeting', startsAt: `${nth}T07:30`, endsAt: `${nth}T08:30` });
    const answer = await world.series(cohortId, { resourceIds: [room], rule });
    expect(answer).toBeInstanceOf(ScheduleClash);
    expect((answer as ScheduleClash).clashes).toMatchObject([{ reason: 'booked', occurrence: '136', rival: { title: 'Board meeting' } }]);
    expect(await world.wall(cohortId)).toEqual([]);
    expect(await world.test.asOwner(`select from change where subject_id = $1 and kind = 'scheduled'`, [cohortId])).toEqual([]);
    expect(await world.test.asOwner('select from message')).toEqual([]);
    const { occurrenceIds } = await world.planned(cohortId, { rule });
    expect(occurrenceIds).toHaveLength(200);
  }, 60_000);

  it('defect 9: the days of two semesters overlap and their hours do not: one trainer gives both; the hour that does overlap is refused on every day', async () => {
    const [mornings, afternoons, third, trainer] = [await world.cohort(), await world.cohort(), await world.cohort(), await world.trainer()];
    const rule = (startsAt: string, endsAt: string) => ({ slots: [{ weekday: 3, startsAt, endsAt }], from: '2027-02-03', count: 18 });
    const trainerIds = [trainer.personId ?? ''];
    await world.planned(mornings, { trainerIds, rule: rule('09:00', '12:00') });
    await world.planned(afternoons, { trainerIds, rule: rule('12:00', '15:00') });
    const between = await world.series(third, { trainerIds, rule: rule('11:00', '13:00') });
    expect(between).toBeInstanceOf(ScheduleClash);
    expect((between as ScheduleClash).clashes).toHaveLength(36);
    expect(await world.stands(trainerIds[0] ?? '')).toHaveLength(36);
  }, 60_000);

  it('moves one session, or it and all that follow, and leaves alone what was moved by hand', async () => {
    const [cohortId, learners] = [await world.cohort(), await world.learners(2)];
    await world.enrolled(cohortId, learners);
    await world.planned(cohortId, { rule: { count: 4, from: '2027-03-09' } });
    done(await world.test.get(MoveSessions).execute(world.marie, { ...(await refOf(cohortId, 2)), to: { date: '2027-03-24', startsAt: '10:00', endsAt: '12:00' } }));
    const moved = done(await world.test.get(MoveSessions).execute(world.marie, { ...(await refOf(cohortId, 1, true)), to: { date: '2027-03-18', startsAt: '17:00', endsAt: '20:00' } }));
    expect(moved.versions.size).toBe(2);
    // The last one lies beyond the change of the clocks: 17:00 on the wall all the same.
    expect(await world.wall(cohortId)).toEqual(['2027-03-09 18:00 planned', '2027-03-18 17:00 planned', '2027-03-24 10:00 planned', '2027-04-01 17:00 planned']);
    done(await world.test.get(UndoSessionChange).execute(world.marie, { changeId: moved.changeId }));
    expect(await world.wall(cohortId)).toEqual(['2027-03-09 18:00 planned', '2027-03-16 18:00 planned', '2027-03-24 10:00 planned', '2027-03-30 18:00 planned']);
    expect(await world.test.get(UndoSessionChange).execute(world.marie, { changeId: moved.changeId })).toMatchObject({ code: 'CANNOT_UNDO', why: 'undone' });
  });

  it('cancels one or all that follow, frees what they took, and brings them back with undo', async () => {
    const [cohortId, room, learners] = [await world.cohort(), await world.room(), await world.learners(2)];
    await world.enrolled(cohortId, learners);
    await world.planned(cohortId, { resourceIds: [room], rule: { count: 3 } });
    const cancelled = done(await world.test.get(CancelSessions).execute(world.marie, await refOf(cohortId, 1, true)));
    expect(await world.wall(cohortId)).toEqual(['2027-01-05 18:00 planned', '2027-01-12 18:00 cancelled', '2027-01-26 18:00 cancelled']);
    expect(await claims(cohortId)).toEqual([{ part: 'learner', count: 2 }, { part: 'room', count: 1 }]);
    done(await world.test.get(UndoSessionChange).execute(world.marie, { changeId: cancelled.changeId }));
    expect(await claims(cohortId)).toEqual([{ part: 'learner', count: 6 }, { part: 'room', count: 3 }]);
    const history = done(await world.test.get(ReadCohorts).history(world.marie, cohortId));
    expect(history).toMatchObject([{ kind: 'cancelled', following: true, byName: 'Marie Martin', sessions: [{}, {}] }]);
    expect(history[0]?.undoneAt).toBeInstanceOf(Date);
  });

  it('says why to everybody concerned: in the agenda until it was seen', async () => {
    const [cohortId, [ines]] = [await world.cohort(), await world.learners(1)];
    if (!ines) throw new Error('Nobody.');
    await world.enrolled(cohortId, [ines]);
    await world.planned(cohortId, { rule: { count: 2 } });
    await world.test.asOwner(`insert into agenda_visit (person_id) values ($1)`, [ines.personId]);
    done(await world.test.get(CancelSessions).execute(world.marie, { ...(await refOf(cohortId, 0)), why: 'trainer-away' }));
    const [row] = await world.test.database.as(ines, (tx) => tx.query<{ read: { changes: object[] } }>(`select app.my_day('en') as read`));
    expect(row?.read.changes).toMatchObject([{ kind: 'cancelled', why: 'trainer-away' }]);
  });

  it('row 31: a substitute for one evening, another room for all that follow; whoever is taken is named', async () => {
    const [cohortId, room, other, thomas, lea] = [await world.cohort(), await world.room(), await world.room(), await world.trainer(), await world.trainer('Léa')];
    const [thomasId, leaId] = [thomas.personId ?? '', lea.personId ?? ''];
    await world.planned(cohortId, { resourceIds: [room], trainerIds: [thomasId], rule: { count: 3, slots: [{ weekday: 4, startsAt: '13:00', endsAt: '16:00' }] } });
    const swap = done(await world.test.get(Substitute).execute(world.marie, { ...(await refOf(cohortId, 0)), trainerIds: [leaId] }));
    done(await world.test.get(Substitute).execute(world.marie, { ...(await refOf(cohortId, 1, true)), resourceIds: [other] }));
    expect([(await world.stands(thomasId)).length, (await world.stands(leaId)).length, (await world.stands(room)).length, (await world.stands(other)).length]).toEqual([2, 1, 1, 2]);
    const sessions = done(await world.test.get(ReadCohorts).sessions(world.marie, cohortId));
    expect(sessions[2]?.place).not.toBe(sessions[0]?.place);
    await world.booked(room, { title: 'Elsewhere', startsAt: '2027-01-14T14:00', endsAt: '2027-01-14T15:00' });
    expect(await world.test.get(Substitute).execute(world.marie, { ...(await refOf(cohortId, 1)), resourceIds: [room] })).toMatchObject({ code: 'SLOT_TAKEN', clashes: [{ rival: { title: 'Elsewhere' } }] });
    done(await world.test.get(UndoSessionChange).execute(world.marie, { changeId: swap.changeId }));
    expect((await world.stands(thomasId)).length).toBe(3);
  });

  it('row 22: another meeting online, for one or all that follow, is on every card and told as another place; what to bring is not; undo brings both back', async () => {
    const [cohortId, [ines]] = [await world.cohort(), await world.learners(1)];
    if (!ines) throw new Error('Nobody.');
    await world.enrolled(cohortId, [ines]);
    await world.planned(cohortId, { link: 'https://meet.example.org/old', rule: { count: 3 } });
    const change = async (index: number, following: boolean, what: object) => done(await world.test.get(Substitute).execute(world.marie, { ...(await refOf(cohortId, index, following)), ...what }));
    const meetings = async () => done(await world.test.get(ReadCohorts).sessions(world.marie, cohortId)).map(({ link, bring }) => `${link ?? 'no link'}, ${bring ?? 'nothing'}`);
    const changed = await change(1, true, { link: 'https://meet.example.org/new', bring: ' a   laptop ' });
    expect(await meetings()).toEqual(['https://meet.example.org/old, nothing', 'https://meet.example.org/new, a laptop', 'https://meet.example.org/new, a laptop']);
    await change(0, false, { bring: 'headphones' });
    expect(await meetings()).toContain('https://meet.example.org/old, headphones');
    const cards = await world.test.asOwner<{ count: number }>(`select count(*)::int as count from occurrence_card c join cohort_session s using (occurrence_id) where s.cohort_id = $1 and c.link = 'https://meet.example.org/new'`, [cohortId]);
    expect(cards).toEqual([{ count: 8 }]);
    const kinds = await world.test.asOwner<{ kind: string }>(`select h.kind from change h join cohort_session s on s.occurrence_id = h.subject_id where s.cohort_id = $1 and h.kind in ('moved', 'changed') and h.version > 1 order by h.kind`, [cohortId]);
    expect(kinds.map(({ kind }) => kind)).toEqual(['changed', 'moved', 'moved']);
    done(await world.test.get(UndoSessionChange).execute(world.marie, { changeId: changed.changeId }));
    expect((await meetings()).slice(1)).toEqual(['https://meet.example.org/old, nothing', 'https://meet.example.org/old, nothing']);
    await change(2, false, { link: '' });
    expect((await meetings())[2]).toBe('no link, nothing');
    expect(await world.test.get(Substitute).execute(world.marie, { ...(await refOf(cohortId, 0)), link: 'javascript:alert(1)' })).toMatchObject({ code: 'INVALID_INPUT', faults: [{ field: 'link', reason: 'link.malformed' }] });
  });

  it('cases 63 and 64: 18:00 stays 18:00 over both changes of the clocks; 02:30 that does not exist is 03:30, one that comes twice is the first', async () => {
    const [evenings, nights] = [await world.cohort(), await world.cohort()];
    await world.planned(evenings, { rule: { from: '2027-03-23', until: '2027-11-02' } });
    const utc = async (cohortId: string) =>
      (await world.test.asOwner<{ at: string }>(`select to_char(o.starts_at at time zone 'UTC', 'MM-DD HH24:MI') as at from cohort_session s join occurrence o on o.id = s.occurrence_id where s.cohort_id = $1 order by o.starts_at`, [cohortId])).map(({ at }) => at);
    const times = await utc(evenings);
    expect([times.length, times[0], times[1], times.at(-2), times.at(-1)]).toEqual([33, '03-23 17:00', '03-30 16:00', '10-26 16:00', '11-02 17:00']);
    expect(new Set((await world.wall(evenings)).map((line) => line.slice(11)))).toEqual(new Set(['18:00 planned']));
    await world.planned(nights, { about: 'title', title: 'Nuit du code', rule: { from: '2027-03-28', until: '2027-10-31', slots: [{ weekday: 7, startsAt: '02:30', endsAt: '05:00' }] } });
    const atNight = await utc(nights);
    expect([atNight[0], atNight[1], atNight.at(-1)]).toEqual(['03-28 01:30', '04-04 00:30', '10-31 00:30']);
    expect((await world.wall(nights))[0]).toBe('2027-03-28 03:30 planned');
  });

  it('bad input: refuses what overlaps, leaves the dates of the cohort or names nothing, at its field and with the cause', async () => {
    const cohortId = await world.cohort({ endsOn: '2027-03-31' });
    await world.planned(cohortId, { rule: { count: 2 } });
    const reasonsOf = async (wishes: Parameters<CohortWorld['series']>[1]) => {
      const answer = await world.series(cohortId, wishes);
      return answer instanceof InvalidInput ? answer.faults.map(({ field, reason }) => `${field} ${reason}`) : answer;
    };
    expect(await reasonsOf({ rule: { count: 1 } })).toEqual(['rule.slots series.overlaps-session']);
    expect(await reasonsOf({ rule: { from: '2027-06-01', count: 2 } })).toEqual(['rule.from series.outside-cohort']);
    expect(await reasonsOf({ rule: { from: '2026-06-02', count: 2 } })).toEqual(['rule.from series.outside-cohort']);
    expect(await reasonsOf({ rule: { slots: [{ weekday: 1, startsAt: '09:00', endsAt: '12:00' }, { weekday: 1, startsAt: '11:00', endsAt: '13:00' }] } })).toEqual(['rule.slots.1 series.slots-overlap']);
    expect(await reasonsOf({ about: 'title', title: 'two\nlines', link: 'javascript:alert(1)' })).toEqual(['title text.one-line', 'link link.malformed']);
    expect(await reasonsOf({ rule: { until: '2027-01-01' } })).toEqual(['rule.until days.reversed']);
    expect(await reasonsOf({ rule: { count: 1e9 } })).toEqual(['rule.count series.count']);
  });

  it('case 12: a trainer plans and moves nothing; whoever has no part in the centre learns nothing', async () => {
    const [cohortId, trainer] = [await world.cohort(), await world.trainer()];
    expect(await world.series(cohortId, {}, trainer)).toBeInstanceOf(NotAllowed);
    const stranger = await world.make.actor({ organisation: await world.make.organisation(), roles: ['coordinator'] });
    expect(await world.series(cohortId, {}, stranger)).toMatchObject({ code: 'NOT_FOUND' });
  });
});
