import { Injectable } from '@nestjs/common';
import { type Actor, Database, type NotAllowed, NotFound, type Page, type PageRequest, type Tx } from '@app/platform';
import { mayReadAudit } from '../domain/organisation.policy.js';
import { mayReadPeople } from '../domain/people.policy.js';
import { refusal } from '../domain/refusal.js';
import { AuditReads, type TrailRow } from '../persistence/audit.reads.js';
import { type LikelyDuplicate, type PeopleFilter, PeopleReads, type PersonRow } from '../persistence/people.reads.js';
import { type MemberKey } from '../persistence/people.store.js';

/** What coordinators and managers read about people; the trail as a whole is for managers. */
@Injectable()
export class ReadPeople {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleReads,
    private readonly audit: AuditReads,
  ) {}

  list(actor: Actor, filter: PeopleFilter, page: PageRequest): Promise<Page<PersonRow> | NotAllowed | NotFound> {
    return this.as(actor, filter.organisationId, (tx) => this.people.list(tx, filter, page));
  }

  one(actor: Actor, key: MemberKey): Promise<PersonRow | NotAllowed | NotFound> {
    return this.as(actor, key.organisationId, async (tx) => (await this.people.one(tx, key)) ?? new NotFound('person'));
  }

  /** Pairs of the same name, a hundred at most. */
  duplicates(actor: Actor, organisationId: string): Promise<readonly LikelyDuplicate[] | NotAllowed | NotFound> {
    return this.as(actor, organisationId, (tx) => this.people.duplicates(tx, organisationId));
  }

  history(actor: Actor, key: MemberKey, page: PageRequest): Promise<Page<TrailRow> | NotAllowed | NotFound> {
    return this.as(actor, key.organisationId, async (tx) => ((await this.people.one(tx, key)) ? this.audit.history(tx, key, page) : new NotFound('person')));
  }

  trail(actor: Actor, organisationId: string, page: PageRequest): Promise<Page<TrailRow> | NotAllowed | NotFound> {
    return this.database.as(actor, async (tx) => {
      const refused = refusal(actor, organisationId, { granted: mayReadAudit(actor, organisationId), action: 'audit.read' });
      return refused ?? this.audit.trail(tx, organisationId, page);
    });
  }

  private as<T>(actor: Actor, organisationId: string, work: (tx: Tx) => Promise<T>): Promise<T | NotAllowed | NotFound> {
    return this.database.as(actor, async (tx) => {
      const refused = refusal(actor, organisationId, { granted: mayReadPeople(actor, organisationId), action: 'people.read' });
      return refused ?? work(tx);
    });
  }
}
