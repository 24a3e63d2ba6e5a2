import { createServer } from 'node:http';
import { hashToken } from '@app/platform';
import { Pool } from 'pg';

/**
 * The floor of the `agenda` benchmark: node:http and pg, nothing between. POST /graphql does the session look-up, tenant transaction and
 * statement of the API's agenda and answers the same JSON; GET /calendar/<token> does the feed's look-up and writes the same bytes, which it
 * was given; GET /constant writes them without asking the database.
 */
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10, application_name: 'bench-floor' });
const DECLARE = `select set_config('app.organisations', $1, true), set_config('app.person', $2, true), set_config('statement_timeout', $3, true)`;
let bytes = '';

async function agenda(token: string, from: string): Promise<string> {
  const { rows: found } = await pool.query<{ person_id: string; language: string; memberships: { organisationId: string }[] }>('select * from app.actor_of_session($1, $2)', [hashToken(token), false]);
  const actor = found[0];
  if (!actor) throw new Error('nobody');
  const client = await pool.connect();
  try {
    await client.query('start transaction');
    await client.query(DECLARE, [`{${actor.memberships.map((membership) => membership.organisationId).join(',')}}`, actor.person_id, '5000']);
    const { rows } = await client.query<{ read: { items: Record<string, unknown>[] } }>('select app.agenda($1, $2, null, null, null, 51) as read', [actor.language, from]);
    await client.query('commit');
    const nodes = (rows[0]?.read.items ?? []).slice(0, 50).map(({ id, title, startsAt, endsAt, zone, day, rooms, siteName, staff, state }) => ({ id, title, startsAt, endsAt, zone, day, rooms, siteName, staff, state: String(state).toUpperCase() }));
    return JSON.stringify({ data: { agenda: { nodes } } });
  } finally {
    client.release();
  }
}

async function feed(token: string): Promise<string> {
  const { rows } = await pool.query<{ feed: object | null }>(`select app.calendar_feed($1, interval '60 days', interval '400 days', 2000) as feed`, [hashToken(token)]);
  if (!rows[0]?.feed) throw new Error('unknown');
  return bytes;
}

async function answer(method: string | undefined, url: string, { cookie, body }: { readonly cookie: string; readonly body: string }): Promise<{ type: string; text: string }> {
  if (method === 'PUT') bytes = body;
  if (method === 'PUT' || url === '/constant') return { type: 'text/calendar; charset=utf-8', text: bytes };
  if (method === 'GET') return { type: 'text/calendar; charset=utf-8', text: await feed(/calendar\/([\w-]+)/.exec(url)?.[1] ?? '') };
  const { variables } = JSON.parse(body) as { variables: { from: string } };
  return { type: 'application/json; charset=utf-8', text: await agenda(/tremplin_session=([\w-]+)/.exec(cookie)?.[1] ?? '', variables.from) };
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    answer(request.method, request.url ?? '', { cookie: request.headers.cookie ?? '', body: Buffer.concat(chunks).toString() }).then(
      ({ type, text }) => response.writeHead(200, { 'content-type': type }).end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
