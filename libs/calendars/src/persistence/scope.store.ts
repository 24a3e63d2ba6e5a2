import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';

interface Scope {
  readonly organisationId: string;
  readonly scopeId: string;
}

const PUT = `
  insert into calendar_scope (organisation_id, scope_id, title, chosen_by) values ($1, $2, $3, $4) on conflict on constraint calendar_scope_pk do nothing returning scope_id`;
const REMOVE = 'delete from calendar_scope where organisation_id = $1 and scope_id = $2';
const IS_SENT = 'select from calendar_scope where organisation_id = $1 and scope_id = $2';

@Injectable()
export class ScopeStore {
  /** False where it was chosen before. */
  async put(tx: Tx, { organisationId, scopeId }: Scope, title: string): Promise<boolean> {
    return (await tx.query(PUT, [organisationId, scopeId, title, tx.actor.personId ?? null])).length > 0;
  }

  async remove(tx: Tx, { organisationId, scopeId }: Scope): Promise<boolean> {
    const wasSent = (await tx.query(IS_SENT, [organisationId, scopeId])).length > 0;
    await tx.query(REMOVE, [organisationId, scopeId]);
    return wasSent;
  }
}
