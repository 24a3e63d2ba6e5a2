import { Injectable } from '@nestjs/common';
import { type Language, type Tx } from '@app/platform';

export interface RecipientAddress {
  readonly personId: string;
  /** Undefined: what the person said; it goes before what an organisation noted. */
  readonly organisationId?: string;
  /** Checked by `mailAddress` before; undefined: no mail. */
  readonly address?: string;
  readonly language?: Language;
}

/** As app.put_recipients reads it: the same person at most once. */
export interface ReachablePerson {
  readonly personId: string;
  readonly email?: string;
  readonly language?: Language;
}

const PUT = 'select app.put_recipients($1, $2)';

/** Where people can be reached. Identity writes it with every change of an account's or profile's address and language. */
@Injectable()
export class Recipients {
  /**
   * In the caller's transaction. A person's own row may be written by that person and by nobody signed in (accepting an invitation);
   * an organisation's row by who acts for that organisation. Preferences (quiet hours, digest) stay as they are.
   */
  async put(tx: Tx, { personId, organisationId, address, language }: RecipientAddress): Promise<void> {
    await this.putAll(tx, organisationId, [{ personId, email: address, language }]);
  }

  /** The same for many in one statement. */
  async putAll(tx: Tx, organisationId: string | undefined, people: readonly ReachablePerson[]): Promise<void> {
    if (people.length > 0) await tx.query(PUT, [organisationId ?? null, JSON.stringify(people.map(({ personId, email, language }) => ({ personId, email, language })))]);
  }
}
