import { type Activity, type Attendee, type Grid, type Model, type Plan, type Relation, type Resource, type Wishes } from '../model/model.js';
import { emptyPlan, FormatError, type Instance, linesWithText, wholeNumber } from './format.js';

interface Row {
  line: number;
  cells: string[];
}
type Sections = Map<string, Row[]>;

/** ITC-2007 track 1, examination timetabling (technical report QUB/IEEE/Tech/ITC2007/Exam). */
export function readItc2007Exam(text: string): Instance {
  const sections = readSections(text);
  const exams = rows(sections, 'Exams').map(readExam);
  const grid = readGrid(rows(sections, 'Periods'));
  const resources = rows(sections, 'Rooms').map(readRoom);
  if (exams.length === 0 || grid.slots === 0 || resources.length === 0) throw new FormatError(0, 'at least one exam, one period and one room are needed');
  for (const { line, cells } of rows(sections, 'RoomHardConstraints')) {
    if (cells[1] !== 'ROOM_EXCLUSIVE') throw new FormatError(line, `unknown room constraint "${cells[1] ?? ''}"`);
    exams[wholeNumber(cells[0], 'exam', line, [0, exams.length - 1])]!.activity.alone = true;
  }
  const model: Model = {
    grid,
    activities: exams.map((exam) => exam.activity),
    resources,
    attendees: attendeesOf(exams.map((exam) => exam.students)),
    series: [],
    relations: rows(sections, 'PeriodHardConstraints').map((row) => readRelation(row, exams.length)),
    wishes: readWishes(rows(sections, 'InstitutionalWeightings')),
  };
  const line = (plan: Plan, e: number) => (plan.start[e]! < 0 ? '-1, -1' : `${plan.start[e]!}, ${plan.choice[e]!}`);
  return { model, figure: (cost) => cost, write: (plan) => exams.map((_, e) => `${line(plan, e)}\n`).join(''), read: (solution) => readPlan(model, solution) };
}

function readSections(text: string): Sections {
  const sections: Sections = new Map();
  const declared: { name: string; line: number; count: number }[] = [];
  let current: Row[] | undefined;
  for (const { line, text: row } of linesWithText(text)) {
    const title = /^\[(\w+)(?::\s*(\d+))?\]$/.exec(row);
    if (title) {
      current = [];
      sections.set(title[1]!, current);
      if (title[2]) declared.push({ name: title[1]!, line, count: Number(title[2]) });
    } else if (current) current.push({ line, cells: row.split(',').map((cell) => cell.trim()) });
    else throw new FormatError(line, `a section title is expected, found "${row}"`);
  }
  for (const { name, line, count } of declared) {
    const found = sections.get(name)!.length;
    if (found !== count) throw new FormatError(line, `section ${name}: ${count} declared, ${found} found`);
  }
  return sections;
}

function rows(sections: Sections, name: string): Row[] {
  const found = sections.get(name);
  if (!found) throw new FormatError(0, `section ${name} is missing`);
  return found;
}

function readExam({ line, cells }: Row, e: number): { activity: Activity; students: string[] } {
  const [minutes, ...names] = cells;
  const students = [...new Set(names.filter((name) => name !== '').map((name) => String(wholeNumber(name, 'student', line))))];
  return { activity: { id: String(e), minutes: wholeNumber(minutes, 'length of the exam', line), people: students.length, needs: [{ kind: 'room', seats: 'hard' }] }, students };
}

function readGrid(periods: Row[]): Grid {
  const days = new Map<string, number>();
  const dayOf = periods.map(({ line, cells }, p) => {
    const date = cells[0]!;
    if (days.has(date) && periods[p - 1]!.cells[0] !== date) throw new FormatError(line, `the periods of ${date} do not stand together`);
    if (!days.has(date)) days.set(date, days.size);
    return days.get(date)!;
  });
  return {
    slots: periods.length,
    dayOf,
    minutes: periods.map(({ line, cells }) => wholeNumber(cells[2], 'length of the period', line)),
    penalty: periods.map(({ line, cells }) => wholeNumber(cells[3], 'penalty of the period', line)),
  };
}

function readRoom({ line, cells }: Row, r: number): Resource {
  return { id: String(r), kind: 'room', shared: true, capacity: wholeNumber(cells[0], 'seats of the room', line), penalty: wholeNumber(cells[1], 'penalty of the room', line) };
}

/** Students with the same exams become one attendee with a head count: sets of many thousands shrink by a third. */
function attendeesOf(exams: string[][]): Attendee[] {
  const takes = new Map<string, number[]>();
  exams.forEach((students, e) => {
    for (const student of students) takes.set(student, [...(takes.get(student) ?? []), e]);
  });
  const byExams = new Map<string, Attendee>();
  for (const [student, activities] of takes) {
    const key = activities.join(' ');
    const same = byExams.get(key);
    if (same) same.people = (same.people ?? 1) + 1;
    else byExams.set(key, { id: `student ${student}`, activities, apart: true, people: 1 });
  }
  return [...byExams.values()];
}

function readRelation({ line, cells }: Row, exams: number): Relation {
  const first = wholeNumber(cells[0], 'exam', line, [0, exams - 1]);
  const second = wholeNumber(cells[2], 'exam', line, [0, exams - 1]);
  switch (cells[1]) {
    case 'AFTER':
      return { kind: 'before', a: second, b: first };
    case 'EXAM_COINCIDENCE':
      return { kind: 'sameSlot', a: first, b: second };
    case 'EXCLUSION':
      return { kind: 'differentSlot', a: first, b: second };
    default:
      throw new FormatError(line, `unknown period constraint "${cells[1] ?? ''}"`);
  }
}

function readWishes(weightings: Row[]): Wishes {
  const weight = (name: string, position = 1): number => {
    const row = weightings.find(({ cells }) => cells[0] === name);
    if (!row) throw new FormatError(0, `the weighting ${name} is missing`);
    return wholeNumber(row.cells[position], name, row.line);
  };
  const spread = weight('PERIODSPREAD');
  return {
    sameDay: { next: weight('TWOINAROW'), apart: weight('TWOINADAY') },
    proximity: Array.from({ length: spread + 1 }, (_, d) => (d === 0 ? 0 : 1)),
    mixedLength: weight('NONMIXEDDURATIONS'),
    lateLarge: { largest: weight('FRONTLOAD', 1), lastSlots: weight('FRONTLOAD', 2), cost: weight('FRONTLOAD', 3) },
  };
}

function readPlan(model: Model, solution: string): Plan {
  const plan = emptyPlan(model);
  linesWithText(solution).forEach(({ line, text }, e) => {
    const [slot, room] = text.split(/[\s,]+/);
    if (e >= model.activities.length) throw new FormatError(line, 'more lines than exams');
    plan.start[e] = wholeNumber(slot, 'period', line, [-1, model.grid.slots - 1]);
    plan.choice[e] = wholeNumber(room, 'room', line, [-1, model.resources.length - 1]);
  });
  return plan;
}
