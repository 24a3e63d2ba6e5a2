import { Injectable } from '@nestjs/common';
import { type Actor, Changes, Database, type NotAllowed, NotFound, type Tx } from '@app/platform';
import { canDiscard, canRetry, DeliverySettled } from '../domain/delivery.js';
import { overseeRefusal } from '../domain/message.policy.js';
import { DeliveryReads, type DeliveryRow } from '../persistence/delivery.reads.js';

export type SettledDelivery = DeliveryRow | DeliverySettled | NotAllowed | NotFound;

const LOCK = 'select 1 from message where id = $1 and organisation_id = any ((select app.organisations())::uuid[]) for update';
const RETRY = `
  update message set state = 'due', next_at = app.now(), attempts = 0, claims = 0, last_error = null, told_at = null, not_after = case when not_after > app.now() then not_after end
  where id = $1`;
const DISCARD = `update message set state = 'discarded', lease = null, leased_until = null where id = $1`;

/** A coordinator's decision about a message that could not be delivered: once more, or not at all. */
@Injectable()
export class SettleDelivery {
  constructor(
    private readonly database: Database,
    private readonly reads: DeliveryReads,
    private readonly changes: Changes,
  ) {}

  /** Once more, also to an address that had been refused: whoever asks has mended it. */
  retry(actor: Actor, id: string): Promise<SettledDelivery> {
    return this.settle(actor, id, async (tx, delivery) => {
      if (!canRetry(delivery.state)) return new DeliverySettled(delivery.state);
      await tx.query('select app.resume_address($1)', [id]);
      await tx.query(RETRY, [id]);
      await tx.query(`select pg_notify('message', '')`);
      return 'retried';
    });
  }

  discard(actor: Actor, id: string): Promise<SettledDelivery> {
    return this.settle(actor, id, async (tx, delivery) => {
      if (!canDiscard(delivery.state)) return new DeliverySettled(delivery.state);
      await tx.query(DISCARD, [id]);
      return 'discarded';
    });
  }

  private settle(actor: Actor, id: string, decide: (tx: Tx, delivery: DeliveryRow) => Promise<DeliverySettled | 'retried' | 'discarded'>): Promise<SettledDelivery> {
    return this.database.as<SettledDelivery>(actor, async (tx) => {
      await tx.query(LOCK, [id]);
      const delivery = await this.reads.one(tx, id);
      if (!delivery) return new NotFound('message');
      const refused = overseeRefusal(actor, delivery.organisationId);
      if (refused) return refused;
      const decided = await decide(tx, delivery);
      if (decided instanceof DeliverySettled) return decided;
      const { organisationId, personId } = delivery;
      await this.changes.append(tx, { organisationId, subjectKind: 'message', subjectId: id, kind: decided, personId });
      return (await this.reads.one(tx, id)) ?? new NotFound('message');
    });
  }
}
