import fc from 'fast-check';
import { type Claim } from './claim.js';
import { judge } from './judge.js';
import { type LedgerFacts, travelKey } from './ledger-facts.js';

const hour = (value: number): Date => new Date(Date.UTC(2026, 10, 23) + value * 3_600_000);
const room = (id: string, seats: number | null = null) => ({ id, kind: 'room' as const, organisationId: 'o', name: id, siteId: 'mons', seats, archived: false });
const person = (id: string) => ({ id, kind: 'person' as const, organisationId: 'nobody', name: id, siteId: null, seats: null, archived: false });
const facts = (changes: Partial<LedgerFacts> = {}): LedgerFacts => ({
  ...{ now: hour(0), zone: 'UTC', bookings: [], absences: [], travel: new Map<string, number>() },
  resources: new Map([room('lab'), room('shared', 20), person('ana')].map((each) => [each.id, each])),
  sites: new Map(['mons', 'charleroi'].map((id) => [id, { id, name: id, zone: 'UTC', calendars: [] }])),
  ...changes,
});
const claim = (resourceId: string, from: number, to: number, wishes: Partial<Claim> = {}): Claim => ({ resourceId, part: resourceId === 'ana' ? 'trainer' : 'room', occurrence: `${from}`, during: { from: hour(from), to: hour(to) }, ...wishes });
const asker = { language: 'fr' as const };

describe('the judge of claims', () => {
  it('grants what touches and refuses what overlaps, also within one call', () => {
    expect(judge([claim('lab', 9, 12), claim('lab', 12, 13)], facts(), asker).clashes).toEqual([]);
    expect(judge([claim('lab', 9, 12), claim('lab', 11, 13)], facts(), asker).clashes).toMatchObject([{ reason: 'booked', occurrence: '11', rival: { occurrenceId: '9' } }]);
  });

  it('lets learners yield unless they book for themselves', () => {
    const twice = [claim('ana', 9, 12, { part: 'learner' }), claim('ana', 10, 11, { part: 'learner' })];
    const moved = judge(twice, facts(), asker);
    expect([moved.clashes.length, moved.yielded.length, moved.granted.map(({ binding }) => binding)]).toEqual([0, 1, [true, false]]);
    expect(judge(twice, facts(), { ...asker, personId: 'ana' }).clashes).toHaveLength(1);
  });

  it('measures the way to the nearest booking at a place, whatever is online in between', () => {
    const travel = new Map([[travelKey('mons', 'charleroi'), 60]]);
    const online = [claim('ana', 8, 10, { siteId: 'mons' }), claim('ana', 10, 10.5), claim('ana', 10.75, 12, { siteId: 'charleroi' })];
    expect(judge(online, facts({ travel }), asker).clashes).toMatchObject([{ reason: 'travel', occurrence: '10.75', travel: { minutes: 60, from: 'mons', to: 'charleroi' } }]);
    expect(judge([claim('ana', 8, 10, { siteId: 'mons' }), claim('ana', 11, 12, { siteId: 'charleroi' })], facts({ travel }), asker).clashes).toEqual([]);
  });

  it('tells a closed day once for the whole occurrence, not once for each of its people', () => {
    const closed = { publicHolidays: null, community: null, days: [{ kind: 'closed' as const, from: '2026-11-23', to: '2026-11-23', name: 'Strike' }] };
    const sites = new Map([['mons', { id: 'mons', name: 'mons', zone: 'UTC', calendars: [closed] }]]);
    const occurrence = { occurrence: 'session', siteId: 'mons' };
    expect(judge([claim('lab', 9, 12, occurrence), claim('ana', 9, 12, occurrence)], facts({ sites }), asker).clashes).toMatchObject([{ reason: 'closed', closure: 'Strike' }]);
  });

  it('names what is no resource of the organisation, and people booked as rooms', () => {
    expect(judge([claim('lab', 9, 10), claim('nothing', 9, 10), claim('ana', 9, 10, { part: 'room' })], facts(), asker).unknown).toEqual(['nothing', 'ana']);
  });

  it('whatever is asked in whatever order, what is granted never overlaps and never seats more than there are', () => {
    const wish = fc.record({ who: fc.constantFrom('lab', 'shared', 'ana'), from: fc.integer({ min: 0, max: 30 }), length: fc.integer({ min: 1, max: 6 }), seats: fc.integer({ min: 1, max: 21 }) });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 25 }), (wishes) => {
        const { granted } = judge(wishes.map(({ who, from, length, seats }) => claim(who, from, from + length, who === 'shared' ? { seats } : {})), facts(), asker);
        for (let at = 0; at < 40; at++) {
          const present = granted.filter(({ claim: { during } }) => during.from <= hour(at) && hour(at) < during.to);
          const taken = (id: string): number => present.filter((each) => each.claim.resourceId === id).length;
          const seated = present.filter((each) => each.claim.resourceId === 'shared').reduce((sum, each) => sum + (each.claim.seats ?? 0), 0);
          if (taken('lab') > 1 || taken('ana') > 1 || seated > 20) return false;
        }
        return true;
      }),
    );
  });
});
