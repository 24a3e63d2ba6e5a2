import { OWNER_ROLE } from '@app/schema';
import { Client, escapeIdentifier } from 'pg';

export interface Tenants {
  /** Organisations that were ever founded, archived ones too: a removed demo does not come back by itself. */
  readonly organisations: number;
  readonly demo?: string;
  /** Demo centres whose loading was interrupted. */
  readonly unfinished: readonly string[];
}

const FIND = `
  select count(*)::int as organisations,
    (array_agg(id) filter (where demo and loaded))[1] as demo,
    coalesce(array_agg(id) filter (where demo and not loaded), '{}') as unfinished
  from (select id, is_demo and archived_at is null as demo,
      exists (select from public.change c where c.subject_kind = 'organisation' and c.subject_id = o.id and c.kind = 'demo-loaded') as loaded
    from public.organisation o) known`;

/** Who is in the database, asked by its owner: the application sees declared organisations only. */
export async function findTenants(ownerUrl: string): Promise<Tenants> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000, application_name: 'tremplin-demo' });
  await client.connect();
  try {
    await client.query(`set role ${escapeIdentifier(OWNER_ROLE)}`);
    const { rows } = await client.query<Tenants>(FIND);
    const [tenants] = rows;
    if (!tenants) throw new Error('The database answered nothing.');
    return { ...tenants, demo: tenants.demo ?? undefined };
  } finally {
    await client.end();
  }
}
