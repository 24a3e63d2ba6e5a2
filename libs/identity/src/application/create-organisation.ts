import { Injectable } from '@nestjs/common';
import { Actor, Database, type Fault, InvalidInput, NotAllowed } from '@app/platform';
import { tidyLine } from '../domain/entered-text.js';
import { type OrganisationFacts, organisationFaults } from '../domain/organisation.js';
import { mayCreateOrganisation } from '../domain/organisation.policy.js';
import { type ProfileFacts, profileFaults, tidyProfile } from '../domain/profile.js';
import { type Organisation, OrganisationStore } from '../persistence/organisation.store.js';
import { PeopleStore } from '../persistence/people.store.js';
import { actingIn } from './acting-in.js';
import { Journal } from './journal.js';

export interface CreateOrganisationInput extends OrganisationFacts {
  /** How the founder is known in the new organisation, whose first manager he becomes. Left out by background work. */
  readonly founder?: ProfileFacts;
  readonly isDemo?: boolean;
}

/** Founds an organisation; the person who does it is its first manager. */
@Injectable()
export class CreateOrganisation {
  constructor(
    private readonly database: Database,
    private readonly organisations: OrganisationStore,
    private readonly people: PeopleStore,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: CreateOrganisationInput): Promise<Organisation | NotAllowed | InvalidInput> {
    if (!mayCreateOrganisation(actor)) return this.journal.refusals(actor, { kind: 'organisation' }, new NotAllowed('organisation.create'));
    const faults = [...organisationFaults(input), ...founderFaults(actor, input)];
    if (faults.length > 0) return new InvalidInput(faults);
    const id = await this.newId(actor);
    return this.database.as(founding(actor, id), async (tx) => {
      const organisation = await this.organisations.insert(tx, id, { ...input, name: tidyLine(input.name) });
      if (actor.personId && input.founder) await this.people.insert(tx, { organisationId: id, personId: actor.personId, profile: tidyProfile(input.founder), roles: ['manager'], state: 'active', joined: true });
      await this.journal.enter(tx, { organisationId: id, subject: { kind: 'organisation', id }, version: 1, kind: 'created', personId: actor.personId });
      return organisation;
    });
  }

  private async newId(actor: Actor): Promise<string> {
    const [row] = await this.database.as(actor, (tx) => tx.query<{ id: string }>('select uuidv7() as id'));
    if (!row) throw new Error('The database gave no id.');
    return row.id;
  }
}

function founderFaults(actor: Actor, { founder }: CreateOrganisationInput): readonly Fault[] {
  if (!founder) return actor.personId ? [{ field: 'founder', reason: 'founder.missing' }] : [];
  return profileFaults(founder).map((fault) => ({ ...fault, field: `founder.${fault.field}` }));
}

/** Background work founds as the organisation itself, a person as its manager to be. */
function founding(actor: Actor, organisationId: string): Actor {
  if (actor.personId) return actingIn(actor, actor.personId, { organisationId, role: 'manager' });
  return Actor.system(organisationId, { requestId: actor.requestId, language: actor.language });
}
