import { Database, type Language } from '@app/platform';
import { Injectable } from '@nestjs/common';

export interface AccountToSignIn {
  readonly personId: string;
  /** As it is kept: mail goes there, never to what was typed. */
  readonly email: string;
  readonly passwordHash: string | null;
  readonly language: Language;
}

export interface PendingSession {
  readonly sessionId: string;
  readonly personId: string;
  readonly way: 'password' | 'link' | 'oidc' | 'invitation' | 'reset' | 'setup';
  readonly language: Language;
}

/**
 * What is asked before anybody is known: single statements without a transaction, each answered by a definer function. Counting an
 * attempt must stand whatever becomes of the attempt, so it commits by itself.
 */
@Injectable()
export class SignInReads {
  constructor(private readonly database: Database) {}

  account(email: string): Promise<AccountToSignIn | undefined> {
    return this.first('select person_id as "personId", email, password_hash as "passwordHash", language from app.account_to_sign_in($1)', [email]);
  }

  pendingSession(tokenHash: Buffer): Promise<PendingSession | undefined> {
    return this.first('select session_id as "sessionId", person_id as "personId", way, language from app.pending_session($1)', [tokenHash]);
  }

  link(tokenHash: Buffer, kind: 'link' | 'reset' | 'provider'): Promise<{ linkId: string; personId: string } | undefined> {
    return this.first('select link_id as "linkId", person_id as "personId" from app.find_sign_in_link($1, $2)', [tokenHash, kind]);
  }

  addressChange(tokenHash: Buffer, part: 'confirm' | 'stop'): Promise<{ changeId: string; personId: string } | undefined> {
    return this.first('select change_id as "changeId", person_id as "personId" from app.find_address_change($1, $2)', [tokenHash, part]);
  }

  async countAttempt(keys: readonly string[], most: readonly number[], minutes: number): Promise<number> {
    const row = await this.first<{ wait: number }>('select app.count_attempt($1, $2, $3 * interval \'1 minute\') as wait', [keys, most, minutes]);
    return row?.wait ?? 0;
  }

  async forgiveAttempt(keys: readonly string[]): Promise<void> {
    await this.database.statement('select app.forgive_attempt($1)', [keys]);
  }

  private async first<Row>(sql: string, parameters: unknown[]): Promise<Row | undefined> {
    const rows = await this.database.statement<Row>(sql, parameters);
    return rows[0];
  }
}
