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

/** Where people can be reached. Identity writes it with every change of an account's or profile's address and language. */
@Injectable()
export class Recipients {
  /**
   * In the caller's transaction. A person's own row may be written by that person and by nobody signed in (accepting an invitation);
   * an organisation's row by who acts for that organisation. Preferences (quiet hours, digest) stay as they are.
   */
  async put(tx: Tx, recipient: RecipientAddress): Promise<void> {
    await tx.query('select app.put_recipient($1, $2, $3, $4)', [recipient.personId, recipient.organisationId ?? null, recipient.address ?? null, recipient.language ?? null]);
  }
}
