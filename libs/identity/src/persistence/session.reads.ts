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

  /** The same of many in one statement, by place in the list, without counting as a use. */
  async actorsOf(tokenHashes: readonly Buffer[]): Promise<ReadonlyMap<number, SessionActorRow>> {
    const rows = await this.database.statement<SessionActorRow & { place: number }>(
      'select asked.place::int as place, found.* from unnest($1::bytea[]) with ordinality as asked(hash, place), app.actor_of_session(asked.hash, true) found',
      [tokenHashes],
    );
    return new Map(rows.map((row) => [row.place - 1, row]));
  }
}
