import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type AgendaPlan, assignAgendas, assignCoaching, type Learner, type Offer, plantedAgendas, plantedCoaching, schoolCentre, solveToEnd } from '@app/engine';
import { measureReplanning } from './engine/replan.js';
import { type Bench, type Figure } from './frame/bench.js';
import { type Ground } from './frame/ground.js';

/** Instances, best known values and validators lie beside the repository, not in it. */
const SHARED = join(import.meta.dirname, '../../../../shared/bench');

const SETS = {
  toronto: { folder: 'toronto', extension: '.crs', validator: 'validate-toronto.mjs', worst: [4.5, 2], mean: [1.5, 0.7] },
  'cb-ctt': { folder: 'cb-ctt', extension: '.ctt', validator: 'validate-cbctt.mjs', sum: [755, 680] },
  'itc2007-exam': { folder: 'itc2007-exam', extension: '.exam', validator: 'validate-itc2007-exam.mjs', mean: [12, 8] },
  'itc2007-post': { folder: 'itc2007-post', extension: '.tim', validator: 'validate-itc2007-post.mjs', feasible: [8, 10] },
} as const;
type SetName = keyof typeof SETS;

interface Result {
  instance: string;
  cost: number;
  best: number;
  feasible: boolean;
  first: number;
}

function once(set: SetName, instance: string, best: number, { seconds, seed }: { seconds: string; seed: number }): Result {
  const { folder, extension, validator } = SETS[set];
  const work = mkdtempSync(join(tmpdir(), 'engine-bench-'));
  try {
    const [file, out] = [join(SHARED, folder, instance + extension), join(work, 'plan')];
    const cli = join(import.meta.dirname, '../../apps/cli/src/main.js');
    const run = spawnSync(process.execPath, [cli, 'engine', 'solve', '--format', set, '--instance', file, '--seconds', seconds, '--seed', String(seed), '--workers', '2', '--out', out, '--json'], { encoding: 'utf8' });
    const told = JSON.parse(run.stdout) as { secondsToFirstFeasible: number | null };
    const judged = JSON.parse(spawnSync(process.execPath, [join(SHARED, validator), file, out, '--json'], { encoding: 'utf8' }).stdout) as { feasible: boolean; cost: number };
    return { instance, best, cost: judged.cost, feasible: judged.feasible, first: told.secondsToFirstFeasible ?? Infinity };
  } finally {
    rmSync(work, { recursive: true });
  }
}

const sumOf = (values: number[]): number => values.reduce((sum, value) => sum + value, 0);
const gapOf = (result: Result): number => (result.cost / result.best - 1) * 100;

function figuresOf(set: SetName, results: Result[], seeds: number): Figure[] {
  const bounds: { worst?: readonly number[]; mean?: readonly number[]; sum?: readonly number[]; feasible?: readonly number[] } = SETS[set];
  const figure = (name: string, value: number, unit: string, bound: readonly number[] | undefined, better: Figure['better'] = 'lower'): Figure => ({ name: `${set}: ${name}`, value, unit, better, ...(bound ? { must: bound[0], goal: bound[1] } : {}) });
  const gaps = results.filter((one) => one.best > 0 && one.feasible).map(gapOf);
  const figures = [figure('feasible per seed', results.filter((one) => one.feasible).length / seeds, 'instances', bounds.feasible, 'higher')];
  if (set !== 'itc2007-post') figures.push(figure('slowest first feasible', Math.max(...results.map((one) => one.first)), 's', [10, 2]));
  if (bounds.mean) figures.push(figure('mean gap', sumOf(gaps) / gaps.length, '%', bounds.mean));
  if (bounds.worst) figures.push(figure('worst gap', Math.max(...gaps), '%', bounds.worst));
  if (bounds.sum) figures.push(figure('sum of costs, mean of seeds', sumOf(results.map((one) => one.cost)) / seeds, 'cost', bounds.sum));
  return figures;
}

/** Agendas that miss a module without a word, or break a seat, an absence, an order or a second place at one time. */
function agendaFaults(offer: Offer, learners: Learner[], plans: AgendaPlan[]): number {
  const taken = new Int32Array(offer.offerings.length);
  const isWrong = (plan: AgendaPlan, learner: Learner): boolean => {
    const own = plan.offering.filter((o) => o >= 0);
    for (const o of own) taken[o]!++;
    const slots = own.flatMap((o) => offer.offerings[o]!.slots);
    const told = new Set(plan.missing.filter((one) => Object.keys(one.why).length > 0).map((one) => one.module));
    const silent = learner.wants.some((module, i) => plan.offering[i]! < 0 && !told.has(module));
    return silent || new Set(slots).size < slots.length || slots.some((slot) => learner.busy.includes(slot)) || own.some((o) => !isInOrder(offer, plan, o));
  };
  const wrong = plans.filter((plan, i) => isWrong(plan, learners[i]!)).length;
  return wrong + offer.offerings.filter((one, o) => taken[o]! > one.seats).length;
}

