import { changeNotice, type ChangedOccurrence } from './change-notice.js';

const at = (time: string): Date => new Date(`2026-11-23T${time}:00Z`);
const changed = (wishes: Partial<ChangedOccurrence>): ChangedOccurrence => ({
  ...{ state: 'planned', startsAt: at('16:00'), startedAt: at('14:00'), heldUntil: null, now: at('08:00'), changeKinds: ['moved'] },
  ...wishes,
});

describe('changeNotice', () => {
  it('waits ten minutes, while the change can be undone', () => {
    expect(changeNotice(changed({}))).toEqual({ tell: 'changed', dueAt: at('08:10'), notAfter: at('16:00') });
  });

  it('does not wait when it concerns the next two hours, by the old start or by the new one', () => {
    expect(changeNotice(changed({ now: at('12:00') }))).toMatchObject({ dueAt: at('12:00') });
    expect(changeNotice(changed({ startsAt: at('09:00') }))).toMatchObject({ dueAt: at('08:00'), notAfter: at('14:00') });
  });

  it('tells a cancellation', () => {
    expect(changeNotice(changed({ state: 'cancelled', startedAt: undefined, changeKinds: ['cancelled'] }))).toMatchObject({ tell: 'cancelled', notAfter: at('16:00') });
  });

  it('tells that something takes place after all; brought back and moved at once, it is moved', () => {
    expect(changeNotice(changed({ startedAt: undefined, changeKinds: ['reinstated'] }))).toMatchObject({ tell: 'reinstated', dueAt: at('08:10') });
    expect(changeNotice(changed({ changeKinds: ['reinstated', 'moved'] }))).toMatchObject({ tell: 'changed' });
  });

  it.each([
    ['what is over', { now: at('16:00') }],
    ['what was only held', { heldUntil: at('09:00') }],
    ['a hold that expired', { heldUntil: at('09:00'), state: 'cancelled' }],
    ['other words on the card', { startedAt: undefined, changeKinds: ['changed'] }],
    ['what is new', { startedAt: undefined, changeKinds: ['created'] }],
  ] satisfies [string, Partial<ChangedOccurrence>][])('says nothing about %s', (_what, wishes) => {
    expect(changeNotice(changed(wishes))).toEqual({ tell: 'nothing' });
  });
});
