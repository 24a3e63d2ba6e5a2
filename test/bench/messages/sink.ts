import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type SinkQuestion, type SinkReport } from './sink-child.js';

/** The mail server of the benchmark, in its own process. */
export class SinkProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async open(): Promise<SinkProcess> {
    const child = fork(join(import.meta.dirname, 'sink-child.js'), { stdio: ['ignore', 2, 2, 'ipc'] });
    const [first] = (await once(child, 'message')) as [SinkReport];
    return new SinkProcess(child, first.url);
  }

  async ask(ask: SinkQuestion['ask']): Promise<SinkReport> {
    const answered = once(this.child, 'message') as Promise<[SinkReport]>;
    this.child.send({ ask } satisfies SinkQuestion);
    return (await answered)[0];
  }

  /** Waits until so many different messages arrived. Only counted meanwhile: whole reports would cost what is measured. */
  async received(count: number, seconds = 300): Promise<SinkReport> {
    for (let tries = 0; tries < seconds * 10; tries++) {
      const report = (await this.ask('count')).count >= count ? await this.ask('report') : undefined;
      if (report && new Set(report.ids).size >= count) return report;
      await pause(100);
    }
    const { ids } = await this.ask('report');
    throw new Error(`Only ${new Set(ids).size} of ${count} messages arrived in ${seconds} s.`);
  }

  async close(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.disconnect();
    await ended;
  }
}

/** Messages a second between the first and the last arrival. */
export function rateOf(report: SinkReport): number {
  const times = [...report.times].sort((a, b) => a - b);
  return ((times.length - 1) * 1_000) / ((times.at(-1) ?? 0) - (times[0] ?? 0));
}
