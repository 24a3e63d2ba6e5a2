import { Injectable } from '@nestjs/common';
import { Actor, Database } from '@app/platform';
import { type ErasureRecord } from '../domain/erasure-record.js';
import { PrivacyStore } from '../persistence/privacy.store.js';
import { EraseKnownPerson } from './erase-known-person.js';
import { OwnErasure } from './own-erasure.js';

/** erased: now (or would be, in a dry run); done: this database knows of the erasure; unknown: it has no such person. */
export type ErasedAgain = 'erased' | 'done' | 'unknown';

/**
 * After a restored backup: erases anew whom the database does not know to be erased. An erasure that it knows is never repeated, because
 * the person may have come back since.
 */
@Injectable()
export class EraseAgain {
  constructor(
    private readonly database: Database,
    private readonly store: PrivacyStore,
    private readonly eraseKnown: EraseKnownPerson,
    private readonly own: OwnErasure,
  ) {}

  execute(record: ErasureRecord, { dryRun = false }: { readonly dryRun?: boolean } = {}): Promise<ErasedAgain> {
    return record.organisationId === null ? this.account(record, dryRun) : this.profile({ ...record, organisationId: record.organisationId }, dryRun);
  }

  private profile(record: ErasureRecord & { organisationId: string }, dryRun: boolean): Promise<ErasedAgain> {
    return this.database.as(Actor.system(record.organisationId), async (tx) => {
      if (await this.store.knowsErasure(tx, record.erasureId, record.organisationId)) return 'done';
      if (!(await this.store.knowsPerson(tx, record))) return 'unknown';
      return dryRun || (await this.eraseKnown.execute(tx, record, { why: 'again', repeats: record.erasureId })) ? 'erased' : 'unknown';
    });
  }

  private account({ personId }: ErasureRecord, dryRun: boolean): Promise<ErasedAgain> {
    return this.database.as(Actor.person({ personId }), async (tx) => {
      if (!(await this.own.hasAccount(tx))) return 'done';
      if (!dryRun) await this.own.finish(tx, personId, { isNoted: true });
      return 'erased';
    });
  }
}
