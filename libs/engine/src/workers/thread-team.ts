import { Worker } from 'node:worker_threads';
import { type Plan } from '../model/model.js';
import { type Standing, type Team, type TeamOrder } from './team.js';

/** What the main thread asks of a worker. */
export type Order = { kind: 'step'; progress: number } | { kind: 'adopt'; from: SharedArrayBuffer };
/** What a worker answers. */
export type Answer = { kind: 'ready'; period: number } | { kind: 'done'; standing: Standing };
/** What a worker is born with. */
export interface Birth extends TeamOrder {
  stream: number;
  /** Its best plan: starts, then choices. */
  plan: SharedArrayBuffer;
}

/** One thread a lane; plans stand in memory that all threads see. */
export class ThreadTeam implements Team {
  period = 0;
  private readonly workers: Worker[] = [];
  private readonly plans: SharedArrayBuffer[] = [];
  private readonly activities: number;

  private constructor(private readonly order: TeamOrder) {
    this.activities = order.model.activities.length;
  }

  static async start(order: TeamOrder): Promise<ThreadTeam> {
    const team = new ThreadTeam(order);
    await Promise.all(Array.from({ length: order.workers }, (_, stream) => team.hire(stream)));
    return team;
  }

  private async hire(stream: number): Promise<void> {
    const needs = this.order.model.activities.reduce((sum, activity) => sum + activity.needs.length, 0);
    const plan = new SharedArrayBuffer(4 * (this.activities + needs));
    const workerData: Birth = { ...this.order, stream, plan };
    const worker = new Worker(new URL('./thread.js', import.meta.url), { workerData });
    this.workers[stream] = worker;
    this.plans[stream] = plan;
    const ready = await answerOf(worker);
    if (ready.kind === 'ready') this.period = ready.period;
  }

  async step(progress: number): Promise<Standing[]> {
    const answers = await this.askAll(this.workers, { kind: 'step', progress });
    return answers.map((answer) => (answer as Extract<Answer, { kind: 'done' }>).standing);
  }

  best(lane: number): Plan {
    const all = [...new Int32Array(this.plans[lane]!)];
    return { start: all.slice(0, this.activities), choice: all.slice(this.activities) };
  }

  async share(lane: number): Promise<void> {
    await this.askAll(this.workers.filter((_, i) => i !== lane), { kind: 'adopt', from: this.plans[lane]! });
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }

  private askAll(workers: Worker[], order: Order): Promise<Answer[]> {
    return Promise.all(
      workers.map((worker) => {
        const answer = answerOf(worker);
        worker.postMessage(order);
        return answer;
      }),
    );
  }
}

/** One answer. Listeners are taken off by name: the worker keeps some of its own that start and stop its port. */
function answerOf(worker: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      worker.off('message', answered).off('error', failed).off('exit', ended);
      act();
    };
    const answered = (answer: Answer): void => settle(() => resolve(answer));
    const failed = (error: Error): void => settle(() => reject(error));
    const ended = (code: number): void => settle(() => reject(new Error(`a search thread ended with code ${code}`)));
    worker.on('message', answered).on('error', failed).on('exit', ended);
  });
}
