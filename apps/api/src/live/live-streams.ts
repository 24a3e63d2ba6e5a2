import { type Actor, type Log, WakeUps } from '@app/platform';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ActorSource, type Credential } from '../http/actor-source.js';
import { LOG } from '../server/log.token.js';
import { type LiveChange, liveChangeFrom } from './live-change.js';
import { type LiveStream } from './live-stream.js';

interface Entry {
  readonly stream: LiveStream;
  readonly credential: Credential;
  checkedAt: number;
  /** Something was not told, because the rights could not be looked up. */
  missed: boolean;
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
  private checking: Promise<void> | undefined;

  constructor(
    private readonly wakeUps: WakeUps,
    private readonly actors: ActorSource,
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

  add(stream: LiveStream, credential: Credential): void {
    const entry: Entry = { stream, credential, checkedAt: Date.now(), missed: false };
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
    const hearing = [...this.entries].filter(({ stream }) => stream.hears(change));
    if (hearing.length > 0) void this.tell(hearing, change);
  }

  /** What could not be checked is not told: the page reads again when it can be. */
  private async tell(hearing: readonly Entry[], change: LiveChange): Promise<void> {
    const isStale = ({ checkedAt }: Entry): boolean => Date.now() - checkedAt > FRESH;
    if (hearing.some(isStale)) await this.checkAll();
    for (const entry of hearing) {
      if (isStale(entry)) entry.missed = true;
      else if (entry.stream.isOpen && entry.stream.hears(change)) entry.stream.tell(change);
    }
  }

  private pingAll(): void {
    for (const { stream } of this.entries) stream.ping();
  }

  /** Many changes at once wait for one look at the rights. */
  private checkAll(): Promise<void> {
    this.checking ??= this.check([...this.entries]).finally(() => (this.checking = undefined));
    return this.checking;
  }

  /** All of them in one statement. With the database away nobody is sent away. */
  private async check(entries: readonly Entry[]): Promise<void> {
    try {
      const actors = await this.actors.byCredentials(entries.map(({ credential }) => credential));
      for (const [place, entry] of entries.entries()) this.checked(entry, actors[place]);
    } catch (error) {
      this.log.warn({ err: error }, 'The rights of event streams could not be checked');
    }
  }

  private checked(entry: Entry, actor: Actor | undefined): void {
    if (!actor) return entry.stream.end('signed-out');
    entry.stream.actor = actor;
    entry.checkedAt = Date.now();
    if (entry.missed) entry.stream.resync();
    entry.missed = false;
  }
}
