import { type Client, escapeIdentifier } from 'pg';
import { queues } from './define-job.js';

export const QUEUE_SCHEMA = 'bullmq';

/**
 * BullMQ's own tables for the queue in PostgreSQL: idempotent, one migrator at a time. The connection works as the owner role; the
 * application's role gets the rights of a user of these tables, not of their owner.
 */
export async function migrateQueue(owner: Client, applicationRole: string): Promise<void> {
  const { runMigrations } = await import('bullmq');
  await runMigrations({ query: (text, parameters) => owner.query(text, parameters ? [...parameters] : undefined) as never }, QUEUE_SCHEMA);
  // BullMQ makes a sequence at the first job of a queue; the application's role may make nothing, so they are here before.
  for (const queue of queues) {
    const { rows } = await owner.query<{ name: string }>(`select ${QUEUE_SCHEMA}.job_id_seq_name($1) as name`, [queue]);
    await owner.query(`create sequence if not exists ${QUEUE_SCHEMA}.${escapeIdentifier(rows[0]?.name ?? '')}`);
  }
  await owner.query(`
    grant usage on schema ${QUEUE_SCHEMA} to ${applicationRole};
    grant select, insert, update, delete, truncate on all tables in schema ${QUEUE_SCHEMA} to ${applicationRole};
    grant usage, select, update on all sequences in schema ${QUEUE_SCHEMA} to ${applicationRole};
    grant execute on all functions in schema ${QUEUE_SCHEMA} to ${applicationRole}`);
}
