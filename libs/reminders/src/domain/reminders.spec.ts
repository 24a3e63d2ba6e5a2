import { planReminders, type RemindedOccurrence } from './plan-reminders.js';
import { type BeforeRule, defaultRules, dueOf, faultsOfRules, ruleKey } from './rule.js';
import { weekAheadAt } from './week-ahead.js';

const zone = 'Europe/Brussels';
const before = (amount: number, unit: 'hours' | 'days', at?: string): BeforeRule => ({ trigger: 'before', amount, unit, at, kinds: [], parts: ['learner'], firstOnly: false, texts: {} });
const two = [before(24, 'hours'), before(1, 'hours')];
const startsAt = new Date('2026-11-24T12:00:00Z');
const hoursBefore = (hours: number): Date => new Date(startsAt.getTime() - hours * 3_600_000);
const occurrence = (now: Date, since: Date, wishes: Partial<RemindedOccurrence> = {}): RemindedOccurrence => ({ kind: 'session', state: 'planned', startsAt, zone, isFirst: false, attendees: [{ personId: 'ines', part: 'learner', since }], now, ...wishes });
const planned = (one: RemindedOccurrence, rules = two) => planReminders(one, rules).map(({ rule, dueAt, keepOnly }) => `${keepOnly ? 'keep' : 'send'} ${rule} at -${(startsAt.getTime() - dueAt.getTime()) / 3_600_000}h`);

describe('reminders', () => {
  it('plans what is due later', () => {
    expect(planned(occurrence(hoursBefore(100), hoursBefore(200)))).toEqual(['send 24h-before at -24h', 'send 1h-before at -1h']);
  });

  it('defect 2: who joins three hours before gets the next one, not the one that is over', () => {
    expect(planned(occurrence(hoursBefore(3), hoursBefore(3)))).toEqual(['keep 24h-before at -24h', 'send 1h-before at -1h']);
  });

  it('defect 18: who joins when all are over gets the last one at once, and only that', () => {
    expect(planned(occurrence(hoursBefore(0.5), hoursBefore(0.5)))).toEqual(['keep 24h-before at -24h', 'send 1h-before at -0.5h']);
  });

  it('sends nothing again to who was there when it was due', () => {
    expect(planned(occurrence(hoursBefore(0.5), hoursBefore(50)))).toEqual(['keep 24h-before at -24h', 'keep 1h-before at -1h']);
  });

  it('wants nothing for what was cancelled or has begun', () => {
    expect(planned(occurrence(hoursBefore(50), hoursBefore(60), { state: 'cancelled' }))).toEqual([]);
    expect(planned(occurrence(startsAt, hoursBefore(60)))).toEqual([]);
  });

  it('case 66: over a change of the clocks "24 hours" is elapsed time and "1 day" is the wall', () => {
    const monday = { startsAt: new Date('2027-03-28T16:00:00Z'), zone };
    expect(dueOf(before(24, 'hours'), monday).toISOString()).toBe('2027-03-27T16:00:00.000Z');
    expect(dueOf(before(1, 'days'), monday).toISOString()).toBe('2027-03-27T17:00:00.000Z');
    expect(dueOf(before(1, 'days', '09:00'), monday).toISOString()).toBe('2027-03-27T08:00:00.000Z');
  });

  it('case 64: the day before a 02:30 that the clocks skip, and before the one they show twice, there is one reminder', () => {
    for (const start of ['2027-03-28T01:30:00Z', '2027-10-31T00:30:00Z']) {
      const one = { ...occurrence(new Date('2027-01-01T00:00:00Z'), new Date('2026-12-01T00:00:00Z')), startsAt: new Date(start) };
      expect(planReminders(one, [before(1, 'days')])).toHaveLength(1);
    }
  });

  it.each([['Africa/Cairo', '2027-04-30', 5, '2027-04-29T22:00:00.000Z'], ['Asia/Beirut', '2027-03-28', 7, '2027-03-27T22:00:00.000Z']])('case 65: what is due at 00:00 in %s on %s, a day without midnight, is due when that day begins, and once', (where, day, weekday, begins) => {
    const next = { startsAt: new Date(new Date(begins).getTime() + 33 * 3_600_000), zone: where };
    expect(dueOf(before(1, 'days', '00:00'), next).toISOString()).toBe(begins);
    const minutes = Array.from({ length: 26 * 60 }, (_, minute) => new Date(new Date(begins).getTime() + (minute - 60) * 60_000));
    const due = minutes.map((now) => ({ now, rule: weekAheadAt(now, { weekday, at: '00:00' }, where)?.rule })).filter(({ rule }) => rule !== undefined && !rule.endsWith(day));
    expect([new Set(due.map(({ rule }) => rule)).size, due[0]?.now.toISOString()]).toEqual([1, begins]);
  });

  it('case 68: a session over midnight is reminded by its start; the day before 1 March of a leap year is 29 February', () => {
    expect(dueOf(before(1, 'days'), { startsAt: new Date('2028-03-01T22:30:00Z'), zone }).toISOString()).toBe('2028-02-29T22:30:00.000Z');
  });

  it('case 67: the same instant for a learner in New York and an expert in Kolkata', () => {
    expect(dueOf(before(1, 'hours'), { startsAt, zone: 'America/New_York' })).toEqual(dueOf(before(1, 'hours'), { startsAt, zone: 'Asia/Kolkata' }));
  });

  it('by default reminds only of what is rare: coaching, exams, workshops and first days', () => {
    const one = (kind: string, isFirst = false) => planReminders(occurrence(hoursBefore(100), hoursBefore(200), { kind, isFirst }), defaultRules).length;
    expect([one('session'), one('workshop'), one('coaching'), one('session', true)]).toEqual([0, 2, 2, 2]);
  });

  it('two rules of the same offset are one reminder', () => {
    expect(planned(occurrence(hoursBefore(100), hoursBefore(200)), [before(24, 'hours'), { ...before(24, 'hours'), kinds: ['session'] }])).toEqual(['send 24h-before at -24h']);
    expect(ruleKey(before(1, 'days', '09:00'))).not.toBe(ruleKey(before(1, 'days')));
  });

  it('the week ahead leaves on Friday at 15:00 of the wall and is of no use after the first morning', () => {
    const at = (text: string) => weekAheadAt(new Date(text), { weekday: 5, at: '15:00' }, zone)?.rule;
    expect([at('2026-11-27T13:59:00Z'), at('2026-11-27T14:00:00Z'), at('2026-11-29T22:00:00Z'), at('2026-11-30T06:59:00Z'), at('2026-11-30T07:00:00Z')]).toEqual([undefined, 'week:2026-11-30', 'week:2026-11-30', 'week:2026-11-30', undefined]);
  });

  it('names what is wrong with entered rules', () => {
    expect(faultsOfRules([{ ...before(0, 'hours'), parts: [] }]).map(({ field, reason }) => `${field} ${reason}`)).toEqual(['rules.0.parts reminders.nobody', 'rules.0.amount reminders.amount']);
    expect(faultsOfRules(defaultRules)).toEqual([]);
  });
});
