import { readFile } from 'node:fs/promises';
import { Refusal } from '../refusal.js';
import { FORMATS } from './instance.js';
import { type StoredRun } from './solve.js';

/** Reads what `engine solve` stored beside its plan. */
export async function readStoredRun(file: string): Promise<StoredRun> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refusal([`${file} cannot be read.`]);
  });
  const run = parsed(text);
  if (!isRun(run)) throw new Refusal([`${file} is not a stored run: format, instance, seed, workers, trace and out are expected.`]);
  return run;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isRun(value: unknown): value is StoredRun {
  if (typeof value !== 'object' || value === null) return false;
  const run = value as Partial<StoredRun>;
  const texts = typeof run.instance === 'string' && typeof run.out === 'string' && FORMATS.some((format) => format === run.format);
  return texts && Number.isInteger(run.seed) && Number.isInteger(run.workers) && Array.isArray(run.trace) && run.trace.every((one) => Number.isInteger(one));
}
