import { Database, type Membership, type Language } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** Whose session it is, with the rights of this moment. */
export interface SessionActorRow {
  readonly session_id: string;
  readonly person_id: string;
  readonly language: Language;
  readonly renewal_due: boolean;
  readonly platform_admin: boolean;
  readonly memberships: readonly Membership[];
}

/** Asked before anybody is known: one statement without a transaction, answered by a definer function. */
@Injectable()
export class SessionReads {
  constructor(private readonly database: Database) {}

  async actorOf(tokenHash: Buffer, quietly: boolean): Promise<SessionActorRow | undefined> {
    const rows = await this.database.statement<SessionActorRow>('select * from app.actor_of_session($1, $2)', [tokenHash, quietly]);
    return rows[0];
  }
}