function isInOrder(offer: Offer, plan: AgendaPlan, o: number): boolean {
  const { module, slots } = offer.offerings[o]!;
  const first = slots[0]!;
  const ends = new Map(plan.offering.filter((other) => other >= 0).map((other) => [offer.offerings[other]!.module, offer.offerings[other]!.slots.at(-1)!]));
  return offer.modules[module]!.prerequisites.every((before) => (ends.get(before) ?? Infinity) + (offer.modules[module]!.lag ?? 0) < first);
}

async function generated(): Promise<Figure[]> {
  const timed = <T>(work: () => T): [T, number] => {
    const from = performance.now();
    return [work(), performance.now() - from];
  };
  const { batch, optimum } = plantedCoaching(1);
  const [plan, coaching] = timed(() => assignCoaching(batch));
  const { offer, learners } = plantedAgendas(1);
  const [plans, agendas] = timed(() => assignAgendas(offer, learners));
  const centre = await solveToEnd(schoolCentre(1), { seed: 1, workers: 2, seconds: 30, now: () => performance.now() });
  return [
    { name: 'coaching 3,000 × 4,000', value: coaching, unit: 'ms', better: 'lower', must: 1000, goal: 100 },
    { name: 'coaching above the optimum', value: plan.cost - optimum, unit: 'cost', better: 'lower', must: 0, goal: 0 },
    { name: 'agendas of 1,000 learners', value: agendas / 1000, unit: 's', better: 'lower', must: 60, goal: 5 },
    { name: 'agendas neither complete nor explained, and broken rules', value: agendaFaults(offer, learners, plans), unit: 'agendas', better: 'lower', must: 0, goal: 0 },
    { name: 'agendas that miss a module, with the reason told', value: plans.filter((plan) => plan.missing.length > 0).length, unit: 'agendas', better: 'lower' },
    { name: 'centre, 12 weeks: first feasible', value: centre.secondsToFirstFeasible ?? Infinity, unit: 's', better: 'lower', must: 30, goal: 5 },
  ];
}

function storedCourses(): { name: string; path: string }[] {
  const { folder, extension } = SETS['cb-ctt'];
  const names = Object.keys(JSON.parse(readFileSync(join(SHARED, folder, 'best-known.json'), 'utf8')) as Record<string, unknown>);
  return names.map((name) => ({ name, path: join(SHARED, folder, name + extension) }));
}

/** One set of public instances, every seed, through the command and the independent validator. */
function measureSet(set: SetName, ground: Ground, { seconds, seeds }: { seconds: string; seeds: number }): Figure[] {
  const best = JSON.parse(readFileSync(join(SHARED, SETS[set].folder, 'best-known.json'), 'utf8')) as Record<string, { cost: number }>;
  const results: Result[] = [];
  for (const [instance, known] of Object.entries(best)) {
    for (let seed = 1; seed <= seeds; seed++) {
      const result = once(set, instance, known.cost, { seconds, seed });
      results.push(result);
      ground.say(`${instance.padEnd(16)} seed ${seed}  ${result.feasible ? '' : 'NOT FEASIBLE '}${result.cost}  best known ${known.cost}  first feasible ${result.first.toFixed(1)} s`);
    }
  }
  return figuresOf(set, results, seeds);
}

/** The stored half of the public sets, absences on its courses, then the generated cases. */
export const bench: Bench = {
  name: 'engine',
  summary: 'the scheduling engine on public instances and generated cases',
  options: '[--set toronto|cb-ctt|itc2007-exam|itc2007-post|replan|generated] [--seconds 60] [--seeds 3]',
  run: async (ground, words) => {
    const { values } = parseArgs({ args: [...words], options: { set: { type: 'string' }, seconds: { type: 'string', default: '60' }, seeds: { type: 'string', default: '3' } } });
    const wants = (set: string): boolean => values.set === undefined || values.set === set;
    const isThere = existsSync(SHARED);
    if (!isThere) ground.say('The public instances are not beside the repository: only generated cases are measured.');
    const figures = isThere ? (Object.keys(SETS) as SetName[]).filter(wants).flatMap((set) => measureSet(set, ground, { seconds: values.seconds, seeds: Number(values.seeds) })) : [];
    if (isThere && wants('replan')) figures.push(...(await measureReplanning(ground, storedCourses())));
    return wants('generated') ? [...figures, ...(await generated())] : figures;
  },
};
