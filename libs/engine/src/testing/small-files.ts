/** One small instance of each public format, made up, with a plan whose cost was counted by hand from the rules of the set. */

export const TORONTO = { courses: '0001 2\n0002 2\n0003 1\n', students: '0001 0002\n0002 0003\n0001\n', slots: 6 };

export const CB_CTT = `Name: Small
Courses: 2
Rooms: 2
Days: 2
Periods_per_day: 2
Curricula: 1
Constraints: 1

COURSES:
Maths ann 2 2 30
Art ben 1 1 10

ROOMS:
A 25
B 40

CURRICULA:
q1 2 Maths Art

UNAVAILABILITY_CONSTRAINTS:
Art 0 0

END.
`;

export const EXAM = `[Exams:3]
60, 1, 2
60, 2
90, 1, 3
[Periods:3]
01:06:2026, 09:00:00, 100, 0
01:06:2026, 13:00:00, 100, 5
02:06:2026, 09:00:00, 100, 0
[Rooms:1]
4, 2
[PeriodHardConstraints]
1, AFTER, 0
[RoomHardConstraints]
[InstitutionalWeightings]
TWOINAROW,7
TWOINADAY,5
PERIODSPREAD,1
NONMIXEDDURATIONS,10
FRONTLOAD,1,1,3
`;

const row = (...numbers: number[]): string => `${numbers.join('\n')}\n`;
const always = new Array<number>(45).fill(1);

/** Head, seats, who takes what, features of the room, features asked for, slots of each event, order. */
export const POST = ['2 1 1 2\n', row(5), row(1, 1), row(0, 1), row(1), row(1, 0), row(...always), row(...always), row(0, 1), row(-1, 0)].join('');
