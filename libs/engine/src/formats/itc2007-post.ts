import { type Attendee, type Model, type Plan, type Relation } from '../model/model.js';
import { emptyPlan, evenDays, FormatError, type Instance, linesWithText, wholeNumber } from './format.js';

const DAYS = 5;
const PER_DAY = 9;
const SLOTS = DAYS * PER_DAY;

/** ITC-2007 track 2, post-enrolment course timetabling (Lewis, Paechter, McCollum, Cardiff Working Papers A2007-3). */
export function readItc2007Post(text: string): Instance {
  const numbers = new Numbers(text);
  const [events, rooms, features, students] = [numbers.next(1), numbers.next(1), numbers.next(), numbers.next()];
  const capacity = numbers.row(rooms);
  const attendees = Array.from({ length: students }, (_, s): Attendee => ({ id: `student ${s}`, activities: numbers.marks(events), agenda: 0 }));
  const roomHas = Array.from({ length: rooms }, () => numbers.marks(features));
  const needs = Array.from({ length: events }, () => numbers.marks(features));
  const closed = Array.from({ length: events }, () => numbers.gaps(SLOTS));
  const relations = readOrder(numbers, events);
  numbers.end();
  const people = new Array<number>(events).fill(0);
  for (const attendee of attendees) for (const e of attendee.activities) people[e]!++;
  const lastOfDay = (e: number) => Array.from({ length: DAYS }, (_, d): [number, number] => [d * PER_DAY + PER_DAY - 1, people[e]!]);
  const model: Model = {
    grid: { slots: SLOTS, dayOf: evenDays(DAYS, PER_DAY) },
    activities: people.map((many, e) => ({
      id: String(e),
      people: many,
      priority: Math.max(1, many),
      closed: closed[e],
      startCost: lastOfDay(e),
      needs: [{ kind: 'room', seats: 'hard', features: needs[e]!.map(String) }],
    })),
    resources: capacity.map((seats, r) => ({ id: String(r), kind: 'room', capacity: seats, features: roomHas[r]!.map(String) })),
    attendees,
    series: [],
    relations,
    wishes: { agendas: [{ thirdInRow: 1, single: 1 }] },
  };
  const line = (plan: Plan, e: number) => (plan.start[e]! < 0 ? '-1 -1' : `${plan.start[e]!} ${plan.choice[e]!}`);
  return { model, figure: (cost) => cost, write: (plan) => people.map((_, e) => `${line(plan, e)}\n`).join(''), read: (solution) => readPlan(model, solution) };
}

/** The file is one stream of numbers; their lines are remembered for complaints. */
class Numbers {
  private at = 0;
  private readonly words: { line: number; text: string }[];

  constructor(text: string) {
    this.words = linesWithText(text).flatMap(({ line, text: row }) => row.split(/\s+/).map((word) => ({ line, text: word })));
  }

  next(least = 0, most = 1_000_000): number {
    const word = this.words[this.at++];
    if (!word) throw new FormatError(this.words.at(-1)?.line ?? 0, 'the file ends early');
    return wholeNumber(word.text, 'number', word.line, [least, most]);
  }

  row(length: number): number[] {
    return Array.from({ length }, () => this.next());
  }

  /** Positions of ones in a row of zeros and ones. */
  marks(length: number): number[] {
    const found: number[] = [];
    for (let i = 0; i < length; i++) if (this.next(0, 1) === 1) found.push(i);
    return found;
  }

  /** Positions of zeros. */
  gaps(length: number): number[] {
    const marks = new Set(this.marks(length));
    return Array.from({ length }, (_, i) => i).filter((i) => !marks.has(i));
  }

  order(): number {
    return this.next(-1, 1);
  }

  get line(): number {
    return this.words[this.at - 1]?.line ?? 0;
  }

  end(): void {
    const more = this.words[this.at];
    if (more) throw new FormatError(more.line, `${this.words.length - this.at} numbers too many`);
  }
}

/** The matrix says 1 where the first comes before the second; the other half says -1 and adds nothing, but must not say 1 too. */
function readOrder(numbers: Numbers, events: number): Relation[] {
  const relations: Relation[] = [];
  const before = new Set<number>();
  for (let a = 0; a < events; a++) {
    for (let b = 0; b < events; b++) {
      if (numbers.order() !== 1) continue;
      if (a === b) throw new FormatError(numbers.line, `event ${a} is to come before itself`);
      if (before.has(b * events + a)) throw new FormatError(numbers.line, `events ${b} and ${a}: each is to come before the other`);
      before.add(a * events + b);
      relations.push({ kind: 'before', a, b });
    }
  }
  return relations;
}

function readPlan(model: Model, solution: string): Plan {
  const plan = emptyPlan(model);
  linesWithText(solution).forEach(({ line, text }, e) => {
    const [slot, room] = text.split(/[\s,]+/);
    if (e >= model.activities.length) throw new FormatError(line, 'more lines than events');
    plan.start[e] = wholeNumber(slot, 'slot', line, [-1, SLOTS - 1]);
    plan.choice[e] = wholeNumber(room, 'room', line, [-1, model.resources.length - 1]);
  });
  return plan;
}
