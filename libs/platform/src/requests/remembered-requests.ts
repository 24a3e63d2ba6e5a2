import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type Actor } from '../actor/actor.js';
import { Database } from '../database/database.js';

/** A piece of work that a client may send again because it did not hear the answer. */
export interface RepeatableRequest {
  /** Chosen by the client, at least 8 characters. */
  readonly requestId: string;
  /** SHA-256 of the operation and its input: the same id with another input is another wish and refused. */
  readonly fingerprint: Buffer;
}

/** How answers are kept: as JSON that `fromJson` turns back into what the work answered. */
export interface AnswerCodec<Answer> {
  toJson(answer: Answer): unknown;
  fromJson(json: unknown): Answer;
}

/** `repeated`: the answer of the first time. `reused`: the id stands for another wish. `running`: the first time has not ended yet. */
export type RepeatableOutcome<Answer> = { readonly kind: 'done' | 'repeated'; readonly answer: Answer } | { readonly kind: 'reused' | 'running' };

type State = 'running' | 'committed' | 'done';

interface Row {
  readonly same: boolean;
  readonly state: State;
  readonly answer: unknown;
}

/** How long a worker of a request may be silent before another try takes it over. Longer than any request may run. */
const LEASE = '30 seconds';
const PAUSE = 50;
const LONGEST_WAIT = 5_000;

const CLAIM = `
  insert into remembered_request as r (actor_id, request_id, fingerprint, lease, lease_until) values (app.person(), $1, $2, $3, app.now() + $4::interval)
  on conflict on constraint remembered_request_pk do update
    set fingerprint = excluded.fingerprint, state = 'running', answer = null, lease = excluded.lease, lease_until = excluded.lease_until, at = app.now()
    where r.at < app.now() - interval '24 hours' or (r.state = 'running' and r.lease_until < app.now() and r.fingerprint = excluded.fingerprint)
  returning true`;
const LOOK = 'select fingerprint = $2 as same, state, answer from remembered_request where actor_id = app.person() and request_id = $1';
// The row becomes part of the transaction that does the work: both commit or neither. A transaction that only read has no id yet.
const COMMIT = `update remembered_request set state = 'committed', answer = $3 where actor_id = app.person() and request_id = $1 and lease = $2 and pg_current_xact_id_if_assigned() is not null`;
const FINISH = `update remembered_request set state = 'done', answer = $3, lease = null, lease_until = null where actor_id = app.person() and request_id = $1 and lease = $2`;
const GIVE_UP = `delete from remembered_request where actor_id = app.person() and request_id = $1 and lease = $2 and state = 'running'`;

/**
 * Work that is done once for a request id. The marker is written in the very transaction of the work, so that neither a crash nor a
 * lost answer makes it happen twice; two at the same time wait for one another. Only for actors with an id: nobody is remembered.
 */
@Injectable()
export class RememberedRequests {
  constructor(private readonly database: Database) {}

  async once<Answer>(actor: Actor, request: RepeatableRequest, work: () => Promise<Answer>, codec: AnswerCodec<Answer>): Promise<RepeatableOutcome<Answer>> {
    const lease = randomUUID();
    const earlier = await this.claim(actor, request, lease);
    if (earlier) return earlier.same ? this.repeated(earlier, codec) : { kind: 'reused' };
    try {
      const answer = await this.database.beforeCommit(async (tx, transactionAnswer) => {
        if (tx.actor === actor) await tx.query(COMMIT, [request.requestId, lease, json(codec.toJson(transactionAnswer as Answer))]);
      }, work);
      await this.database.as(actor, (tx) => tx.query(FINISH, [request.requestId, lease, json(codec.toJson(answer))]));
      return { kind: 'done', answer };
    } catch (error) {
      // Nothing was committed: the next try may do it. What was committed stays, with the answer of its transaction.
      await this.database.as(actor, (tx) => tx.query(GIVE_UP, [request.requestId, lease])).catch(() => undefined);
      throw error;
    }
  }

  /** Undefined when the work is ours; else what the earlier request came to, waiting for it a while. */
  private async claim(actor: Actor, request: RepeatableRequest, lease: string): Promise<Row | undefined> {
    const giveUpAt = Date.now() + LONGEST_WAIT;
    for (;;) {
      const found = await this.database.as(actor, async (tx) => {
        const claimed = await tx.query(CLAIM, [request.requestId, request.fingerprint, lease, LEASE]);
        if (claimed.length > 0) return undefined;
        const [row] = await tx.query<Row>(LOOK, [request.requestId, request.fingerprint]);
        // Given up between the two statements: try to claim again.
        return row ?? 'gone';
      });
      if (found === undefined) return undefined;
      if (found !== 'gone' && (!found.same || found.state !== 'running' || Date.now() > giveUpAt)) return found;
      await pause(PAUSE);
    }
  }

  private repeated<Answer>(row: Row, codec: AnswerCodec<Answer>): RepeatableOutcome<Answer> {
    return row.state === 'running' ? { kind: 'running' } : { kind: 'repeated', answer: codec.fromJson(row.answer) };
  }
}

function json(value: unknown): string {
  return JSON.stringify(value ?? null);
}
