import { type Tx, violates } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { AddressTaken } from '../domain/sign-in.problems.js';

/** What a link in a mail about a change is good for. */
export type AddressChangePart = 'confirm' | 'stop';

/** For how long a link confirms, and for how long one takes the change back; the database says the same. */
export const CONFIRM_HOURS = 24;
export const STOP_DAYS = 7;

export interface AddressChange {
  readonly id: string;
  readonly oldEmail: string;
  readonly newEmail: string;
  /** Where it was asked for. */
  readonly sessionId: string | null;
  readonly confirmBefore: Date;
  readonly stopBefore: Date;
}

const CHANGE = `id, old_email as "oldEmail", new_email as "newEmail", session_id as "sessionId",
  asked_at + interval '1 day' as "confirmBefore", asked_at + interval '7 days' as "stopBefore"`;

const CONFIRM = `
  update address_change set confirmed_at = app.now()
  where id = $1 and person_id = app.person() and ended_at is null and confirmed_at is null and asked_at > app.now() - interval '1 day' returning ${CHANGE}`;

// Later changes go with it: whoever made this one may have made them too.
const STOP = `
  with stopped as (
    update address_change set ended_at = app.now()
    where id = $1 and person_id = app.person() and ended_at is null and asked_at > app.now() - interval '7 days' returning *
  ), later as (
    update address_change c set ended_at = app.now() from stopped s where c.person_id = s.person_id and c.id <> s.id and c.ended_at is null and c.asked_at >= s.asked_at
  )
  select ${CHANGE} from stopped`;

// Identities, a second factor and the password that came into the account since somebody asked for the change.
const CLOSE = [
  'delete from sign_in_identity i using address_change c where c.id = $1 and i.person_id = app.person() and i.linked_at >= c.asked_at',
  'delete from second_factor f using address_change c where c.id = $1 and f.person_id = app.person() and f.activated_at >= c.asked_at',
  'update account set password_hash = null, version = version + 1 where person_id = app.person() and $1::uuid is not null',
];

/** Changes of the address of the person for whom the transaction was opened. */
@Injectable()
export class AddressChangeStore {
  /** A wish that is still open is replaced. */
  async ask(tx: Tx, { oldEmail, newEmail }: { oldEmail: string; newEmail: string }): Promise<AddressChange> {
    await this.withdraw(tx);
    const insert = `insert into address_change (person_id, session_id, old_email, new_email) values (app.person(), $1, $2, $3) returning ${CHANGE}`;
    const [asked] = await tx.query<AddressChange>(insert, [tx.actor.sessionId ?? null, oldEmail, newEmail]);
    if (!asked) throw new Error('The wish for another address was not stored.');
    return asked;
  }

  /** False when no wish was open. */
  async withdraw(tx: Tx): Promise<boolean> {
    const open = `update address_change set ended_at = app.now() where person_id = app.person() and ended_at is null and confirmed_at is null returning id`;
    return (await tx.query(open)).length > 0;
  }

  /** Undefined when somebody used the link a moment before. */
  async confirm(tx: Tx, id: string): Promise<AddressChange | undefined> {
    return (await tx.query<AddressChange>(CONFIRM, [id]))[0];
  }

  async stop(tx: Tx, id: string): Promise<AddressChange | undefined> {
    return (await tx.query<AddressChange>(STOP, [id]))[0];
  }

  /** Everything goes by which whoever asked for the change could come in again. */
  async closeWaysSince(tx: Tx, id: string): Promise<void> {
    for (const sql of CLOSE) await tx.query(sql, [id]);
  }

  /** The account has this address from now on; its mailbox answered. */
  async moveTo(tx: Tx, email: string): Promise<AddressTaken | undefined> {
    try {
      await tx.query('update account set email = $1, email_verified_at = app.now(), version = version + 1 where person_id = app.person()', [email]);
      return undefined;
    } catch (error) {
      if (violates(error, 'account_email_uq')) return new AddressTaken();
      throw error;
    }
  }

  /** At hand-over, by the dispatcher; undefined when the mail is of no use any more. */
  async arm(tx: Tx, id: string, part: AddressChangePart, tokenHash: Buffer): Promise<{ oldEmail: string; newEmail: string; taken: boolean } | undefined> {
    const [armed] = await tx.query<{ oldEmail: string; newEmail: string; taken: boolean }>(
      'select old_email as "oldEmail", new_email as "newEmail", taken from app.arm_address_change($1, $2, $3)',
      [id, part, tokenHash],
    );
    return armed;
  }
}
