import { createServer } from 'node:http';
import { hashToken } from '@app/platform';
import { Pool } from 'pg';

/**
 * The floor of the `api` benchmark: node:http and pg, nothing between. The same session look-up, tenant transaction and statement as the
 * API's list of people, and the same JSON.
 */
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10, application_name: 'bench-floor' });
const DECLARE = `select set_config('app.organisations', $1, true), set_config('app.person', $2, true), set_config('statement_timeout', $3, true)`;
const LIST = `select person_id as "personId", given_name as "givenName", family_name as "familyName", email, language, state, roles, joined_at as "joinedAt", version
  from app.people($1, '{}', null, '{invited,active,suspended}', null, null, null, 51)`;

interface PersonRow {
  readonly roles: readonly { readonly role: string; readonly state: string }[];
}

async function list(token: string, organisationId: string): Promise<string> {
  const { rows: found } = await pool.query<{ person_id: string; memberships: { organisationId: string }[] }>('select * from app.actor_of_session($1, $2)', [hashToken(token), false]);
  const actor = found[0];
  if (!actor) throw new Error('nobody');
  const client = await pool.connect();
  try {
    await client.query('start transaction');
    await client.query(DECLARE, [`{${actor.memberships.map((membership) => membership.organisationId).join(',')}}`, actor.person_id, '5000']);
    const { rows } = await client.query<PersonRow>(LIST, [organisationId]);
    await client.query('commit');
    const nodes = rows.slice(0, 50).map((row) => ({ ...row, roles: row.roles.map(({ role, state }) => ({ role, state })) }));
    return JSON.stringify({ data: { people: { nodes } } });
  } finally {
    client.release();
  }
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const token = /tremplin_session=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as { variables: { organisationId: string } };
    list(token, variables.organisationId).then(
      (body) => response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
