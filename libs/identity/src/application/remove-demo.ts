import { Injectable } from '@nestjs/common';
import { Actor, Database, NotAllowed, NotFound } from '@app/platform';
import { mayRemoveDemo } from '../domain/organisation.policy.js';
import { DemoStore } from '../persistence/demo.store.js';
import { Journal } from './journal.js';

export interface DemoRemoved {
  readonly organisationId: string;
}

/** Removes a demo centre: everything in it and the made-up people who belong nowhere else. Its audit trail stays. */
@Injectable()
export class RemoveDemo {
  constructor(
    private readonly database: Database,
    private readonly demos: DemoStore,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, organisationId: string): Promise<DemoRemoved | NotAllowed | NotFound> {
    if (!mayRemoveDemo(actor, organisationId)) {
      return this.journal.refusals(actor, { organisationId, kind: 'organisation', id: organisationId }, actor.isMemberOf(organisationId) ? new NotAllowed('demo.remove') : new NotFound('organisation'));
    }
    // Nobody's own rights reach everything that is to go.
    return this.database.as(Actor.system(organisationId, { requestId: actor.requestId, language: actor.language }), async (tx) => {
      if (!(await this.demos.remove(tx, organisationId))) return new NotFound('organisation');
      await this.journal.enter(tx, { organisationId, subject: { kind: 'organisation', id: organisationId }, kind: 'demo-removed', facts: { by: actor.personId } });
      return { organisationId };
    }, { statementTimeout: 60_000 });
  }
}
