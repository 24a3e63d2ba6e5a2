import { type Settings } from '@app/platform';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { bad, examined, type Finding, good, warning } from './finding.js';

const NEEDED_REDIS = 7;

/** The queue lives in Redis when REDIS_URL is set, else beside the data in PostgreSQL. */
export function examineQueue(settings: Settings, queueUrl: string): Promise<readonly Finding[]> {
  const { REDIS_URL: redisUrl } = settings;
  if (redisUrl) return examined('queue', 'Check REDIS_URL and that Redis runs and takes connections from here.', () => examineRedis(redisUrl));
  return examined('queue', 'Run "npm run --silent tremplin -- migrate", which makes the tables of the queue.', () => examinePostgresQueue(queueUrl));
}

async function examineRedis(url: string): Promise<readonly Finding[]> {
  const redis = new Redis(url, { lazyConnect: true, connectTimeout: 5_000, maxRetriesPerRequest: 0, retryStrategy: () => null });
  // What connect() itself says is only that it did not succeed.
  let why: Error | undefined;
  redis.on('error', (error: Error) => (why = error));
  try {
    await redis.connect().catch((error: unknown) => {
      throw why ?? error;
    });
    const facts = readInfo(await redis.info());
    return judgeRedis(facts);
  } finally {
    redis.disconnect();
  }
}

export type RedisFacts = Readonly<Record<string, string>>;

export function readInfo(info: string): RedisFacts {
  return Object.fromEntries(info.split(/\r?\n/).filter((line) => line.includes(':')).map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
}

export function judgeRedis(facts: RedisFacts): readonly Finding[] {
  const version = facts['redis_version'] ?? '0';
  const policy = facts['maxmemory_policy'] ?? 'noeviction';
  return [
    Number(version.split('.')[0]) >= NEEDED_REDIS ? good('queue', `Redis ${version}`) : bad('queue', `Redis ${version}`, `Upgrade to Redis ${NEEDED_REDIS} or Valkey.`),
    policy === 'noeviction' ? good('queue memory', 'no key is evicted') : bad('queue memory', `maxmemory-policy is ${policy}: Redis may throw jobs away`, 'Set "maxmemory-policy noeviction".'),
    facts['aof_enabled'] === '1' ? good('queue on disk', 'jobs survive a restart of Redis') : warning('queue on disk', 'jobs live in memory only; after a restart they are found again from rows, a little late', 'Set "appendonly yes".'),
  ];
}

async function examinePostgresQueue(url: string): Promise<readonly Finding[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 10_000, application_name: 'tremplin-doctor' });
  await client.connect();
  try {
    const { rows } = await client.query<{ tables: number }>(`
      select count(*)::int as tables from pg_class
      where relnamespace = to_regnamespace('bullmq') and relkind = 'r' and has_table_privilege(oid, 'select, insert, update, delete')`);
    const tables = rows[0]?.tables ?? 0;
    return [tables > 0 ? good('queue', `in PostgreSQL, ${tables} tables`) : bad('queue', 'the tables of the queue are missing', 'Run "npm run --silent tremplin -- migrate".')];
  } finally {
    await client.end();
  }
}
