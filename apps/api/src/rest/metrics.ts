import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Who reads figures waits ten seconds; the first silent connection says enough. */
const LONGEST_READING = 3_000;
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

interface MessageFigures {
  readonly oldest_due_seconds: number | null;
  readonly due: string;
  readonly sending: string;
  readonly ambiguous: string;
  readonly failed: string;
  readonly paused_addresses: string;
}

interface QueueFigures {
  readonly queue: string;
  readonly waiting: string;
  readonly running: string;
  readonly failed: string;
  readonly oldest_seconds: number | null;
}

interface ChangeFigures {
  readonly consumer: string;
  readonly waiting: string;
  readonly parked: string;
  readonly oldest_seconds: number | null;
}

/** Figures for Prometheus: of this process, and of the work that waits in the database (the same from every replica). */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({ name: 'tremplin_http_request_seconds', help: 'Time to answer a request.', labelNames: ['method', 'route', 'status'], buckets: BUCKETS, registers: [this.registry] });
  private readonly messages = this.gauge('tremplin_messages', 'Messages by state.', 'state');
  private readonly oldestMessage = this.gauge('tremplin_oldest_due_message_seconds', 'How long the oldest message that is due has waited.');
  private readonly jobs = this.gauge('tremplin_jobs', 'Jobs by queue and state.', 'queue', 'state');
  private readonly oldestJob = this.gauge('tremplin_oldest_waiting_job_seconds', 'How long the oldest waiting job of a queue has waited.', 'queue');
  private readonly changes = this.gauge('tremplin_change_work', 'Changes that a consumer has not worked on yet; parked ones failed too often.', 'consumer', 'state');
  private readonly oldestChange = this.gauge('tremplin_oldest_change_work_seconds', 'How long the oldest change of a consumer has waited.', 'consumer');
  private readonly databaseUp = this.gauge('tremplin_database_up', 'Whether the database answered when the figures were asked for.');

  constructor(private readonly database: Database) {
    collectDefaultMetrics({ register: this.registry });
  }

  observeRequest(labels: { method: string; route: string; status: number }, seconds: number): void {
    this.requests.observe({ ...labels, status: String(labels.status) }, seconds);
  }

  /** The text that Prometheus reads. With the database away the figures of the process are still told. */
  async text(): Promise<string> {
    const up = await this.readDatabase().then(
      () => 1,
      () => 0,
    );
    this.databaseUp.set(up);
    return this.registry.metrics();
  }

  private async readDatabase(): Promise<void> {
    const [message] = await this.database.statement<MessageFigures>('select * from app.message_figures()', [], LONGEST_READING);
    const queues = await this.database.statement<QueueFigures>('select * from app.queue_figures()', [], LONGEST_READING);
    const consumers = await this.database.statement<ChangeFigures>('select * from app.change_work_figures()', [], LONGEST_READING);
    if (message) this.setMessages(message);
    for (const figures of queues) this.setQueue(figures);
    for (const figures of consumers) this.setConsumer(figures);
  }

  private setMessages(figures: MessageFigures): void {
    this.oldestMessage.set(figures.oldest_due_seconds ?? 0);
    for (const state of ['due', 'sending', 'ambiguous', 'failed'] as const) this.messages.set({ state }, Number(figures[state]));
    this.messages.set({ state: 'paused_address' }, Number(figures.paused_addresses));
  }

  private setQueue({ queue, oldest_seconds, ...figures }: QueueFigures): void {
    this.oldestJob.set({ queue }, oldest_seconds ?? 0);
    for (const state of ['waiting', 'running', 'failed'] as const) this.jobs.set({ queue, state }, Number(figures[state]));
  }

  private setConsumer({ consumer, oldest_seconds, ...figures }: ChangeFigures): void {
    this.oldestChange.set({ consumer }, oldest_seconds ?? 0);
    for (const state of ['waiting', 'parked'] as const) this.changes.set({ consumer, state }, Number(figures[state]));
  }

  private gauge<Label extends string>(name: string, help: string, ...labelNames: Label[]): Gauge<Label> {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }
}
