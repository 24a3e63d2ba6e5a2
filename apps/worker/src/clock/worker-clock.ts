import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Actor, Database, SteadyLoop } from '@app/platform';
import { type Tick } from './tick.js';
import { Ticks } from './ticks.js';

const nobody = Actor.system();

/** Sign of life every five seconds, and the ticks that this worker may claim. */
@Injectable()
export class WorkerClock implements BeforeApplicationShutdown {
  private readonly id = randomUUID();
  private readonly loops: readonly SteadyLoop[];

  constructor(
    private readonly database: Database,
    ticks: Ticks,
  ) {
    this.loops = [
      new SteadyLoop({ name: 'Heartbeat', every: 5_000, work: () => this.beat() }),
      ...ticks.all.map((tick) => new SteadyLoop({ name: `tick ${tick.name}`, every: (tick.everySeconds * 1_000) / 4, work: () => this.tick(tick) })),
    ];
  }

  start(): void {
    for (const loop of this.loops) loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }

  private async beat(): Promise<boolean> {
    await this.database.as(nobody, (tx) => tx.query('select app.beat($1, $2, $3)', [this.id, hostname(), process.pid]));
    return false;
  }

  private async tick(tick: Tick): Promise<boolean> {
    const [row] = await this.database.as(nobody, (tx) => tx.query<{ mine: boolean }>('select app.claim_tick($1, make_interval(secs => $2)) as mine', [tick.name, tick.everySeconds]));
    if (row?.mine) await tick.run();
    return false;
  }
}
