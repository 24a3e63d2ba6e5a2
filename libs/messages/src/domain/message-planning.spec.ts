import { decideMail, type DueMessage } from './decide.js';
import { nextDigest } from './digest.js';
import { backoffSeconds, outcomeOf } from './outcome.js';
import { endOfQuiet } from './quiet-hours.js';

const at = (text: string): Date => new Date(text);
const zone = 'Europe/Brussels';

describe('quiet hours', () => {
  const night = { from: '21:30', until: '07:00', zone };

  it.each([
    ['2026-11-23T20:29:00Z', undefined],
    ['2026-11-23T20:30:00Z', '2026-11-24T06:00:00Z'],
    ['2026-11-24T03:00:00Z', '2026-11-24T06:00:00Z'],
    ['2026-11-24T06:00:00Z', undefined],
  ])('at %s end %s', (now, end) => {
    expect(endOfQuiet(at(now), night)).toEqual(end && at(end));
  });

  it('case 63: keep to the wall clock in the night when the clocks change', () => {
    expect(endOfQuiet(at('2027-03-27T22:00:00Z'), night)).toEqual(at('2027-03-28T05:00:00Z'));
    expect(endOfQuiet(at('2027-10-30T22:00:00Z'), night)).toEqual(at('2027-10-31T06:00:00Z'));
  });

  it('case 64: that end at a skipped 02:30 end at 03:30', () => {
    expect(endOfQuiet(at('2027-03-28T00:00:00Z'), { from: '22:00', until: '02:30', zone })).toEqual(at('2027-03-28T01:30:00Z'));
  });

  it('may lie within a day', () => {
    expect(endOfQuiet(at('2026-11-23T12:00:00Z'), { from: '12:00', until: '14:00', zone })).toEqual(at('2026-11-23T13:00:00Z'));
    expect(endOfQuiet(at('2026-11-23T13:00:00Z'), { from: '12:00', until: '14:00', zone })).toBeUndefined();
  });
});

describe('the next digest', () => {
  it.each([
    ['daily', '2026-11-23T15:59:00Z', '2026-11-23T16:00:00Z', 'daily:2026-11-23'],
    ['daily', '2026-11-23T16:00:00Z', '2026-11-24T16:00:00Z', 'daily:2026-11-24'],
    ['weekly', '2026-11-23T08:00:00Z', '2026-11-27T14:00:00Z', 'weekly:2026-11-27'],
    ['weekly', '2026-11-27T14:00:00Z', '2026-12-04T14:00:00Z', 'weekly:2026-12-04'],
    ['daily', '2027-03-27T17:00:00Z', '2027-03-28T15:00:00Z', 'daily:2027-03-28'],
  ] as const)('%s after %s is at %s', (rhythm, now, dueAt, rule) => {
    expect(nextDigest(at(now), rhythm, zone)).toEqual({ dueAt: at(dueAt), rule });
  });
});

describe('what becomes of a due mail', () => {
  const due = (wishes: Partial<DueMessage> = {}): DueMessage => ({
    now: at('2026-11-23T22:00:00Z'),
    type: 'reminders.session',
    urgent: false,
    optional: false,
    isExpired: false,
    address: 'amina@example.org',
    isPaused: false,
    zone,
    digest: 'none',
    channels: ['mail', 'notice'],
    mutedTypes: [],
    ...wishes,
  });
  const night = { quietFrom: '21:30:00', quietUntil: '07:00:00' };
  const morning = at('2026-11-24T06:00:00Z');

  it.each([
    ['is sent', {}, { do: 'send' }],
    ['is dropped when it is of no use any more', { isExpired: true }, { do: 'drop', reason: 'TOO_LATE' }],
    ['fails without an address', { address: undefined }, { do: 'fail', reason: 'NO_ADDRESS' }],
    ['fails when the address was refused before', { isPaused: true }, { do: 'fail', reason: 'ADDRESS_PAUSED' }],
    ['waits for the end of quiet hours', night, { do: 'wait', until: morning }],
    ['does not wait when it is urgent', { ...night, urgent: true }, { do: 'send' }],
    ['does not wait when it would be useless by then', { ...night, notAfter: at('2026-11-24T05:59:00Z') }, { do: 'send' }],
    ['is dropped when the person switched off its optional kind', { optional: true, mutedTypes: ['reminders.session'] }, { do: 'drop', reason: 'SWITCHED_OFF' }],
    ['cannot be switched off when it is needed', { mutedTypes: ['reminders.session'], channels: [] }, { do: 'send' }],
    ['goes into the digest when it is optional', { optional: true, digest: 'daily' }, { do: 'digest', in: { dueAt: at('2026-11-24T16:00:00Z'), rule: 'daily:2026-11-24' } }],
    ['does not wait for a digest when it is needed', { digest: 'daily' }, { do: 'send' }],
    ['case 87: is dropped by a test system that may not write there', { onlyTo: ['example.com'] }, { do: 'drop', reason: 'NOT_ALLOWED_HERE' }],
    ['case 87: is sent by a test system to its own domain', { onlyTo: ['example.com', 'example.org'] }, { do: 'send' }],
    ['case 87: is dropped for a domain that only ends the same', { address: 'a@notexample.org', onlyTo: ['example.org'] }, { do: 'drop', reason: 'NOT_ALLOWED_HERE' }],
  ] satisfies [string, Partial<DueMessage>, ReturnType<typeof decideMail>][])('%s', (_what, wishes, decision) => {
    expect(decideMail(due(wishes))).toEqual(decision);
  });
});

describe('the outcome of a hand-over', () => {
  const attempt = { id: 'm', address: 'amina@example.org', attempts: 0, dueAt: at('2026-11-23T08:00:00Z'), now: at('2026-11-23T08:00:01Z') };

  it('case 85: never gives up on a message because the server is away or does not know us', () => {
    expect(outcomeOf({ kind: 'unreachable', reason: '421' }, attempt, 0)).toMatchObject({ state: 'due' });
    expect(outcomeOf({ kind: 'refused', about: 'server', forGood: true, answer: '535' }, attempt, 0)).toMatchObject({ state: 'due' });
  });

  it('case 85: waits longer each time for a mailbox that is busy, at most five minutes', () => {
    expect([0, 1, 2, 3, 4, 9].map((attempts) => backoffSeconds(attempts, 1))).toEqual([15, 30, 60, 120, 240, 300]);
    expect(outcomeOf({ kind: 'refused', about: 'address', forGood: false, answer: '450' }, attempt, 1)).toMatchObject({ state: 'due', refused: true, retry_in: 15 });
    const late = { ...attempt, now: at('2026-11-27T08:00:00Z') };
    expect(outcomeOf({ kind: 'refused', about: 'address', forGood: false, answer: '450' }, late, 1)).toMatchObject({ state: 'failed', error: 'GIVEN_UP' });
  });

  it('case 86: pauses an address that is refused for good, but not for a letter that is', () => {
    expect(outcomeOf({ kind: 'refused', about: 'address', forGood: true, answer: '550' }, attempt, 0)).toMatchObject({ state: 'failed', pause: true, address: 'amina@example.org' });
    expect(outcomeOf({ kind: 'refused', about: 'letter', forGood: true, answer: '554' }, attempt, 0)).toMatchObject({ state: 'failed', pause: false });
  });
});
