import fc from 'fast-check';
import { type Activity, type AgendaWish, type Attendee, type Model, type Need, type Relation, type Resource, type Series, type Wishes } from '../model/model.js';

const DAYS = 3;
const PER_DAY = 4;
const SLOTS = DAYS * PER_DAY;
const slot = fc.nat(SLOTS - 1);
const slots = fc.uniqueArray(slot, { maxLength: 3 });

const need: fc.Arbitrary<Need> = fc.record(
  {
    kind: fc.constantFrom('room', 'trainer'),
    features: fc.subarray(['beamer', 'lab'], { maxLength: 1 }),
    seats: fc.constantFrom('hard' as const, 'soft' as const, 'none' as const),
    cost: fc.array(fc.tuple(fc.nat(4), fc.nat(9)), { maxLength: 2 }),
  },
  { requiredKeys: ['kind'] },
);

const activity = (long: boolean): fc.Arbitrary<Omit<Activity, 'id'>> =>
  fc.record(
    {
      duration: long ? fc.integer({ min: 1, max: 3 }) : fc.constant(1),
      minutes: fc.constantFrom(30, 60, 90),
      people: fc.nat(30),
      closed: slots,
      startCost: fc.array(fc.tuple(slot, fc.nat(9)), { maxLength: 2 }),
      site: fc.nat(1),
      needs: fc.array(need, { maxLength: 2 }),
      alone: fc.boolean(),
      priority: fc.integer({ min: 1, max: 3 }),
    },
    { requiredKeys: ['people', 'needs'] },
  );

const resource = (shared: boolean): fc.Arbitrary<Omit<Resource, 'id'>> =>
  fc.record(
    {
      kind: fc.constantFrom('room', 'trainer'),
      capacity: fc.integer({ min: 10, max: 40 }),
      shared: fc.constant(shared),
      features: fc.subarray(['beamer', 'lab']),
      site: fc.nat(1),
      closed: slots,
      buffer: fc.nat(1),
      maxPerDay: fc.integer({ min: 1, max: 3 }),
      maxPerWeek: fc.integer({ min: 2, max: 5 }),
      penalty: fc.nat(5),
    },
    { requiredKeys: ['kind', 'capacity'] },
  );

const members = (n: number) => fc.uniqueArray(fc.nat(n - 1), { minLength: 1, maxLength: 5 });

const attendee = (n: number): fc.Arbitrary<Omit<Attendee, 'id'>> =>
  fc.record(
    { activities: members(n), people: fc.integer({ min: 1, max: 4 }), closed: slots, buffer: fc.nat(1), maxPerDay: fc.integer({ min: 1, max: 3 }), agenda: fc.nat(1), apart: fc.boolean() },
    { requiredKeys: ['activities'] },
  );

const series = (n: number): fc.Arbitrary<Omit<Series, 'id'>> =>
  fc.record(
    {
      activities: members(n),
      minDays: fc.record({ days: fc.integer({ min: 1, max: 3 }), cost: fc.nat(5) }),
      sameResource: fc.record({ kind: fc.constantFrom('room', 'trainer'), cost: fc.nat(5) }),
    },
    { requiredKeys: ['activities'] },
  );

const relation = (n: number): fc.Arbitrary<Relation> =>
  fc
    .record(
      {
        kind: fc.constantFrom('before' as const, 'sameSlot' as const, 'differentSlot' as const, 'sameDay' as const, 'differentDay' as const),
        a: fc.nat(n - 1),
        b: fc.nat(n - 1),
        lag: fc.nat(2),
        cost: fc.nat(9),
      },
      { requiredKeys: ['kind', 'a', 'b'] },
    )
    .filter((r) => r.a !== r.b);

const wishes: fc.Arbitrary<Wishes> = fc.record({
  agendas: fc.constant<AgendaWish[]>([{ isolated: 2, gap: 1 }, { thirdInRow: 3, single: 1, gap: 2 }]),
  proximity: fc.constantFrom([0, 4, 2, 1], []),
  sameDay: fc.constant({ next: 7, apart: 3 }),
  seatOverflow: fc.nat(2),
  seatWaste: fc.nat(1),
  mixedLength: fc.nat(5),
  lateLarge: fc.constant({ largest: 2, lastSlots: 4, cost: 11 }),
  fairness: fc.constantFrom([{ kind: 'trainer', cost: 2 }], []),
  travel: fc.nat(3),
  change: fc.constant({ start: 2, resource: 1, each: 5, now: 1, noticeSlots: 3 }),
  unplaced: fc.constant(500),
});

/** Small models in which every part of the model occurs, with long activities (and then no shared rooms) or without. */
export function anyModel(long: boolean): fc.Arbitrary<Model> {
  return fc.integer({ min: 2, max: 9 }).chain((n) =>
    fc
      .record({
        activities: fc.array(activity(long), { minLength: n, maxLength: n }),
        resources: fc.array(fc.boolean().chain((shared) => resource(shared && !long)), { minLength: 2, maxLength: 5 }),
        attendees: fc.array(attendee(n), { maxLength: 5 }),
        series: fc.array(series(n), { maxLength: 3 }),
        relations: fc.array(relation(n), { maxLength: 4 }),
        wishes,
        travel: fc.constantFrom<number[][] | undefined>(undefined, [[0, 1], [1, 0]]),
        published: fc.array(fc.integer({ min: -1, max: SLOTS - 1 }), { minLength: n, maxLength: n }),
      })
      .map(({ published, ...parts }) => named(parts, published)),
  );
}

interface Parts {
  activities: Omit<Activity, 'id'>[];
  resources: Omit<Resource, 'id'>[];
  attendees: Omit<Attendee, 'id'>[];
  series: Omit<Series, 'id'>[];
  relations: Relation[];
  wishes: Wishes;
  travel: number[][] | undefined;
}

function named(parts: Parts, published: number[]): Model {
  const needs = parts.activities.reduce((sum, a) => sum + a.needs.length, 0);
  return {
    ...parts,
    activities: parts.activities.map((one, i) => ({ ...one, id: String(i) })),
    resources: parts.resources.map((one, i) => ({ ...one, id: String(i) })),
    attendees: parts.attendees.map((one, i) => ({ ...one, id: String(i) })),
    series: parts.series.map((one, i) => ({ ...one, id: String(i) })),
    grid: { slots: SLOTS, dayOf: Array.from({ length: SLOTS }, (_, s) => Math.floor(s / PER_DAY)), weekOf: [0, 0, 1], penalty: Array.from({ length: SLOTS }, (_, s) => s % 3), minutes: Array.from({ length: SLOTS }, (_, s) => (s % 5 === 0 ? 60 : 90)) },
    published: { start: published, choice: new Array<number>(needs).fill(0) },
  };
}
