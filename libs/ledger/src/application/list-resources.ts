import { Injectable } from '@nestjs/common';
import { type Actor, Database, type NotAllowed, type NotFound, type Page, type PageRequest } from '@app/platform';
import { refusal } from '@app/identity';
import { mayReadBoard } from '../domain/ledger.policy.js';
import { type LentThing, type ListedResource, type ResourceFilter, ResourceReads } from '../persistence/resource.reads.js';

/** Rooms or equipment of an organisation, and what others lend it, for its staff. */
@Injectable()
export class ListResources {
  constructor(
    private readonly database: Database,
    private readonly reads: ResourceReads,
  ) {}

  execute(actor: Actor, filter: ResourceFilter, page: PageRequest): Promise<Page<ListedResource> | NotAllowed | NotFound> {
    return this.database.as(actor, async (tx) => {
      const refused = refusal(actor, filter.organisationId, { granted: mayReadBoard(actor, filter.organisationId), action: `${filter.kind}.read` });
      return refused ?? this.reads.list(tx, filter, page);
    });
  }

  lent(actor: Actor, organisationId: string): Promise<readonly LentThing[] | NotAllowed | NotFound> {
    return this.database.as<readonly LentThing[] | NotAllowed | NotFound>(actor, async (tx) => {
      const refused = refusal(actor, organisationId, { granted: mayReadBoard(actor, organisationId), action: 'lent-things.read' });
      return refused ?? this.reads.lent(tx, organisationId);
    });
  }
}
