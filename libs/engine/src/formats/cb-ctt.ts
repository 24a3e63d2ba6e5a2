import { type Activity, type Attendee, type Model, type Plan, type Resource, type Series } from '../model/model.js';
import { emptyPlan, evenDays, FormatError, type Instance, known, linesWithText, type TextLine, wholeNumber } from './format.js';

interface Course {
  id: string;
  teacher: string;
  lectures: number[];
  minDays: number;
  people: number;
  closed: number[];
}
interface Week {
  days: number;
  perDay: number;
}

/** ITC-2007 track 3, curriculum-based course timetabling, formulation UD2 (technical report QUB/IEEE/Tech/ITC2007/CurriculumCTT/v1.0). */
export function readCbCtt(text: string): Instance {
  const sections = new Sections(linesWithText(text));
  const week = { days: sections.header('Days', 1), perDay: sections.header('Periods_per_day', 1) };
  const courses = readCourses(sections.take('COURSES:', 'Courses'), week);
  const rooms = readRooms(sections.take('ROOMS:', 'Rooms'));
  const curricula = readCurricula(sections.take('CURRICULA:', 'Curricula'), courses);
  readClosed(sections.take('UNAVAILABILITY_CONSTRAINTS:', 'Constraints'), courses, week);
  sections.end();
  const list = [...courses.values()];
  const model: Model = {
    grid: { slots: week.days * week.perDay, dayOf: evenDays(week.days, week.perDay) },
    activities: list.flatMap(lecturesOf),
    resources: rooms,
    attendees: [...list.map((course): Attendee => ({ id: course.id, activities: course.lectures })), ...teachersOf(list), ...curricula],
    series: list.map(seriesOf),
    relations: [],
    wishes: { agendas: [{ isolated: 2 }], seatOverflow: 1 },
  };
  return { model, figure: (cost) => cost, write: (plan) => write(model, list, week, plan), read: (solution) => read(model, courses, week, solution) };
}

const lecturesOf = (course: Course): Activity[] =>
  course.lectures.map((_, k) => ({ id: `${course.id} ${k + 1}`, people: course.people, closed: course.closed, needs: [{ kind: 'room', seats: 'soft' }] }));

const seriesOf = (course: Course): Series => ({
  id: course.id,
  activities: course.lectures,
  minDays: { days: course.minDays, cost: 5 },
  sameResource: { kind: 'room', cost: 1 },
});

function teachersOf(courses: Course[]): Attendee[] {
  const byName = new Map<string, Attendee>();
  for (const course of courses) {
    const teacher = byName.get(course.teacher) ?? { id: course.teacher, activities: [] };
    teacher.activities.push(...course.lectures);
    byName.set(course.teacher, teacher);
  }
  return [...byName.values()];
}

/** The head, then titled sections whose lengths the head declares. */
class Sections {
  private at = 0;
  private readonly head = new Map<string, { line: number; value: string }>();

  constructor(private readonly lines: TextLine[]) {
    for (; this.at < lines.length && lines[this.at]!.text !== 'COURSES:'; this.at++) {
      const { line, text } = lines[this.at]!;
      const found = /^(\w+):\s*(\S+)$/.exec(text);
      if (!found) throw new FormatError(line, `a header line "Name: value" is expected, found "${text}"`);
      this.head.set(found[1]!, { line, value: found[2]! });
    }
  }

  header(name: string, least = 0): number {
    const entry = this.head.get(name);
    if (!entry) throw new FormatError(0, `the header ${name} is missing`);
    return wholeNumber(entry.value, name, entry.line, [least, 100_000]);
  }

  take(title: string, count: string): TextLine[] {
    const many = this.header(count);
    this.expect(title);
    const part = this.lines.slice(this.at, this.at + many);
    const stray = part.find((one) => /^[A-Z_]+[:.]$/.test(one.text));
    if (stray || part.length < many) throw new FormatError(stray?.line ?? 0, `${count}: ${many} declared, ${stray ? part.indexOf(stray) : part.length} found under ${title}`);
    this.at += many;
    return part;
  }

