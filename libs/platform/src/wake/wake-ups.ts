import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { Settings } from '../config/settings.js';

/** Channels that transactions notify when they leave work behind. */
export type WakeUpChannel = 'message' | 'job' | 'change_work' | 'live_change';

/** Without a payload: something may have been missed while nobody listened. */
type Wake = (payload?: string) => void;

const LONGEST_SILENCE = 4_000;
const BETWEEN_TRIES = 1_000;

/**
 * Hears NOTIFY over one direct connection (a transaction pooler would lose it). It only saves waiting: every loop has a tick of its own, so
 * that a lost connection costs a second, never work. A connection that freezes is noticed within eight seconds and replaced.
 */
@Injectable()
export class WakeUps implements OnApplicationShutdown {
  private readonly log = new Logger(WakeUps.name);
  private readonly listeners = new Map<WakeUpChannel, Wake[]>();
  private stopped = false;
  private client?: Client;
  private running?: Promise<void>;
  private endPause: () => void = () => undefined;

  constructor(private readonly settings: Settings) {}

  on(channel: WakeUpChannel, wake: Wake): void {
    this.listeners.set(channel, [...(this.listeners.get(channel) ?? []), wake]);
  }

  start(): void {
    this.running ??= this.run();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    this.endPause();
    await this.client?.end().catch(() => undefined);
    await this.running;
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.stopped; failures++) {
      try {
        await this.listen(() => (failures = 0));
      } catch (error) {
        if (!this.stopped && failures === 0) this.log.warn(`No wake-ups until the database answers: ${error instanceof Error ? error.message : String(error)}`);
      }
      if (!this.stopped) await this.pause(BETWEEN_TRIES);
    }
  }

  /** Returns or throws when the connection is lost. */
  private async listen(connected: () => void): Promise<void> {
    const client = new Client({
      connectionString: this.settings.QUEUE_DATABASE_URL ?? this.settings.DATABASE_URL,
      application_name: 'tremplin-wake-ups',
      connectionTimeoutMillis: LONGEST_SILENCE,
      query_timeout: LONGEST_SILENCE,
      keepAlive: true,
    });
    this.client = client;
    client.on('error', () => undefined);
    client.on('notification', ({ channel, payload }) => this.wake(channel as WakeUpChannel, payload ?? ''));
    try {
      await client.connect();
      for (const channel of this.listeners.keys()) await client.query(`listen ${channel}`);
      connected();
      // Whatever was notified while nobody listened.
      for (const channel of this.listeners.keys()) this.wake(channel);
      while (!this.stopped) {
        await this.pause(LONGEST_SILENCE);
        await client.query('select 1');
      }
    } finally {
      client.connection.stream.destroy();
    }
  }

  private wake(channel: WakeUpChannel, payload?: string): void {
    for (const wake of this.listeners.get(channel) ?? []) wake(payload);
  }

  private async pause(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
