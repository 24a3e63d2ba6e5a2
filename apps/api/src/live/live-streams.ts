import { type Actor, type Log, WakeUps } from '@app/platform';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LOG } from '../server/log.token.js';
import { type LiveChange, liveChangeFrom } from './live-change.js';
import { type LiveStream } from './live-stream.js';

/** Looks up who stands behind a stream now, without counting as a use; undefined when nobody does any more. */
export type Recheck = () => Promise<Actor | undefined>;

interface Entry {
  readonly stream: LiveStream;
  readonly recheck: Recheck;
  checkedAt: number;
}

const BETWEEN_CHECKS = 3_000;
const BETWEEN_PINGS = 15_000;
/** Rights this old are looked up again before anything is told. */
const FRESH = 1_000;
const MOST_OF_ONE_PERSON = 20;

/** The open event streams of this process. Rights are looked up again every few seconds and before something is told. */
@Injectable()
export class LiveStreams implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly entries = new Set<Entry>();
  private timers: readonly NodeJS.Timeout[] = [];

  constructor(
    private readonly wakeUps: WakeUps,
    @Inject(LOG) private readonly log: Log,
  ) {}

  get count(): number {
    return this.entries.size;
  }

  onApplicationBootstrap(): void {
    this.wakeUps.on('live_change', (payload) => this.notified(payload));
    this.wakeUps.start();
    this.timers = [setInterval(() => void this.checkAll(), BETWEEN_CHECKS).unref(), setInterval(() => this.pingAll(), BETWEEN_PINGS).unref()];
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearInterval(timer);
    for (const { stream } of this.entries) stream.end('stopping');
  }

  add(stream: LiveStream, recheck: Recheck): void {
    const entry: Entry = { stream, recheck, checkedAt: Date.now() };
    const own = [...this.entries].filter((other) => other.stream.actor.personId === stream.actor.personId);
    // The oldest goes: a tab that was left open somewhere must not keep a new one from hearing.
    if (own.length >= MOST_OF_ONE_PERSON) own[0]?.stream.end('too-many');
    this.entries.add(entry);
    stream.onClose(() => this.entries.delete(entry));
  }

  private notified(payload: string | undefined): void {
    if (payload === undefined) {
      for (const { stream } of this.entries) stream.resync();
      return;
    }
    const change = liveChangeFrom(payload);
    for (const entry of this.entries) if (entry.stream.hears(change)) void this.tell(entry, change);
  }

  private async tell(entry: Entry, change: LiveChange): Promise<void> {
    if (Date.now() - entry.checkedAt > FRESH) await this.check(entry);
    if (entry.stream.isOpen && entry.stream.hears(change)) entry.stream.tell(change);
  }

  private async checkAll(): Promise<void> {
    for (const entry of [...this.entries]) await this.check(entry);
  }

  private pingAll(): void {
    for (const { stream } of this.entries) stream.ping();
  }

  /** With the database away nothing is told and nobody is sent away; the stream hears "resync" when it is back. */
  private async check(entry: Entry): Promise<void> {
    try {
      const actor = await entry.recheck();
      if (!actor || actor.kind === 'anonymous') return entry.stream.end('signed-out');
      entry.stream.actor = actor;
      entry.checkedAt = Date.now();
    } catch (error) {
      this.log.warn({ err: error }, 'The rights of an event stream could not be checked');
    }
  }
}
