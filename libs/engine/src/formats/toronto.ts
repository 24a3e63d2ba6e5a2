import { type Attendee, type Model } from '../model/model.js';
import { emptyPlan, FormatError, type Instance, known, linesWithText, wholeNumber } from './format.js';

/** Cost of two exams of one student d slots apart (Carter, Laporte, Lee 1996). */
const PROXIMITY = [0, 16, 8, 4, 2, 1];

/** Toronto examination sets: `courses` is the text of the `.crs`, `students` of the `.stu`; the number of slots is not in the files. */
export function readToronto(courses: string, students: string, slots: number): Instance {
  const names: string[] = [];
  const enrolled: number[] = [];
  const index = new Map<string, number>();
  for (const { line, text } of linesWithText(courses)) {
    const [name, count] = text.split(/\s+/);
    if (index.has(key(name!))) throw new FormatError(line, `exam ${name} is declared twice`);
    index.set(key(name!), names.length);
    names.push(name!);
    enrolled.push(wholeNumber(count, `enrolment of exam ${name}`, line));
  }
  if (names.length === 0) throw new FormatError(0, 'the .crs file declares no exam');
  const attendees = readStudents(students, index);
  checkEnrolments(names, enrolled, attendees);
  const model: Model = {
    grid: { slots, dayOf: new Array<number>(slots).fill(0) },
    activities: names.map((id, e) => ({ id, people: enrolled[e]!, needs: [] })),
    resources: [],
    attendees,
    series: [],
    relations: [],
    wishes: { proximity: PROXIMITY },
  };
  return {
    model,
    figure: (cost) => cost / Math.max(1, attendees.length),
    write: (plan) => names.map((name, e) => (plan.start[e]! < 0 ? '' : `${name} ${plan.start[e]!}\n`)).join(''),
    read: (solution) => {
      const plan = emptyPlan(model);
      for (const { line, text } of linesWithText(solution)) {
        const [name, slot] = text.split(/\s+/);
        plan.start[known(index, key(name!), 'exam', line)] = wholeNumber(slot, 'slot', line, [0, slots - 1]);
      }
      return plan;
    },
  };
}

/** Leading zeros of exam numbers say nothing. */
const key = (name: string): string => (/^\d+$/.test(name) ? String(Number(name)) : name);

function readStudents(text: string, index: Map<string, number>): Attendee[] {
  return linesWithText(text).map(({ line, text: row }, s) => ({
    id: `student ${s + 1}`,
    activities: [...new Set(row.split(/\s+/).map((name) => known(index, key(name), 'exam', line)))],
    apart: true,
  }));
}

function checkEnrolments(names: string[], enrolled: number[], attendees: Attendee[]): void {
  const found = new Int32Array(names.length);
  for (const attendee of attendees) for (const e of attendee.activities) found[e]!++;
  names.forEach((name, e) => {
    if (found[e] !== enrolled[e]) throw new FormatError(e + 1, `exam ${name}: the .crs declares ${enrolled[e]} enrolments, the .stu holds ${found[e]}`);
  });
}
