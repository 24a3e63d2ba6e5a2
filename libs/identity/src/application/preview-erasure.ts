import { Injectable } from '@nestjs/common';
import { type Actor, Database, type NotAllowed, NotFound } from '@app/platform';
import { type ErasureLine, type KnownPerson } from '../domain/erasure.js';
import { mayErase } from '../domain/people.policy.js';
import { refusal } from '../domain/refusal.js';
import { PeopleStore } from '../persistence/people.store.js';
import { PrivacyStore } from '../persistence/privacy.store.js';

/** What goes, what stays, until when: read before anything is erased. */
@Injectable()
export class PreviewErasure {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
    private readonly store: PrivacyStore,
  ) {}

  ofMyself(actor: Actor): Promise<readonly ErasureLine[]> {
    return this.database.as(actor, (tx) => this.store.preview(tx, actor.personId ?? ''));
  }

  ofPerson(actor: Actor, { organisationId, personId }: KnownPerson): Promise<readonly ErasureLine[] | NotAllowed | NotFound> {
    return this.database.as(actor, async (tx) => {
      const refused = refusal(actor, organisationId, { granted: mayErase(actor, organisationId), action: 'person.erase' });
      if (refused) return refused;
      const member = await this.people.find(tx, { organisationId, personId });
      return member ? this.store.preview(tx, personId, organisationId) : new NotFound('person');
    });
  }
}
