import { shownKind } from './shown-kind';

describe('what is said of a change', () => {
  it('another room at the same time is another place and not another time', () => {
    expect(shownKind({ kind: 'MOVED', before: '2026-11-24T08:00:00Z', startsAt: '2026-11-24T08:00:00.000Z' })).toBe('ELSEWHERE');
    expect(shownKind({ kind: 'MOVED', before: '2026-11-24T08:00:00Z', startsAt: '2026-11-24T12:00:00Z' })).toBe('MOVED');
    expect(shownKind({ kind: 'CANCELLED', before: null, startsAt: '2026-11-24T12:00:00Z' })).toBe('CANCELLED');
  });
});
