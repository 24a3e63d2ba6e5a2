import { compile } from '../compile/compile.js';
import { type Plan } from '../model/model.js';
import { Lane } from './lane.js';
import { type Standing, type Team, type TeamOrder } from './team.js';

/** Lanes taking turns in this thread: the same plans as threads make, later. The event loop is let in between steps. */
export class InlineTeam implements Team {
  private readonly lanes: Lane[];

  constructor({ model, seed, workers, from }: TeamOrder) {
    const compiled = compile(model);
    this.lanes = Array.from({ length: workers }, (_, stream) => new Lane(compiled, seed, stream, from));
  }

  get period(): number {
    return this.lanes[0]!.period;
  }

  async step(progress: number): Promise<Standing[]> {
    for (const lane of this.lanes) lane.run(progress);
    await new Promise<void>((resolve) => setImmediate(resolve));
    return this.lanes.map((lane) => ({ faults: lane.bestFaults, soft: lane.bestSoft, iterations: lane.iterations }));
  }

  best(lane: number): Plan {
    return { start: [...this.lanes[lane]!.bestStart], choice: [...this.lanes[lane]!.bestChoice] };
  }

  async share(lane: number): Promise<void> {
    const { start, choice } = this.best(lane);
    this.lanes.forEach((other, i) => i !== lane && other.adopt(start, choice));
  }

  async close(): Promise<void> {}
}
