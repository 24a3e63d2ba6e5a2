import { type Tx } from '@app/platform';
import { Injectable } from '@nestjs/common';

/** The one-time link of an installation without a platform admin. */
@Injectable()
export class SetupLinkStore {
  /** False where the installation has an admin. An earlier link is void. */
  async create(tx: Tx, tokenHash: Buffer): Promise<boolean> {
    return this.ask(tx, 'select app.create_setup_link($1) as yes', tokenHash);
  }

  async isOpen(tx: Tx, tokenHash: Buffer): Promise<boolean> {
    return this.ask(tx, 'select app.setup_link_is_open($1) as yes', tokenHash);
  }

  /** Makes the person of the transaction the first platform admin. False when somebody else was first. */
  async accept(tx: Tx, tokenHash: Buffer): Promise<boolean> {
    return this.ask(tx, 'select app.accept_setup_link($1) as yes', tokenHash);
  }

  async newPersonId(tx: Tx): Promise<string> {
    const [row] = await tx.query<{ id: string }>('select uuidv7() as id');
    if (!row) throw new Error('The database gave no id.');
    return row.id;
  }

  async insertOwnPerson(tx: Tx): Promise<void> {
    await tx.query('insert into person (id, claimed_at) values (app.person(), app.now())');
  }

  private async ask(tx: Tx, sql: string, tokenHash: Buffer): Promise<boolean> {
    return (await tx.query<{ yes: boolean }>(sql, [tokenHash]))[0]?.yes ?? false;
  }
}
