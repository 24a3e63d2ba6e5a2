import { type Ground } from './ground.js';

/** One measured figure. `must` is what the issue demands, `goal` what we want; both in the figure's unit. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  readonly must?: number;
  readonly goal?: number;
}

/** One benchmark: a file `test/bench/<name>.bench.ts` that exports it as `bench`. Ratios compare two things measured in one run. */
export interface Bench {
  readonly name: string;
  readonly summary: string;
  /** Options it understands beside --json, for people; without it none are allowed. */
  readonly options?: string;
  run(ground: Ground, words: readonly string[]): Promise<readonly Figure[]>;
}

export type Standing = 'goal' | 'must' | 'missed' | 'measured';

/** What a figure reached: its goal, only what it must, neither, or nothing was asked of it. */
export function standing(figure: Figure): Standing {
  const reaches = (bound: number | undefined): boolean => bound !== undefined && (figure.better === 'lower' ? figure.value <= bound : figure.value >= bound);
  if (reaches(figure.goal)) return 'goal';
  if (reaches(figure.must)) return 'must';
  return figure.must === undefined && figure.goal === undefined ? 'measured' : 'missed';
}
