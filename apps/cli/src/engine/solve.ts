import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { type Instance, type Outcome as Search, solveToEnd } from '@app/engine';
import { done, type Outcome } from '../command.js';
import { type Io } from '../io.js';
import { Refusal } from '../refusal.js';
import { type Format, FORMATS, readInstance } from './instance.js';

/** What is typed after `engine solve`. */
export interface SolveWords {
  format?: string;
  instance?: string;
  slots?: string;
  seconds?: string;
  iterations?: string;
  seed?: string;
  workers?: string;
  out?: string;
}

/** A run that can be repeated bit by bit on the same major version of Node. */
export interface StoredRun {
  format: Format;
  instance: string;
  slots: number | null;
  seed: number;
  workers: number;
  iterations: number | null;
  /** Progress of every step; tells a run by the clock what the clock said. */
  trace: number[] | null;
  out: string;
}

const MOST_WORKERS = 64;

/** `engine solve`: reads, searches, writes the best plan and beside it the run (`OUT.run.json`). */
export async function runEngineSolve(words: SolveWords, io: Io): Promise<Outcome> {
  const run = orderFrom(words, io.folder);
  const seconds = words.seconds === undefined ? undefined : numberOf(words.seconds, '--seconds', [0.01, 1e6], false);
  return search(run, seconds, io);
}

/** `engine replay`: the same run once more, with the same result. */
export async function runEngineReplay(run: StoredRun, io: Io): Promise<Outcome> {
  return search(run, undefined, io);
}

async function search(run: StoredRun, seconds: number | undefined, io: Io): Promise<Outcome> {
  const instance = await readInstance(run.format, run.instance, run.slots ?? undefined);
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupt);
  try {
    io.say(`Searching with seed ${run.seed}. Ctrl+C ends it with the best plan so far.`);
    const found = await solveToEnd(instance.model, {
      seed: run.seed,
      workers: run.workers,
      signal: stop.signal,
      now: () => performance.now(),
      ...(run.iterations === null ? {} : { iterations: run.iterations }),
      ...(run.trace === null ? {} : { trace: run.trace }),
      ...(seconds === undefined ? {} : { seconds }),
    });
    await writeFile(run.out, instance.write(found.plan));
    const stored: StoredRun = { ...run, trace: found.trace };
    await writeFile(`${run.out}.run.json`, `${JSON.stringify(stored)}\n`);
    return report(run, instance, found, io);
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupt);
  }
}

function report(run: StoredRun, instance: Instance, found: Search, io: Io): Outcome {
  const { feasible, unplaced, cost, byKind } = found.evaluation;
  const figure = instance.figure(cost - (byKind.unplaced ?? 0));
  io.say(`${feasible ? 'Feasible' : `Not feasible, ${unplaced} not placed`}, cost ${Number(figure.toFixed(4))}, after ${found.iterations} moves: ${run.out}`);
  const { iterations, aborted, secondsToFirstFeasible } = found;
  return done({ cost: figure, feasible, unplaced, iterations, seed: run.seed, workers: run.workers, secondsToFirstFeasible, aborted });
}

function orderFrom(words: SolveWords, folder: string): StoredRun {
  const format = FORMATS.find((one) => one === words.format);
  if (!format) throw new Refusal([`--format is one of ${FORMATS.join(', ')}${words.format === undefined ? '' : `, not "${words.format}"`}.`]);
  if ((words.seconds === undefined) === (words.iterations === undefined)) throw new Refusal(['Give either --seconds S or --iterations N.']);
  return {
    format,
    instance: resolve(folder, required(words.instance, '--instance')),
    slots: words.slots === undefined ? null : numberOf(words.slots, '--slots', [1, 10_000]),
    seed: numberOf(words.seed ?? '1', '--seed', [0, 2 ** 32 - 1]),
    workers: numberOf(words.workers ?? String(Math.min(8, availableParallelism())), '--workers', [1, MOST_WORKERS]),
    iterations: words.iterations === undefined ? null : numberOf(words.iterations, '--iterations', [1, 1e15]),
    trace: null,
    out: resolve(folder, required(words.out, '--out')),
  };
}

function required(word: string | undefined, flag: string): string {
  if (word === undefined || word === '') throw new Refusal([`${flag} is missing.`]);
  return word;
}

function numberOf(word: string, flag: string, [least, most]: [number, number], whole = true): number {
  const value = Number(word);
  if (word.trim() === '' || !Number.isFinite(value) || (whole && !Number.isInteger(value)) || value < least || value > most) {
    throw new Refusal([`${flag} takes ${whole ? 'a whole number' : 'a number'} from ${least} to ${most}, not "${word}".`]);
  }
  return value;
}
