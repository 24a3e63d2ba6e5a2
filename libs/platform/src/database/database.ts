import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type Client, type PoolClient } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { type Actor } from '../actor/actor.js';
import { deadline } from '../deadline/deadline.js';
import { isProblem } from '../problem/problem.js';
import { childSpan } from '../traces/traces.js';
import { isTransient } from './database-errors.js';
import { type Tx } from './tx.js';

export interface TransactionOptions {
  /** Longest run of one statement in milliseconds; the database itself cancels it. */
  readonly statementTimeout?: number;
  /** Keep what was written although the answer is a Problem (a counted failed sign-in). By default a refusal rolls everything back. */
  readonly commitRefusals?: boolean;
}

/** What is written together with whatever the transaction did; `answer` is what its work answered. */
type LastStep = (tx: Tx, answer: unknown) => Promise<void>;

const DEFAULT_STATEMENT_TIMEOUT = 4_500;
/** How much later than the database itself we give up on a statement: then the connection is frozen, and cut. */
const FROZEN_AFTER = 500;
const MOST_TRIES = 3;

/** A process that freezes inside a transaction must not hold its locks for ever: the database ends it after ten idle seconds. */
const DECLARE_ACTOR = `select set_config('app.organisations', $1, true), set_config('app.person', $2, true), set_config('statement_timeout', $3, true),
  set_config('idle_in_transaction_session_timeout', '10s', true)`;

/**
 * The only way to the tables: every piece of work runs in a transaction that first declares who it acts for, so that row-level
 * security holds on a pooled connection (also behind PgBouncer in transaction mode, because the settings are local).
 */
@Injectable()
export class Database {
  private readonly open = new AsyncLocalStorage<Tx>();
  private readonly lastSteps = new AsyncLocalStorage<LastStep>();

  constructor(private readonly source: DataSource) {}

  /**
   * Runs `work` as the actor. Work inside work joins the open transaction; another actor inside is a bug and throws.
   * An answer that is a Problem rolls back. Deadlocks and serialisation failures are tried again (three tries in all, with jitter),
   * so `work` must do nothing outside the database.
   */
  async as<T>(actor: Actor, work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    const outer = this.open.getStore();
    return outer ? this.join(outer, actor, work) : again(() => this.once(actor, work, options));
  }

  /**
   * One statement that is its own transaction, for definer functions that ask nobody who calls them (before anybody is known; the
   * dispatcher's, across organisations) and for figures of the installation. Tried again as `as` is. `longest` milliseconds without an
   * answer cut the connection, because it is frozen.
   */
  statement<Row>(sql: string, parameters: readonly unknown[] = [], longest = DEFAULT_STATEMENT_TIMEOUT + FROZEN_AFTER): Promise<readonly Row[]> {
    return again(() => this.single<Row>(sql, parameters, longest));
  }

  private async single<Row>(sql: string, parameters: readonly unknown[], longest: number): Promise<readonly Row[]> {
    const runner = this.source.createQueryRunner();
    try {
      await watch(runner, longest);
      return (await runner.query(sql, [...parameters])) as Row[];
    } finally {
      await runner.release();
    }
  }

  /** Every transaction that `work` opens and that is not refused takes `step` as its last one before it commits. */
  beforeCommit<T>(step: LastStep, work: () => Promise<T>): Promise<T> {
    return this.lastSteps.run(step, work);
  }

  private join<T>(outer: Tx, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (outer.actor !== actor) throw new Error('A transaction of one actor was entered as another one.');
    return work(outer);
  }

  private async once<T>(actor: Actor, work: (tx: Tx) => Promise<T>, options: TransactionOptions): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      await watch(runner, (options.statementTimeout ?? DEFAULT_STATEMENT_TIMEOUT) + FROZEN_AFTER);
      await runner.startTransaction();
      const tx = transaction(runner, actor);
      const timeout = String(options.statementTimeout ?? DEFAULT_STATEMENT_TIMEOUT);
      await tx.query(DECLARE_ACTOR, [`{${actor.organisationIds.join(',')}}`, actor.personId ?? '', timeout]);
      const answer = await this.open.run(tx, () => work(tx));
      const refused = isProblem(answer) && !options.commitRefusals;
      if (!refused) await this.lastSteps.getStore()?.(tx, answer);
      await (refused ? runner.rollbackTransaction() : runner.commitTransaction());
      return answer;
    } catch (error) {
      // The connection may be gone: the first error is the one that says why.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** Deadlocks and serialisation failures: three tries in all, with jitter. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= MOST_TRIES || !isTransient(error)) throw error;
      await pause(20 * attempt + Math.random() * 80);
    }
  }
}

/**
 * Cuts the connection when a statement gets no answer at all (case 75): PostgreSQL cannot cancel what never reached it, and a frozen
 * connection given back to the pool would stop whoever borrows it next.
 */
async function watch(runner: QueryRunner, longest: number): Promise<void> {
  const client = (await runner.connect()) as PoolClient & Pick<Client, 'connection'>;
  const query = runner.query.bind(runner);
  const watched = async (...statement: Parameters<typeof query>): Promise<unknown> => {
    // Who was told that it took too long gets nothing written behind his back: no further statement, no commit.
    if (statement[0] !== 'ROLLBACK') deadline()?.throwIfAborted();
    const timer = setTimeout(() => client.connection.stream.destroy(new Error('Connection terminated: no answer in time')), longest);
    try {
      return await childSpan('SQL', { 'db.system': 'postgresql', 'db.statement': statement[0] }, () => query(...statement));
    } finally {
      clearTimeout(timer);
    }
  };
  runner.query = watched as typeof runner.query;
}

function transaction(runner: QueryRunner, actor: Actor): Tx {
  return {
    actor,
    manager: runner.manager,
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) => {
      const { records } = await runner.query(sql, [...parameters], true);
      return records as Row[];
    },
  };
}
