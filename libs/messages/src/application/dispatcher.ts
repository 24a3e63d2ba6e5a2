import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { SteadyLoop, WakeUps } from '@app/platform';
import { DispatchMail } from './dispatch-mail.js';
import { DispatchNotices } from './dispatch-notices.js';

/** While one lane waits for the database, the other hands over. */
const MAIL_LANES = 2;
const TICK = 1_000;
/** Beside MAIL_RATE mail leaves evenly, and not in a rush each second. */
const PACED_TICK = 100;

/** Runs in every worker: looks for due messages every second and whenever a transaction posted one. */
@Injectable()
export class Dispatcher implements BeforeApplicationShutdown {
  private readonly loops: readonly SteadyLoop[];

  constructor(mail: DispatchMail, notices: DispatchNotices, wakeUps: WakeUps) {
    const mailLanes = Array.from({ length: MAIL_LANES }, () => new SteadyLoop({ name: 'Mail', every: TICK, work: async (signal) => (await mail.portion(signal)) || (mail.isBusy && PACED_TICK) }));
    this.loops = [...mailLanes, new SteadyLoop({ name: 'Notices', every: TICK, work: () => notices.portion() })];
    wakeUps.on('message', () => this.loops.forEach((loop) => loop.wake()));
  }

  start(): void {
    for (const loop of this.loops) loop.start();
  }

  /** Hands over what is under way; what is only leased is due again at once. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }
}
