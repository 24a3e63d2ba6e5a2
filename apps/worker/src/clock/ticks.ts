import { Injectable } from '@nestjs/common';
import { TellFailures } from '@app/messages';
import { Actor, Database } from '@app/platform';
import { IdentityTicks } from './identity-ticks.js';
import { PlanningTicks } from './planning-ticks.js';
import { type Tick } from './tick.js';

const HOUR = 3_600;

@Injectable()
export class Ticks {
  readonly all: readonly Tick[];

  constructor(database: Database, identity: IdentityTicks, planning: PlanningTicks, tellFailures: TellFailures) {
    const call = (sql: string) => () => database.as(Actor.system(), (tx) => tx.query(sql));
    this.all = [
      ...identity.all,
      ...planning.all,
      { name: 'tell-failed-messages', everySeconds: 5, run: () => tellFailures.execute() },
      { name: 'forget-requests', everySeconds: 600, run: call('select app.forget_requests(10000)') },
      { name: 'forget-sign-ins', everySeconds: 600, run: call('select app.forget_sign_ins(10000)') },
      { name: 'change-partitions', everySeconds: 6 * HOUR, run: call('select app.keep_change_partitions(2)') },
    ];
  }
}
