import { type Language, type Tx, violates } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { AddressTaken } from '../domain/sign-in.problems.js';

export interface OwnAccount {
  readonly personId: string;
  readonly email: string;
  readonly name: string | null;
  readonly language: Language;
  readonly passwordHash: string | null;
  /** Whether an active second factor is owed at every sign-in. */
  readonly secondFactor: boolean;
}

const OWN = `
  select a.person_id as "personId", a.email, a.name, a.language, a.password_hash as "passwordHash",
    exists (select from second_factor f where f.person_id = a.person_id and f.activated_at is not null) as "secondFactor"
  from account a where a.person_id = app.person()`;

const INSERT = `
  insert into account (person_id, email, email_verified_at, password_hash, password_changed_at, name, language)
  values (app.person(), $1, case when $2 then app.now() end, $3, case when $3::text is not null then app.now() end, $4, $5)`;

/** The account of the person for whom the transaction was opened. */
@Injectable()
export class AccountStore {
  async own(tx: Tx): Promise<OwnAccount | undefined> {
    return (await tx.query<OwnAccount>(OWN))[0];
  }

  async insert(tx: Tx, account: Pick<OwnAccount, 'email' | 'name' | 'language' | 'passwordHash'> & { verified: boolean }): Promise<AddressTaken | undefined> {
    try {
      await tx.query(INSERT, [account.email, account.verified, account.passwordHash, account.name, account.language]);
      return undefined;
    } catch (error) {
      if (violates(error, 'account_email_uq')) return new AddressTaken();
      throw error;
    }
  }

  /** The password was chosen anew by the person. */
  async changePassword(tx: Tx, passwordHash: string): Promise<void> {
    await tx.query('update account set password_hash = $1, password_changed_at = app.now(), version = version + 1 where person_id = app.person()', [passwordHash]);
  }

  /** The same password, hashed with today's figures. */
  async rehashPassword(tx: Tx, passwordHash: string): Promise<void> {
    await tx.query('update account set password_hash = $1 where person_id = app.person()', [passwordHash]);
  }

  /** False when the account is at another version by now. */
  async describe(tx: Tx, { name, language, expectedVersion }: { name: string; language: Language; expectedVersion: number }): Promise<boolean> {
    const changed = await tx.query(
      'update account set name = $1, language = $2, version = version + 1 where person_id = app.person() and version = $3 returning person_id',
      [name, language, expectedVersion],
    );
    return changed.length > 0;
  }

  async maySignIn(tx: Tx): Promise<boolean> {
    return (await tx.query<{ may: boolean }>('select app.may_sign_in(app.person()) as may'))[0]?.may ?? false;
  }
}
