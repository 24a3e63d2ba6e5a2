import { BookSeries, type BookingSeriesInput, CreateClosureCalendar, PreviewBookingSeries, ScheduleClash } from '@app/ledger';
import { InvalidInput, isProblem, NotAllowed, NotFound, type Problem } from '@app/platform';
import { type LedgerWorld, openLedgerWorld } from '../support/ledger-world.js';

describe('a booking that comes back every week', () => {
  let world: LedgerWorld;
  beforeAll(async () => {
    world = await openLedgerWorld();
    const closed = await world.test.get(CreateClosureCalendar).execute(world.marie, { organisationId: world.centre.id, name: 'Jours fériés', publicHolidays: true, community: 'fr', siteIds: [world.site.id] });
    if (isProblem(closed)) throw new Error(JSON.stringify(closed));
  });
  afterAll(() => world.test.close());

  // Wednesdays; 11 November 2026 is a public holiday in Belgium, and summer time ends on 25 October.
  const series = (resourceIds: readonly string[], wishes: Partial<BookingSeriesInput> = {}): BookingSeriesInput => ({
    ...{ organisationId: world.centre.id, title: 'Table de conversation', resourceIds },
    rule: { slots: [{ weekday: 3, startsAt: '18:00', endsAt: '20:00' }], from: '2026-10-21', until: null, count: 4, everyWeeks: 1 },
    ...wishes,
  });
  const book = (input: BookingSeriesInput, actor = world.marie) => world.test.get(BookSeries).execute(actor, input);
  const preview = (input: BookingSeriesInput, actor = world.marie) => world.test.get(PreviewBookingSeries).execute(actor, input);
  const accepted = <T>(answer: T): Exclude<T, Problem> => {
    if (isProblem(answer)) throw new Error(JSON.stringify(answer));
    return answer as Exclude<T, Problem>;
  };

  it('keeps its wall time over the change of clocks, leaves closed days out and goes on until it has so many', async () => {
    const lab = await world.room();
    const seen = accepted(await preview(series([lab])));
    expect(seen.skipped).toMatchObject([{ date: '2026-11-11', startsAt: '18:00' }]);
    expect(seen.dates.map(({ date, clashes }) => [date, clashes.length])).toEqual([['2026-10-21', 0], ['2026-10-28', 0], ['2026-11-04', 0], ['2026-11-18', 0]]);
    expect(await world.stands(lab)).toEqual([]);
    const booked = accepted(await book(series([lab])));
    expect(booked.occurrenceIds).toHaveLength(4);
    expect(booked.skipped).toEqual(seen.skipped);
    expect(await world.stands(lab)).toEqual(['2026-10-21T16:00/18:00', '2026-10-28T17:00/19:00', '2026-11-04T17:00/19:00', '2026-11-18T17:00/19:00']);
    expect(await world.test.asOwner('select distinct series_id, kind from occurrence where id = any ($1)', [booked.occurrenceIds])).toEqual([{ series_id: booked.seriesId, kind: 'booking' }]);
  });

  it('case 53: all or nothing: each date that clashes is named with its rival, and nothing is taken', async () => {
    const lab = await world.room({ name: 'Salle Horta' });
    const taken = ['2026-10-28', '2026-11-18'];
    for (const day of taken) await world.booked(lab, { startsAt: `${day}T17:00`, endsAt: `${day}T19:00`, title: 'Conseil' });
    const before = await world.stands(lab);
    const refused = await book(series([lab]));
    const clashes = refused instanceof ScheduleClash ? refused.clashes : [];
    expect(clashes.map(({ reason, rival }) => [reason, rival?.title, rival?.from.toISOString().slice(0, 10)])).toEqual(taken.map((day) => ['booked', 'Conseil', day]));
    expect(accepted(await preview(series([lab]))).dates.map(({ clashes: found }) => found.length)).toEqual([0, 1, 0, 1]);
    expect(await world.stands(lab)).toEqual(before);
  });

  it('goes until a day, every second week, and for a person without a room over the closures of the site named', async () => {
    const person = await world.make.actor({ organisation: world.centre, roles: ['trainer'] });
    const people = [{ personId: person.personId ?? '', part: 'staff' as const }];
    const rule = { slots: [{ weekday: 3, startsAt: '09:00', endsAt: '10:00' }], from: '2026-10-28', until: '2026-12-02', count: null, everyWeeks: 2 };
    const seen = accepted(await preview(series([], { people, rule, zone: 'Europe/Brussels', siteId: world.site.id })));
    expect([seen.dates.map(({ date }) => date), seen.skipped.map(({ date }) => date)]).toEqual([['2026-10-28', '2026-11-25'], ['2026-11-11']]);
    accepted(await book(series([], { people, rule, zone: 'Europe/Brussels', siteId: world.site.id })));
    expect(await world.stands(person.personId ?? '')).toHaveLength(2);
  });

  it('says all that is wrong with the form, at its fields', async () => {
    const lab = await world.room();
    const rule = { slots: [{ weekday: 3, startsAt: '18:00', endsAt: '18:00' }], from: '2026-10-21', until: '2026-01-01', count: null, everyWeeks: 1 };
    const refused = await book(series([lab], { title: ' ', rule }));
    expect(refused instanceof InvalidInput && refused.faults.map(({ field, reason }) => `${field} ${reason}`)).toEqual(['title value.missing', 'rule.slots.0.endsAt range.empty', 'rule.until days.reversed']);
    const only = { slots: [{ weekday: 3, startsAt: '18:00', endsAt: '19:00' }], from: '2026-11-11', until: '2026-11-11', count: null, everyWeeks: 1 };
    expect(await book(series([lab], { rule: only }))).toEqual(InvalidInput.at('rule.slots', 'series.empty'));
  });

  it('case 10: is for those who plan; rooms of strangers are unknown', async () => {
    const lab = await world.room();
    const learner = await world.make.actor({ organisation: world.centre });
    const stranger = await world.make.actor({ organisation: await world.make.organisation(), roles: ['coordinator'] });
    for (const ask of [book, preview]) {
      expect(await ask(series([lab]), learner)).toEqual(new NotAllowed('room.book'));
      expect(await ask(series([lab]), stranger)).toBeInstanceOf(NotFound);
      expect(await ask(series(['01997000-0000-7000-8000-000000000000']))).toEqual(new NotFound('room'));
    }
  });
});
