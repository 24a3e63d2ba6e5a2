import { type EntityManager } from 'typeorm';
import { type Actor } from '../actor/actor.js';

/** An open transaction in which the database shows and accepts only what the actor may see. */
export interface Tx {
  readonly actor: Actor;
  /** TypeORM's manager on this very connection, for entities. */
  readonly manager: EntityManager;
  /** One statement with $1-parameters; answers its rows. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}
