import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Journal } from '@app/identity';
import { type WallTimeFollower, WallTimeFollowers } from '@app/ledger';
import { type Tx } from '@app/platform';
import { duringOf } from '../domain/absence.js';
import { AbsenceStore } from '../persistence/absence.store.js';

/** Announced half-days are half-days of the wall: when the rules of the zone change they mean other instants (case 69). */
@Injectable()
export class KeepNoticeTimes implements WallTimeFollower, OnModuleInit {
  readonly context = 'agendas';

  constructor(
    private readonly followers: WallTimeFollowers,
    private readonly store: AbsenceStore,
    private readonly journal: Journal,
  ) {}

  onModuleInit(): void {
    this.followers.register(this);
  }

  async keep(tx: Tx, organisationId: string, dryRun: boolean): Promise<number> {
    const zone = await this.store.zone(tx, organisationId);
    let count = 0;
    for (const { id, personId, from, to, ...half } of await this.store.toCome(tx, organisationId)) {
      const during = duringOf(half, zone);
      if (during.from.getTime() === from.getTime() && during.to.getTime() === to.getTime()) continue;
      if (!dryRun && !(await this.store.move(tx, organisationId, { id, from, to, during }))) continue;
      count += 1;
      if (dryRun) continue;
      const facts = { from, to, newFrom: during.from, newTo: during.to, rules: process.versions.tz };
      await this.journal.enter(tx, { organisationId, subject: { kind: 'absence-notice', id }, kind: 'rezoned', personId, facts });
    }
    return count;
  }
}
