import { Injectable } from '@nestjs/common';
import { ApplyRetention, SealAudit } from '@app/identity';
import { type Tick } from './tick.js';

const DAY = 86_400;

/** The audit trail is chained every minute; once a day what is past its rule goes. */
@Injectable()
export class IdentityTicks {
  readonly all: readonly Tick[];

  constructor(sealAudit: SealAudit, retention: ApplyRetention) {
    this.all = [
      { name: 'seal-audit', everySeconds: 60, run: () => sealAudit.execute() },
      { name: 'retention', everySeconds: DAY, run: () => retention.execute() },
    ];
  }
}
