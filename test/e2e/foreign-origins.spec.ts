import { Findings, ImportCourse, readCurriculum } from '@app/courses';
import { Actor, isProblem } from '@app/platform';
import { type Sender, startApi, type TestApi } from '../support/api.js';
import { type MadeOrganisation } from '../support/make.js';
import { zip } from '../support/zip.js';

const EVIL = { origin: 'https://evil.example.org', referer: 'https://evil.example.org/', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' } as const;
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** What our own page would send to a route that changes something. */
interface OwnRequest {
  readonly method: 'POST' | 'GET';
  readonly path: string;
  readonly type?: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

const bytes = (content: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(content);

/** Every way in which a page of another site makes a browser send something without being asked whether it may. */
const forgeries = ({ path, body = '' }: OwnRequest): readonly (readonly [string, RequestInit, string])[] => {
  const text = typeof body === 'string' ? body : Buffer.from(body).toString('latin1');
  const form = new FormData();
  form.append('file', new Blob([body]));
  return [
    ['GET', { method: 'GET' }, path],
    ['GET with the body in the address', { method: 'GET' }, `${path}${path.includes('?') ? '&' : '?'}query=${encodeURIComponent(text.slice(0, 500))}`],
    ['form', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ query: text.slice(0, 500) }).toString() }, path],
    ['text/plain', { method: 'POST', headers: { 'content-type': 'text/plain' }, body }, path],
    ['multipart', { method: 'POST', body: form }, path],
    ['no type', { method: 'POST', headers: { 'content-type': '' }, body }, path],
    // Browsers ask first before they send these, and we never say yes; sent by whatever does not ask, they are refused all the same.
    ['octet-stream', { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body }, path],
    ['JSON', { method: 'POST', headers: { 'content-type': 'application/json' }, body }, path],
  ];
};

const ROWS = ['POST /graphql', 'POST /files/imports', 'POST /files/course-imports', 'POST /files/course-images', 'POST /files/competences', 'POST /files/absence-proofs', 'GET /files/people.csv'] as const;
const UNSUBSCRIBE = 'POST /messages/unsubscribe/:key/:type';

