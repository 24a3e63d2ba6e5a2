import { SuspectGate } from './suspect-gate.js';

/** A piece of work that ends when told, and notes when it runs. */
class Work {
  readonly log: string[] = [];
  private readonly ends = new Map<string, () => void>();

  do(name: string): () => Promise<void> {
    return async () => {
      this.log.push(name);
      await new Promise<void>((resolve) => this.ends.set(name, resolve));
      this.log.push(`${name} done`);
    };
  }

  async end(name: string): Promise<void> {
    this.ends.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('SuspectGate', () => {
  it('runs others side by side and a suspect alone, in the order of asking', async () => {
    const gate = new SuspectGate();
    const work = new Work();
    const all = [gate.beside(work.do('a')), gate.beside(work.do('b'))];
    await work.end('');
    all.push(gate.alone(work.do('suspect')), gate.beside(work.do('c')));
    await work.end('a');
    expect(work.log).toEqual(['a', 'b', 'a done']);
    await work.end('b');
    expect(work.log).toEqual(['a', 'b', 'a done', 'b done', 'suspect']);
    await work.end('suspect');
    await work.end('c');
    await Promise.all(all);
    expect(work.log.slice(-3)).toEqual(['suspect done', 'c', 'c done']);
  });

  it('opens again after work that failed', async () => {
    const gate = new SuspectGate();
    await expect(gate.alone(() => Promise.reject(new Error('x')))).rejects.toThrow('x');
    await expect(gate.beside(() => Promise.reject(new Error('y')))).rejects.toThrow('y');
    await expect(gate.alone(async () => 'works')).resolves.toBe('works');
  });
});
