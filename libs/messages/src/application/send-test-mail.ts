import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, Database, type NotAllowed, NotFound } from '@app/platform';
import { NoMailAddress } from '../domain/delivery.js';
import { overseeRefusal } from '../domain/message.policy.js';
import { DeliveryReads, type DeliveryRow } from '../persistence/delivery.reads.js';
import { PostMessages } from './post-messages.js';

const POSTED = 'select id from message where person_id = $1 and rule = $2';

/** A real mail on the real way to the person who asks, so that a centre sees whether mail arrives. Its delivery can be watched. */
@Injectable()
export class SendTestMail {
  constructor(
    private readonly database: Database,
    private readonly post: PostMessages,
    private readonly reads: DeliveryReads,
  ) {}

  execute(actor: Actor, organisationId: string): Promise<DeliveryRow | NoMailAddress | NotAllowed | NotFound> {
    return this.database.as<DeliveryRow | NoMailAddress | NotAllowed | NotFound>(actor, async (tx) => {
      const refused = overseeRefusal(actor, organisationId);
      if (refused) return refused;
      const personId = actor.personId ?? '';
      const rule = `requested:${randomUUID()}`;
      await this.post.execute(tx, { organisationId, personId, type: 'messages.test', subject: { kind: 'organisation', id: organisationId }, rule, urgent: true });
      const [posted] = await tx.query<{ id: string }>(POSTED, [personId, rule]);
      const delivery = posted && (await this.reads.one(tx, posted.id));
      if (!delivery) return new NotFound('message');
      return delivery.address ? delivery : new NoMailAddress();
    });
  }
}
