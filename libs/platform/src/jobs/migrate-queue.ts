import { runMigrations } from 'bullmq';
import { type Client } from 'pg';

export const QUEUE_SCHEMA = 'bullmq';

/**
 * BullMQ's own tables for the queue in PostgreSQL: idempotent, one migrator at a time. The connection works as the owner role; the
 * application's role gets the rights of a user of these tables, not of their owner.
 */
export async function migrateQueue(owner: Client, applicationRole: string): Promise<void> {
  await runMigrations({ query: (text, parameters) => owner.query(text, parameters ? [...parameters] : undefined) as never }, QUEUE_SCHEMA);
  await owner.query(`
    grant usage on schema ${QUEUE_SCHEMA} to ${applicationRole};
    grant select, insert, update, delete, truncate on all tables in schema ${QUEUE_SCHEMA} to ${applicationRole};
    grant usage, select, update on all sequences in schema ${QUEUE_SCHEMA} to ${applicationRole};
    grant execute on all functions in schema ${QUEUE_SCHEMA} to ${applicationRole}`);
}
