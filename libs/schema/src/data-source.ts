import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';
import { OWNER_ROLE } from './tenancy.js';

interface PoolOptions {
  readonly connections: number;
  readonly applicationName: string;
}

/** The data source of api and worker: the powerless role, a bounded pool, nothing that waits for ever. */
export function applicationDataSource(url: string, pool: PoolOptions): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities: [...entities],
    applicationName: pool.applicationName,
    extra: { max: pool.connections, connectionTimeoutMillis: 4_000, query_timeout: 15_000, keepAlive: true, idleTimeoutMillis: 30_000 },
  };
}

/** The data source that migrates: signs in as the installation's owner and works as the role that owns the tables. */
export function ownerDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities],
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    applicationName: 'tremplin-migrate',
    extra: { max: 2, connectionTimeoutMillis: 10_000, options: `-c role=${OWNER_ROLE}` },
  });
}
