import { Injectable } from '@nestjs/common';
import { type Actor, Database, type NotAllowed, NotFound } from '@app/platform';
import { mayReadSites } from '../domain/organisation.policy.js';
import { refusal } from '../domain/refusal.js';
import { type Organisation } from '../persistence/organisation.store.js';
import { PlaceReads } from '../persistence/place.reads.js';
import { type Site } from '../persistence/site.store.js';

/** What members read about their organisation and its places. */
@Injectable()
export class ReadPlaces {
  constructor(
    private readonly database: Database,
    private readonly places: PlaceReads,
  ) {}

  async organisation(actor: Actor, id: string): Promise<Organisation | NotFound> {
    const found = actor.organisationIds.includes(id) ? await this.database.as(actor, (tx) => this.places.organisation(tx, id)) : undefined;
    return found ?? new NotFound('organisation');
  }

  /** Standing sites by name, then those put away where they are asked for. */
  sites(actor: Actor, organisationId: string, withArchived = false): Promise<readonly Site[] | NotAllowed | NotFound> {
    return this.database.as(actor, async (tx) => {
      const refused = refusal(actor, organisationId, { granted: mayReadSites(actor, organisationId), action: 'site.read' });
      return refused ?? this.places.sites(tx, organisationId, withArchived);
    });
  }
}
