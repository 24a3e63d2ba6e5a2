import { Injectable } from '@nestjs/common';
import { type Actor, Database, isProblem, type NotAllowed, type NotFound, type Page, type PageRequest } from '@app/platform';
import { overseeRefusal } from '../domain/message.policy.js';
import { type DeliveryCounts, type DeliveryFilter, DeliveryReads, type DeliveryRow } from '../persistence/delivery.reads.js';

/** What became of an organisation's messages. */
@Injectable()
export class ReadDeliveries {
  constructor(
    private readonly database: Database,
    private readonly reads: DeliveryReads,
  ) {}

  list(actor: Actor, filter: DeliveryFilter, page: PageRequest): Promise<Page<DeliveryRow> | NotAllowed | NotFound> {
    const refused = overseeRefusal(actor, filter.organisationId);
    return this.database.as<Page<DeliveryRow> | NotAllowed | NotFound>(actor, async (tx) => refused ?? this.reads.list(tx, filter, page));
  }

  counts(actor: Actor, organisationId: string): Promise<DeliveryCounts | NotAllowed | NotFound> {
    const refused = overseeRefusal(actor, organisationId);
    return this.database.as<DeliveryCounts | NotAllowed | NotFound>(actor, async (tx) => (isProblem(refused) ? refused : this.reads.counts(tx, organisationId)));
  }
}
