import { readFileSync } from 'node:fs';
import { evaluate, type Model, type Plan, readCbCtt, replan, solveToEnd } from '@app/engine';
import { type Figure } from '../frame/bench.js';
import { type Ground } from '../frame/ground.js';

/** Moves for the plan that people know, and for each of the three ways out of an incident. */
const KNOWN = 3_000_000;
const EACH = 300_000;

interface Absence {
  trainer: number;
  day: number;
  /** Lectures of the trainer on that day: these must change, whatever else does. */
  forced: number;
}

interface Answer extends Absence {
  changes: number;
  unplaced: number;
  seconds: number;
}

/** One trainer away for a day: the hardest such day of a plan, one of the harder, and a common one. */
function absences(model: Model, plan: Plan): Absence[] {
  const days = model.grid.dayOf.at(-1)! + 1;
  const all = model.attendees.flatMap(({ agenda, activities }, trainer) =>
    agenda !== undefined ? [] : Array.from({ length: days }, (_, day) => ({ trainer, day, forced: activities.filter((a) => model.grid.dayOf[plan.start[a]!] === day).length })),
  );
  const real = all.filter((one) => one.forced > 0).sort((a, b) => b.forced - a.forced || a.trainer - b.trainer || a.day - b.day);
  return [real[0]!, real[real.length >> 2]!, real[real.length >> 1]!];
}

async function answerTo(model: Model, plan: Plan, absence: Absence): Promise<Answer> {
  const closed = model.grid.dayOf.flatMap((day, slot) => (day === absence.day ? [slot] : []));
  const now: Model = { ...model, attendees: model.attendees.map((one, i) => (i === absence.trainer ? { ...one, closed: [...(one.closed ?? []), ...closed] } : one)) };
  const began = performance.now();
  const ways = await replan(now, { plan }, { seed: 1, iterations: EACH });
  const seconds = (performance.now() - began) / 1000;
  const broken = ways.find((way) => evaluate(now, way.plan).hard > 0);
  if (broken) throw new Error(`A way out of an absence breaks ${evaluate(now, broken.plan).hard} hard rules.`);
  const best = ways.map((way) => ({ changes: way.moved.length + way.substituted.length, unplaced: way.unplaced.length })).sort((a, b) => a.unplaced - b.unplaced || a.changes - b.changes)[0]!;
  return { ...absence, ...best, seconds };
}

/** Plans each instance, then takes a trainer away for a day, three times. */
export async function measureReplanning(ground: Ground, files: readonly { name: string; path: string }[]): Promise<Figure[]> {
  const answers: Answer[] = [];
  for (const { name, path } of files) {
    const { model } = readCbCtt(readFileSync(path, 'latin1'));
    const { plan } = await solveToEnd(model, { seed: 1, workers: 1, iterations: KNOWN });
    for (const absence of absences(model, plan)) {
      const answer = await answerTo(model, plan, absence);
      answers.push(answer);
      ground.say(`${name.padEnd(16)} forced ${answer.forced}  changed ${answer.changes}${answer.unplaced > 0 ? `  NOT PLACED ${answer.unplaced}` : ''}  ${answer.seconds.toFixed(2)} s`);
    }
  }
  const beyond = (most: (forced: number) => number): number => answers.filter((one) => one.changes > most(one.forced)).length;
  const figure = (name: string, value: number, unit: string, must?: number, goal?: number): Figure => ({ name: `replan: ${name}`, value, unit, better: 'lower', ...(must === undefined ? {} : { must }), ...(goal === undefined ? {} : { goal }) });
  return [
    figure('more than 2 × forced + 2 changes', beyond((forced) => 2 * forced + 2), 'incidents', 0, 0),
    figure('more than 1.3 × forced + 1 changes', beyond((forced) => 1.3 * forced + 1), 'incidents', undefined, 0),
    figure('sessions left without a place', answers.reduce((sum, one) => sum + one.unplaced, 0), 'sessions'),
    figure('slowest three ways out', Math.max(...answers.map((one) => one.seconds)), 's', 2, 0.5),
  ];
}
