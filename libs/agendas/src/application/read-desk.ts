import { Injectable } from '@nestjs/common';
import { type Actor, Database, type NotAllowed, type NotFound } from '@app/platform';
import { refusal } from '@app/identity';
import { mayDecide } from '../domain/agenda.policy.js';
import { type Desk, DeskReads } from '../persistence/desk.reads.js';

/** The first screen of a coordinator: what needs a decision. */
@Injectable()
export class ReadDesk {
  constructor(
    private readonly database: Database,
    private readonly reads: DeskReads,
  ) {}

  execute(actor: Actor, organisationId: string): Promise<Desk | NotAllowed | NotFound> {
    return this.database.as<Desk | NotAllowed | NotFound>(actor, async (tx) => {
      const refused = refusal(actor, organisationId, { granted: mayDecide(actor, organisationId), action: 'desk.read' });
      return refused ?? this.reads.desk(tx, organisationId);
    });
  }
}