  end(): void {
    this.expect('END.');
  }

  private expect(title: string): void {
    const next = this.lines[this.at++];
    if (next?.text !== title) throw new FormatError(next?.line ?? 0, `${title} is expected, found ${next ? `"${next.text}"` : 'the end of the file'}`);
  }
}

function readCourses(lines: TextLine[], { days }: Week): Map<string, Course> {
  const courses = new Map<string, Course>();
  let next = 0;
  for (const { line, text } of lines) {
    const [id, teacher, lectures, minDays, people] = text.split(/\s+/);
    if (courses.has(id!)) throw new FormatError(line, `course ${id} is declared twice`);
    const many = wholeNumber(lectures, `lectures of ${id}`, line, [0, 10_000]);
    courses.set(id!, {
      id: id!,
      teacher: teacher ?? '',
      lectures: Array.from({ length: many }, () => next++),
      minDays: wholeNumber(minDays, `minimum days of ${id}`, line, [0, days * 1000]),
      people: wholeNumber(people, `students of ${id}`, line),
      closed: [],
    });
  }
  return courses;
}

function readRooms(lines: TextLine[]): Resource[] {
  const rooms = new Map<string, Resource>();
  for (const { line, text } of lines) {
    const [id, seats] = text.split(/\s+/);
    if (rooms.has(id!)) throw new FormatError(line, `room ${id} is declared twice`);
    rooms.set(id!, { id: id!, kind: 'room', capacity: wholeNumber(seats, `seats of ${id}`, line) });
  }
  return [...rooms.values()];
}

function readCurricula(lines: TextLine[], courses: Map<string, Course>): Attendee[] {
  return lines.map(({ line, text }) => {
    const [id, count, ...members] = text.split(/\s+/);
    const many = wholeNumber(count, `courses of curriculum ${id}`, line);
    if (members.length !== many) throw new FormatError(line, `curriculum ${id}: ${many} courses declared, ${members.length} listed`);
    return { id: id!, activities: [...new Set(members)].flatMap((name) => known(courses, name, 'course', line).lectures), agenda: 0 };
  });
}

function readClosed(lines: TextLine[], courses: Map<string, Course>, { days, perDay }: Week): void {
  for (const { line, text } of lines) {
    const [id, day, period] = text.split(/\s+/);
    const slot = wholeNumber(day, 'day', line, [0, days - 1]) * perDay + wholeNumber(period, 'period', line, [0, perDay - 1]);
    known(courses, id, 'course', line).closed.push(slot);
  }
}

function write(model: Model, courses: Course[], { perDay }: Week, plan: Plan): string {
  const row = (course: Course, a: number): string => {
    const slot = plan.start[a]!;
    return slot < 0 ? '' : `${course.id} ${model.resources[plan.choice[a]!]!.id} ${Math.floor(slot / perDay)} ${slot % perDay}\n`;
  };
  return courses.flatMap((course) => course.lectures.map((a) => row(course, a))).join('');
}

function read(model: Model, courses: Map<string, Course>, { days, perDay }: Week, solution: string): Plan {
  const plan = emptyPlan(model);
  const rooms = new Map(model.resources.map((room, r) => [room.id, r]));
  for (const { line, text } of linesWithText(solution)) {
    const [id, room, day, period] = text.split(/\s+/);
    const free = known(courses, id, 'course', line).lectures.find((a) => plan.start[a] === -1);
    if (free === undefined) throw new FormatError(line, `course ${id} has no lecture left`);
    plan.start[free] = wholeNumber(day, 'day', line, [0, days - 1]) * perDay + wholeNumber(period, 'period', line, [0, perDay - 1]);
    plan.choice[free] = known(rooms, room, 'room', line);
  }
  return plan;
}
