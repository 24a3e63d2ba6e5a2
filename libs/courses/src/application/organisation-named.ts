import { Injectable } from '@nestjs/common';
import { Actor, Database } from '@app/platform';

/** Finds the organisation that somebody at the server named by its id or name; undefined where none or several are called so. */
@Injectable()
export class OrganisationNamed {
  constructor(private readonly database: Database) {}

  async find(named: string): Promise<string | undefined> {
    const [found, ...others] = await this.database.as(Actor.system(), (tx) => tx.query<{ id: string }>('select id from app.organisations_named($1)', [named]));
    return others.length > 0 ? undefined : found?.id;
  }
}
