import { Injectable } from '@nestjs/common';
import { type Actor, Database, InvalidInput, isProblem, type NotAllowed, NotFound, type StaleVersion } from '@app/platform';
import { fieldsGiven, Journal } from '@app/identity';
import { type ResourceFacts, resourceFaults, tidyResource } from '../domain/resource.js';
import { type OwnResource, ResourceStore } from '../persistence/resource.store.js';
import { resourceToChange } from './resource-to-change.js';

export interface UpdateResourceInput extends Partial<ResourceFacts> {
  readonly resourceId: string;
  readonly expectedVersion: number;
}

/** Changes a room or a piece of equipment; what is left out stays, null empties a field. What is booked stays booked. */
@Injectable()
export class UpdateResource {
  constructor(
    private readonly database: Database,
    private readonly resources: ResourceStore,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: UpdateResourceInput): Promise<OwnResource | NotAllowed | NotFound | StaleVersion | InvalidInput> {
    const { resourceId, expectedVersion, ...wanted } = input;
    const answer = await this.database.as(actor, async (tx) => {
      const standing = await resourceToChange(tx, this.resources, { resourceId, expectedVersion, verb: 'update' });
      if (isProblem(standing)) return standing;
      const changed = { ...standing, ...fieldsGiven(wanted) };
      const faults = resourceFaults(changed);
      if (faults.length > 0) return new InvalidInput(faults);
      const tidy = tidyResource(changed);
      if (!(await this.resources.siteStands(tx, standing.organisationId, tidy.siteId))) return new NotFound('site');
      if (await this.resources.isNameTaken(tx, tidy)) return InvalidInput.at('name', 'name.taken', { name: tidy.name });
      const saved = await this.resources.save(tx, tidy);
      const { organisationId, kind } = saved;
      await this.journal.enter(tx, { organisationId, subject: { kind, id: resourceId }, version: saved.version, kind: 'updated', facts: { fields: Object.keys(fieldsGiven(wanted)) } });
      return saved;
    });
    return this.journal.refusals(actor, { kind: 'resource', id: resourceId }, answer);
  }
}