describe('what a page of another site can make a browser send', () => {
  let api: TestApi;
  let centre: MadeOrganisation;
  let manager: Sender & { token: string };
  let own: Readonly<Record<string, OwnRequest | undefined>>;

  beforeAll(async () => {
    api = await startApi();
    centre = await api.make.organisation({ language: 'en' });
    const person = await api.make.person({ organisation: centre, roles: ['manager', 'trainer', 'learner'] });
    manager = await api.make.session(person);
    const query = `mutation { createSite(input: { organisationId: "${centre.id}", name: "Forged", zone: "Europe/Brussels" }) { __typename } }`;
    const rows: Record<(typeof ROWS)[number], OwnRequest> = {
      'POST /graphql': { method: 'POST', path: '/graphql', type: 'application/json', body: JSON.stringify({ query }) },
      'POST /files/imports': { method: 'POST', path: `/files/imports?organisationId=${centre.id}&name=list.csv`, body: 'Prénom,Nom\nZoé,Démo\n' },
      'POST /files/course-imports': { method: 'POST', path: `/files/course-imports?organisationId=${centre.id}&name=web.zip`, body: bytes(zip([{ name: 'web/README.md', content: '# Web\n\nA course.' }, { name: 'web/1-start/README.md', content: '# Start' }])) },
      'POST /files/course-images': { method: 'POST', path: `/files/course-images?versionId=${await draftVersion()}&name=dot.png`, body: bytes(PNG) },
      'POST /files/competences': { method: 'POST', path: `/files/competences?organisationId=${centre.id}&name=core-framework.nl.csv`, body: 'location,context,source,target\ndigcomp.competence.1.2.label,,Evaluating data,Gegevens beoordelen\n' },
      'POST /files/absence-proofs': { method: 'POST', path: `/files/absence-proofs?absenceId=${await ownAbsence(person.id)}&name=photo.png`, body: bytes(PNG) },
      'GET /files/people.csv': { method: 'GET', path: `/files/people.csv?organisationId=${centre.id}` },
    };
    own = rows;
  });
  afterAll(() => api.close());

  async function ownAbsence(personId: string): Promise<string> {
    const [row] = await api.asOwner<{ id: string }>(
      `insert into absence_notice (organisation_id, person_id, first_day, first_half, last_day, last_half, during, reason)
       values ($1, $2, current_date, 'morning', current_date, 'afternoon', tstzrange(app.now(), app.now() + interval '8 hours'), 'ill') returning id`,
      [centre.id, personId],
    );
    return row?.id ?? '';
  }

  async function draftVersion(): Promise<string> {
    const files: Record<string, string> = { 'README.md': '# Web\n\nA course for everybody.', '1-start/README.md': '# Start', '1-start/1-first/README.md': '# First\n\nText.' };
    const curriculum = await readCurriculum({ name: 'web', paths: Object.keys(files).sort(), read: async (path) => Buffer.from(files[path] ?? '') }, new Findings());
    if (!curriculum) throw new Error('not read');
    const stored = await api.app.get(ImportCourse, { strict: false }).execute(Actor.system(centre.id), { organisationId: centre.id, subject: 'web-development', curriculum });
    if (isProblem(stored)) throw new Error(stored.code);
    return stored.version.id;
  }

  /** Every row of every table. What any request may write is left out: when a session was last seen, and how often an address was guessed. */
  async function allRows(): Promise<unknown> {
    const tables = await api.asOwner<{ name: string }>(`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all ('{session,sign_in_limit}') order by 1`);
    const sums = tables.map(({ name }) => `select '${name}' as name, count(*)::int as rows, coalesce(sum(hashtextextended(t::text, 0)), 0)::text as content from "${name}" t`);
    return api.asOwner(`${sums.join(' union all ')} order by 1`);
  }

  const forge = (init: RequestInit, path: string): Promise<Response> =>
    fetch(`${api.url}${path}`, { redirect: 'manual', ...init, headers: { cookie: `tremplin_session=${manager.token}`, ...EVIL, ...(init.headers as Record<string, string> | undefined) } });

  /** "POST /files/imports", … as the running server routes them, whoever declared them. */
  function routes(): readonly string[] {
    const printed = api.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
    const above: string[] = [];
    return printed.split('\n').flatMap((line) => {
      const [, indent, path, methods] = /^([│├└─ ]*)(\/\S*|\*) \(([A-Z, ]+)\)$/.exec(line) ?? [];
      if (!indent || !path || !methods) return [];
      const depth = indent.length / 4;
      above.splice(depth - 1, above.length, path);
      return methods.split(', ').map((method) => `${method} ${above.join('')}`);
    });
  }

  it('case 7: every route that takes something has its row here, and so has whatever is added', () => {
    const changing = routes().filter((route) => !/^(GET|HEAD|OPTIONS) /.test(route));
    expect([...changing].sort()).toEqual([...Object.keys(own).filter((route) => route.startsWith('POST')), UNSUBSCRIBE].sort());
    expect(routes()).toEqual(expect.arrayContaining(['GET /files/imports/:importId/faults.csv', 'GET /files/people.csv', 'GET *']));
  });

  it.each(ROWS)('case 7: %s: cross-origin GET, form, multipart and text/plain are refused and change nothing; our own page does it', async (route) => {
    const request = own[route];
    if (!request) throw new Error(`No row for ${route}.`);
    const before = await allRows();
    for (const [name, init, path] of forgeries(request)) {
      const { status } = await forge(init, path);
      expect({ name, refused: status >= 400 && status < 500, status }).toEqual({ name, refused: true, status });
    }
    expect(await allRows()).toEqual(before);
    const { method, path, type = 'application/octet-stream', body } = request;
    const ours = await api.fetch(path, { method, headers: { ...(body ? { 'content-type': type } : {}), 'sec-fetch-site': 'same-origin' }, body }, manager);
    expect({ status: ours.status, answer: (await ours.text()).slice(0, 200) }).toMatchObject({ status: request.type ? 200 : method === 'GET' ? 200 : 201 });
    expect(await allRows()).not.toEqual(before);
  });

  it('case 7: every other route is read only: asked from another site with the cookie, it changes nothing', async () => {
    const before = await allRows();
    const asked = routes().filter((route) => route.startsWith('GET ') && !own[route] && route !== 'GET /graphql');
    for (const route of asked) {
      const leave = new AbortController();
      const { status } = await forge({ method: 'GET', signal: leave.signal }, route.slice(4).replace(/:\w+/g, 'probe').replace('*', '/no-such-file.txt'));
      leave.abort();
      expect({ route, broke: status >= 500 }).toEqual({ route, broke: false });
    }
    expect(asked.length).toBeGreaterThan(10);
    expect(await allRows()).toEqual(before);
  });

  it('case 7: the one route that takes forms of mail programs knows nobody by cookie, and opening its address changes nothing', async () => {
    await api.asOwner('insert into recipient (organisation_id, person_id, language, zone) select null, id, $1, $2 from person on conflict do nothing', ['fr', 'Europe/Brussels']);
    const [recipient] = await api.asOwner<{ key: string }>('select unsubscribe_key as key from recipient limit 1');
    const path = `/messages/unsubscribe/${recipient?.key}/reminders.before`;
    const before = await allRows();
    expect((await forge({ method: 'GET' }, path)).status).toBe(200);
    for (const type of ['text/plain', 'multipart/form-data; boundary=x']) {
      expect((await forge({ method: 'POST', headers: { 'content-type': type }, body: 'List-Unsubscribe=One-Click' }, path)).status).toBe(415);
    }
    // Who does not know the key of the mail changes nothing, whatever session his browser holds.
    await forge({ method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'x=1' }, '/messages/unsubscribe/00000000-0000-4000-8000-000000000000/reminders.before');
    expect(await allRows()).toEqual(before);
  });
});
