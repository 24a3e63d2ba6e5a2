import { Injectable } from '@nestjs/common';
import { type Actor, Database, InvalidInput, type NotAllowed, NotFound } from '@app/platform';
import { Journal, refusal } from '@app/identity';
import { mayPlan } from '../domain/ledger.policy.js';
import { type ResourceFacts, resourceFaults, tidyResource } from '../domain/resource.js';
import { type OwnResource, ResourceStore } from '../persistence/resource.store.js';

export interface CreateResourceInput extends ResourceFacts {
  readonly organisationId: string;
  readonly kind: OwnResource['kind'];
}

/** Adds a room or a piece of equipment to a site. */
@Injectable()
export class CreateResource {
  constructor(
    private readonly database: Database,
    private readonly resources: ResourceStore,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: CreateResourceInput): Promise<OwnResource | NotAllowed | NotFound | InvalidInput> {
    const { organisationId, kind } = input;
    const answer = await this.database.as(actor, async (tx) => {
      const refused = refusal(actor, organisationId, { granted: mayPlan(actor, organisationId), action: `${kind}.create` });
      if (refused) return refused;
      const faults = resourceFaults(input);
      if (faults.length > 0) return new InvalidInput(faults);
      const wanted = tidyResource(input);
      if (!(await this.resources.siteStands(tx, organisationId, wanted.siteId))) return new NotFound('site');
      if (await this.resources.isNameTaken(tx, wanted)) return InvalidInput.at('name', 'name.taken', { name: wanted.name });
      const made = await this.resources.create(tx, wanted);
      await this.journal.enter(tx, { organisationId, subject: { kind, id: made.id }, version: made.version, kind: 'created' });
      return made;
    });
    return this.journal.refusals(actor, { organisationId, kind }, answer);
  }
}
