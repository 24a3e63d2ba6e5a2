import { isProblem, type Problem } from '@app/platform';

/** Ids by the keys of demo-centre.ts. */
export type Ids = ReadonlyMap<string, string>;

export function known(ids: Ids, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`The demo centre names "${key}", which it does not have.`);
  return id;
}

/** The demo is data of ours: a refusal means that it is wrong. */
export function granted<T>(answer: T): Exclude<T, Problem> {
  if (isProblem(answer)) throw new Error(`The demo centre was refused: ${JSON.stringify({ ...answer })}`);
  return answer as Exclude<T, Problem>;
}
