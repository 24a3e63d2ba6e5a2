import { arrived, type Conflict, departing, isOnItsWay, nothingWaits, type Reading, readAnew, refusedWith, type Standing, type Tap, tapped } from './waiting-marks';

const tap = (personId: string, status: Tap['status'], seen: string | null = null): Tap => ({ personId, unit: 1, status, seen });
const stands = (id: string, personId: string, status: Tap['status']): Standing => ({ id, personId, unit: 1, status, recordedAt: '2026-11-23T09:30:00Z', recordedBy: 'Karim' });
const empty = nothingWaits(3);

describe('attendance that waits for a connection', () => {
  it('keeps the last tap about a learner, and what was seen before the first', () => {
    const waiting = tapped(tapped(empty, [tap('ines', 'ABSENT', 'first'), tap('ali', 'PRESENT')]), [tap('ines', 'LATE', 'other')]);
    expect(waiting.taps).toEqual([tap('ali', 'PRESENT'), tap('ines', 'LATE', 'first')]);
    expect(tapped(waiting, [tap('ali', 'ABSENT', 'later')]).taps.at(-1)).toEqual(tap('ali', 'ABSENT', null));
  });

  it('is sent again under the same id until an answer comes, whatever is tapped meanwhile', () => {
    const gone = departing(tapped(empty, [tap('ines', 'ABSENT')]), 'one');
    const again = departing(tapped(gone, [tap('ali', 'PRESENT')]), 'two');
    expect(again.flight).toEqual({ requestId: 'one', taps: [tap('ines', 'ABSENT')] });
    expect(again.taps).toEqual([tap('ali', 'PRESENT')]);
    expect(departing(empty, 'one')).toBe(empty);
  });

  it('corrects its own mark that was on the way, and is no conflict with itself', () => {
    const meanwhile = tapped(departing(tapped(empty, [tap('ines', 'ABSENT')]), 'one'), [tap('ines', 'PRESENT')]);
    const after = arrived(meanwhile, { conflicts: [], standing: [stands('a', 'ines', 'ABSENT')] });
    expect(after.taps).toEqual([tap('ines', 'PRESENT', 'a')]);
    expect(after.flight).toBeNull();
  });

  it('shows what somebody else said meanwhile, until a tap or a word settles it', () => {
    const conflict: Conflict = { personId: 'ali', unit: 1, status: 'PRESENT', reason: 'MARKED_MEANWHILE', standing: stands('b', 'ali', 'LATE') };
    const after = arrived(departing(tapped(empty, [tap('ali', 'PRESENT')]), 'one'), { conflicts: [conflict], standing: [stands('b', 'ali', 'LATE')] });
    expect(after.conflicts).toEqual([conflict]);
    expect(isOnItsWay(after)).toBe(false);
    const mine = tapped(after, [tap('ali', 'PRESENT', 'b')]);
    expect([mine.conflicts, mine.taps]).toEqual([[], [tap('ali', 'PRESENT', 'b')]]);
  });

  it('a tap made while a conflict was on its way does not overwrite what its maker had not seen', () => {
    const conflict: Conflict = { personId: 'ali', unit: 1, status: 'PRESENT', reason: 'MARKED_MEANWHILE', standing: stands('b', 'ali', 'LATE') };
    const meanwhile = tapped(departing(tapped(empty, [tap('ali', 'PRESENT')]), 'one'), [tap('ali', 'EXCUSED')]);
    expect(arrived(meanwhile, { conflicts: [conflict], standing: [stands('b', 'ali', 'LATE')] }).taps).toEqual([tap('ali', 'EXCUSED', null)]);
  });

  it('trusts the answer until a reading of the session knows its mark, be it as corrected; a reading may begin before the mark is written and be dated after it', () => {
    const after = arrived(empty, { conflicts: [], standing: [stands('a', 'ines', 'ABSENT')] });
    const read = (now: string, ...marks: Reading['people'][number]['marks']): readonly Standing[] => readAnew(after, { now, people: [{ marks }] }).answered;
    expect(read('2026-11-23T09:30:01Z')).toHaveLength(1);
    expect(read('2026-11-23T09:30:01Z', { id: 'a', corrected: [] })).toEqual([]);
    expect(read('2026-11-23T09:30:01Z', { id: 'b', corrected: [{ id: 'a' }] })).toEqual([]);
    expect(read('2026-11-23T09:31:01Z')).toEqual([]);
  });

  it('what the server refuses for good is given up with its reason', () => {
    expect(refusedWith(departing(tapped(empty, [tap('ines', 'ABSENT')]), 'one'), 'Cancelled.')).toMatchObject({ taps: [], flight: null, refusal: 'Cancelled.' });
  });
});
