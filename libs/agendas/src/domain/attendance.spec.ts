import { isAttendanceOpen, marksToAppend, sortOutConflicts, type StandingMark, unitsOf } from './attendance.js';

const at = (time: string): Date => new Date(`2026-11-23T${time}:00Z`);
const standing: StandingMark = { id: 'first', personId: 'ines', unit: 1, status: 'absent', recordedBy: 'Karim', recordedAt: at('09:05') };

describe('attendance', () => {
  it('is taken once for half a day and twice for a whole one', () => {
    expect(unitsOf({ startsAt: at('08:00'), endsAt: at('13:00') })).toBe(1);
    expect(unitsOf({ startsAt: at('08:00'), endsAt: at('15:00') })).toBe(2);
  });

  it('appends a correction that names what it corrects, and nothing for what stands already', () => {
    expect(marksToAppend([{ personId: 'ines', unit: 1, status: 'absent' }], [standing])).toEqual([]);
    expect(marksToAppend([{ personId: 'ines', unit: 1, status: 'late', minutesLate: 10 }], [standing])).toEqual([{ personId: 'ines', unit: 1, status: 'late', minutesLate: 10, supersedes: 'first' }]);
    expect(marksToAppend([{ personId: 'ines', unit: 2, status: 'present' }], [standing])).toEqual([{ personId: 'ines', unit: 2, status: 'present', supersedes: undefined }]);
  });

  it('of two words about the same person and unit takes the last', () => {
    const marks = marksToAppend([{ personId: 'ali', unit: 1, status: 'absent' }, { personId: 'ali', unit: 1, status: 'present' }], []);
    expect(marks.map((mark) => mark.status)).toEqual(['present']);
  });

  it('keeps what a sender without connection had not seen, and nothing else', () => {
    const sorted = (marks: Parameters<typeof sortOutConflicts>[0]) => sortOutConflicts(marks, [standing], ['ines', 'ali']);
    expect(sorted([{ personId: 'ines', unit: 1, status: 'present', seen: 'first' }])).toMatchObject({ free: [{ status: 'present' }], conflicts: [] });
    expect(sorted([{ personId: 'ines', unit: 1, status: 'present', seen: null }])).toEqual({ free: [], conflicts: [{ personId: 'ines', unit: 1, status: 'present', reason: 'marked-meanwhile', standing }] });
    expect(sorted([{ personId: 'ines', unit: 1, status: 'absent' }]).conflicts).toEqual([]);
    expect(sorted([{ personId: 'ali', unit: 1, status: 'present' }]).conflicts).toEqual([]);
    expect(sorted([{ personId: 'left', unit: 1, status: 'present' }]).conflicts).toMatchObject([{ reason: 'not-expected', standing: null }]);
  });

  it('opens an hour before the start and stays open afterwards, never for what was cancelled', () => {
    const session = { startsAt: at('09:00'), state: 'planned' };
    expect([at('07:59'), at('08:00'), at('23:00')].map((now) => isAttendanceOpen(session, now))).toEqual([false, true, true]);
    expect(isAttendanceOpen({ ...session, state: 'cancelled' }, at('09:30'))).toBe(false);
  });
});
