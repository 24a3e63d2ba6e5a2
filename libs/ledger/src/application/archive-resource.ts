import { Injectable } from '@nestjs/common';
import { type Actor, Database, isProblem, type NotAllowed, type NotFound, type StaleVersion } from '@app/platform';
import { Journal } from '@app/identity';
import { StillBooked } from '../domain/problems.js';
import { ResourceStore } from '../persistence/resource.store.js';
import { resourceToChange } from './resource-to-change.js';

export interface ArchiveResourceInput {
  readonly resourceId: string;
  readonly expectedVersion: number;
}

export interface ResourceArchived {
  readonly resourceId: string;
}

/** Takes a room or a piece of equipment out of every list. Refused while bookings still rely on it; the past stays as it was. */
@Injectable()
export class ArchiveResource {
  constructor(
    private readonly database: Database,
    private readonly resources: ResourceStore,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: ArchiveResourceInput): Promise<ResourceArchived | StillBooked | NotAllowed | NotFound | StaleVersion> {
    const { resourceId } = input;
    const answer = await this.database.as(actor, async (tx) => {
      const resource = await resourceToChange(tx, this.resources, { ...input, verb: 'archive' });
      if (isProblem(resource)) return resource;
      await this.resources.lockInLedger(tx, resourceId);
      const { count, until } = await this.resources.upcoming(tx, resourceId);
      if (until) return new StillBooked(count, until);
      await this.resources.archive(tx, resourceId);
      const { organisationId, kind, version } = resource;
      await this.journal.enter(tx, { organisationId, subject: { kind, id: resourceId }, version: version + 1, kind: 'archived' });
      return { resourceId };
    });
    return this.journal.refusals(actor, { kind: 'resource', id: resourceId }, answer);
  }
}
