/**
 * Many clients at once: starts all of them, but lets only `atOnce` past the door at a time, so that a loaded machine makes them wait here
 * and not until the connection pool gives up: as many as the smallest pool of our tests has connections, whatever the machine.
 */
export async function crowd<T>(count: number, work: (index: number) => Promise<T>, atOnce = 10): Promise<T[]> {
  const answers: T[] = new Array<T>(count);
  let next = 0;
  const client = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) answers[index] = await work(index);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, client));
  return answers;
}

/** How often each answer came: the code of a refusal, or "done". */
export function countAnswers(answers: readonly object[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const name = 'code' in answer ? String(answer.code) : 'done';
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
