import { SecretBox, type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';

export interface SecondFactor {
  /** Base32, as the authenticator app has it. */
  readonly secret: string;
  readonly active: boolean;
  /** Time step of the last accepted code. */
  readonly lastStep: number;
}

const OFFER = `
  insert into second_factor (person_id, secret) values (app.person(), $1)
  on conflict on constraint second_factor_pk do update set secret = excluded.secret, created_at = app.now()
  where second_factor.activated_at is null returning person_id`;

/** The second factor of the person for whom the transaction was opened; its secret is sealed for this very person. */
@Injectable()
export class SecondFactorStore {
  constructor(private readonly secrets: SecretBox) {}

  async find(tx: Tx): Promise<SecondFactor | undefined> {
    const [row] = await tx.query<{ secret: Buffer; active: boolean; last_step: string }>(
      'select secret, activated_at is not null as active, last_step from second_factor where person_id = app.person()',
    );
    return row && { secret: this.secrets.open(place(tx), row.secret), active: row.active, lastStep: Number(row.last_step) };
  }

  /** Keeps a secret until it is activated; an earlier offer is forgotten. False where a second factor is active. */
  async offer(tx: Tx, secret: string): Promise<boolean> {
    return (await tx.query(OFFER, [this.secrets.seal(place(tx), secret)])).length > 0;
  }

  async activate(tx: Tx, step: number, codeHashes: readonly Buffer[]): Promise<boolean> {
    const active = await tx.query(
      'update second_factor set activated_at = app.now(), last_step = $1 where person_id = app.person() and activated_at is null returning person_id',
      [step],
    );
    if (active.length === 0) return false;
    await tx.query('insert into recovery_code (person_id, code_hash) select app.person(), unnest($1::bytea[])', [codeHashes]);
    return true;
  }

  /** False when this code or a later one was accepted before: of two requests with one code, one gets in. */
  async acceptStep(tx: Tx, step: number): Promise<boolean> {
    return (await tx.query('update second_factor set last_step = $1 where person_id = app.person() and last_step < $1 returning person_id', [step])).length > 0;
  }

  async useRecoveryCode(tx: Tx, codeHash: Buffer): Promise<boolean> {
    return (await tx.query('update recovery_code set used_at = app.now() where person_id = app.person() and code_hash = $1 and used_at is null returning person_id', [codeHash])).length > 0;
  }

  async unusedRecoveryCodes(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ left: number }>('select count(*)::integer as left from recovery_code where person_id = app.person() and used_at is null');
    return row?.left ?? 0;
  }

  /** Somebody else's, by a platform admin; undefined where there is none at this address. */
  async removeOf(tx: Tx, email: string): Promise<{ personId: string; email: string } | undefined> {
    return (await tx.query<{ personId: string; email: string }>('select person_id as "personId", email from app.remove_second_factor($1)', [email]))[0];
  }

  async remove(tx: Tx): Promise<void> {
    await tx.query('delete from second_factor where person_id = app.person()');
  }
}

function place(tx: Tx): string {
  return `second-factor:${tx.actor.personId ?? ''}`;
}
