import { evaluate } from '../evaluate/evaluate.js';
import { CB_CTT, EXAM, POST, TORONTO } from '../testing/small-files.js';
import { readCbCtt } from './cb-ctt.js';
import { FormatError, type Instance } from './format.js';
import { readItc2007Exam } from './itc2007-exam.js';
import { readItc2007Post } from './itc2007-post.js';
import { readToronto } from './toronto.js';

const toronto = (courses = TORONTO.courses, students = TORONTO.students): Instance => readToronto(courses, students, TORONTO.slots);

describe('the public formats', () => {
  it.each<[string, Instance, string, number]>([
    // 16 for neighbours, 8 for two apart, three students.
    ['toronto', toronto(), '0001 0\n0002 1\n0003 3\n', 8],
    // Maths: 5 seats missing, one day missing (5), a second room (1); Art stands alone on its day (2).
    ['cb-ctt', readCbCtt(CB_CTT), 'Maths A 0 0\nMaths B 0 1\nArt A 1 1\n', 13],
    // Two in a row twice (14), two pairs within the spread (2), 60 and 90 minutes together (10), a dear period twice (10), three uses of the room (6).
    ['itc2007-exam', readItc2007Exam(EXAM), '0, 0\n1, 0\n1, 0\n', 42],
    // One student in the last slot of a day, and three days with a single event.
    ['itc2007-post', readItc2007Post(POST), '8 0\n9 0\n', 4],
  ])('%s: a plan read from a solution costs what the rules say, and is written as it was', (_format, instance, solution, figure) => {
    const plan = instance.read(solution);
    const judged = evaluate(instance.model, plan);
    expect({ feasible: judged.feasible, figure: instance.figure(judged.cost) }).toEqual({ feasible: true, figure });
    expect(instance.write(plan)).toBe(solution);
  });

  it.each<[string, Instance, string]>([
    ['toronto: exams of one student in one slot', toronto(), '0001 0\n0002 0\n0003 3\n'],
    ['cb-ctt: a course when its teacher cannot', readCbCtt(CB_CTT), 'Maths A 0 1\nMaths A 1 0\nArt B 0 0\n'],
    ['cb-ctt: two lectures in one room', readCbCtt(CB_CTT), 'Maths A 0 0\nMaths A 0 0\nArt B 1 0\n'],
    ['itc2007-exam: an exam before the one it must follow', readItc2007Exam(EXAM), '1, 0\n0, 0\n2, 0\n'],
    ['itc2007-post: an event before the one it follows', readItc2007Post(POST), '9 0\n8 0\n'],
  ])('%s is not feasible', (_what, instance, solution) => {
    expect(evaluate(instance.model, instance.read(solution)).feasible).toBe(false);
  });

  const exam = (from: string | RegExp, to: string) => () => readItc2007Exam(EXAM.replace(from, to));
  const ctt = (from: string | RegExp, to: string) => () => readCbCtt(CB_CTT.replace(from, to));
  const post = (line: number, to: string) => () => readItc2007Post(POST.split('\n').map((text, i) => (i === line - 1 ? to : text)).join('\n'));
  it.each<[string, () => Instance, number, RegExp]>([
    ['toronto: an enrolment that is no number', () => toronto('0001 two\n'), 1, /whole number is expected, found "two"/],
    ['toronto: an exam declared twice', () => toronto('0001 2\n1 2\n'), 2, /declared twice/],
    ['toronto: a student of an exam that is not there', () => toronto(undefined, '0001 0009\n'), 1, /unknown exam "9"/],
    ['toronto: enrolments that the students contradict', () => toronto('0001 2\n0002 5\n0003 1\n'), 2, /declares 5 enrolments, the \.stu holds 2/],
    ['toronto: an empty file', () => toronto(''), 0, /no exam/],
    ['cb-ctt: fewer courses than declared', ctt('Courses: 2', 'Courses: 3'), 13, /3 declared, 2 found/],
    ['cb-ctt: a missing header', ctt('Days: 2\n', ''), 0, /header Days is missing/],
    ['cb-ctt: a course declared twice', ctt('Art ben', 'Maths ben'), 11, /declared twice/],
    ['cb-ctt: an unknown course in a curriculum', ctt('Maths Art', 'Maths Arts'), 18, /unknown course "Arts"/],
    ['cb-ctt: a curriculum that is shorter than it says', ctt('q1 2', 'q1 3'), 18, /3 courses declared, 2 listed/],
    ['cb-ctt: a day that is not in the week', ctt('Art 0 0', 'Art 2 0'), 21, /day: 2 is outside 0 to 1/],
    ['cb-ctt: a file that was cut off', ctt('END.', ''), 0, /END\. is expected/],
    ['exam: a count that does not agree', exam('[Exams:3]', '[Exams:4]'), 1, /4 declared, 3 found/],
    ['exam: an exam that is not there', exam('1, AFTER, 0', '1, AFTER, 7'), 12, /exam: 7 is outside 0 to 2/],
    ['exam: a word that nobody knows', exam('AFTER', 'SOMETIME'), 12, /unknown period constraint "SOMETIME"/],
    ['exam: a missing section', exam('[RoomHardConstraints]\n', ''), 0, /section RoomHardConstraints is missing/],
    ['exam: a missing weighting', exam('TWOINADAY,5\n', ''), 0, /weighting TWOINADAY is missing/],
    ['exam: periods of one day apart', exam(/01:06:2026, 13(.*)\n02:06:2026/, '03:06:2026, 13$1\n01:06:2026'), 8, /periods of 01:06:2026 do not stand together/],
    ['post: a mark that is neither 0 nor 1', post(3, '2'), 3, /2 is outside 0 to 1/],
    ['post: two events that each come before the other', post(102, '1'), 102, /each is to come before the other/],
    ['post: a file that ends early', () => readItc2007Post('2 1 1 2\n5\n'), 2, /ends early/],
    ['post: numbers too many', () => readItc2007Post(`${POST}7\n`), 104, /1 numbers too many/],
  ])('%s is refused with line and cause', (_what, read, line, reason) => {
    let refusal: unknown;
    try {
      read();
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(FormatError);
    expect((refusal as FormatError).message).toMatch(reason);
    expect((refusal as FormatError).line).toBe(line);
  });
});
