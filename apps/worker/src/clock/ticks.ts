import { Injectable } from '@nestjs/common';
import { ReleaseExpired } from '@app/ledger';
import { TellFailures } from '@app/messages';
import { Actor, Database } from '@app/platform';
import { IdentityTicks } from './identity-ticks.js';
import { type Tick } from './tick.js';

const HOUR = 3_600;

@Injectable()
export class Ticks {
  readonly all: readonly Tick[];

  constructor(database: Database, identity: IdentityTicks, tellFailures: TellFailures, releaseExpired: ReleaseExpired) {
    const call = (sql: string) => () => database.as(Actor.system(), (tx) => tx.query(sql));
    this.all = [
      ...identity.all,
      { name: 'tell-failed-messages', everySeconds: 5, run: () => tellFailures.execute() },
      // Holds and offers are free again within ten seconds.
      { name: 'release-expired', everySeconds: 4, run: () => releaseExpired.execute() },
      { name: 'forget-requests', everySeconds: 600, run: call('select app.forget_requests(10000)') },
      { name: 'forget-sign-ins', everySeconds: 600, run: call('select app.forget_sign_ins(10000)') },
      { name: 'change-partitions', everySeconds: 6 * HOUR, run: call('select app.keep_change_partitions(2)') },
    ];
  }
}
