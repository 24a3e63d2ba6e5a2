import { createHash } from 'node:crypto';
import ical, { type VEvent } from 'node-ical';
import { ReadFeed } from '@app/calendars';
import { BookRoom, CancelBooking, MoveBooking } from '@app/ledger';
import { isProblem } from '@app/platform';
import { type Sender, startApi, type TestApi } from '../support/api.js';
import { crowd } from '../support/crowd.js';
import { type MadePerson } from '../support/make.js';
import { hasPythonCalendar, readByPython, unlessPython } from '../support/python-calendar.js';
import { searchEverything } from '../support/search-everything.js';

const CREATE = 'mutation($input: CreateCalendarFeedInput!) { createCalendarFeed(input: $input) { ... on GivenCalendarFeed { url feed { id } } ... on Problem { code } } }';
const events = (text: string): VEvent[] => Object.values(ical.sync.parseICS(text)).filter((part): part is VEvent => part?.type === 'VEVENT');

describe('calendar feeds', () => {
  let api: TestApi;
  let centre: { id: string };
  let ines: MadePerson;
  let ali: MadePerson;
  let tom: MadePerson;

  const occurrence = async (title: string, people: readonly MadePerson[], days = 3): Promise<string> => {
    const [row] = await api.asOwner<{ id: string }>(
      `insert into occurrence (organisation_id, kind, local_date, local_time, zone, starts_at, ends_at)
       select $1, 'session', d::date, '09:00', 'Europe/Brussels', (d::date + time '09:00') at time zone 'Europe/Brussels', (d::date + time '12:00') at time zone 'Europe/Brussels'
       from (select app.now() + make_interval(days => $2) as d) x returning id`,
      [centre.id, days],
    );
    const id = row?.id ?? '';
    await api.asOwner(`insert into occurrence_card (organisation_id, occurrence_id, language, title, link, bring) values ($1, $2, 'fr', $3, 'https://meet.example.org/x', 'Un ordinateur')`, [centre.id, id, title]);
    for (const person of people) await api.asOwner('insert into attendee (organisation_id, occurrence_id, person_id, part) values ($1, $2, $3, $4)', [centre.id, id, person.id, person === tom ? 'trainer' : 'learner']);
    return id;
  };
  const feed = async (person: MadePerson, input = {}): Promise<{ path: string; id: string; sender: Sender }> => {
    const sender = await api.make.session(person);
    const { data } = await api.graphql<{ createCalendarFeed: { url: string; feed: { id: string } } }>(CREATE, { input }, sender);
    return { path: new URL(data?.createCalendarFeed.url ?? '').pathname, id: data?.createCalendarFeed.feed.id ?? '', sender };
  };

  beforeAll(async () => {
    api = await startApi();
    centre = await api.make.organisation();
    [ines, ali] = [await api.make.person({ organisation: centre, givenName: 'Inès' }), await api.make.person({ organisation: centre, givenName: 'Ali' })];
    tom = await api.make.person({ organisation: centre, roles: ['trainer'], givenName: 'Tomas' });
  });
  beforeEach(() => api.asOwner('delete from sign_in_limit'));
  afterEach(() => api.moveClock('0'));
  afterAll(() => api.close());

  it('capability 11: a calendar program reads the own agenda; nobody else is named in it', async () => {
    await occurrence('JavaScript 1', [ines, ali, tom]);
    await occurrence('Only Ali', [ali]);
    const { path } = await feed(ines);
    const answer = await api.fetch(path);
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('cache-control')).toContain('max-age=60');
    expect(events(text).map((event) => event.summary)).toEqual(['JavaScript 1']);
    expect(text).toContain('BEGIN:VTIMEZONE');
    expect(text).not.toMatch(/Ali|Tomas|example\.org.*@|Martin/);
    const again = await api.fetch(path, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('case 91: moves and cancellations keep the uid, raise the sequence, and what is cancelled stays to be heard', async () => {
    const id = await occurrence('Moves', [ali], 9);
    const { path } = await feed(ali);
    const seen = async () => {
      const found = events(await (await api.fetch(path)).text()).find((event) => event.summary === 'Moves');
      return { uid: found?.uid, sequence: Number(found?.sequence), status: found?.status, start: found?.start.getTime() ?? 0 };
    };
    const first = await seen();
    await api.asOwner(`update occurrence set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day', sequence = sequence + 1 where id = $1`, [id]);
    const moved = await seen();
    await api.asOwner(`update occurrence set state = 'cancelled', sequence = sequence + 1 where id = $1`, [id]);
    const gone = await seen();
    expect(moved).toEqual({ uid: first.uid, sequence: first.sequence + 1, status: 'CONFIRMED', start: first.start + 86_400_000 });
    expect(gone).toMatchObject({ uid: first.uid, sequence: first.sequence + 2, status: 'CANCELLED' });
  });

  it('case 88: the token has 256 random bits, is kept as its hash alone, shown once, and is no id of anything', async () => {
    const { path, id, sender } = await feed(ines);
    const token = /\/calendar\/([\w-]+)\.ics$/.exec(path)?.[1] ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const rows = await api.asOwner<Record<string, unknown> & { token_hash: Buffer }>('select * from calendar_feed where id = $1', [id]);
    expect(rows[0]?.token_hash.equals(createHash('sha256').update(token).digest())).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(token);
    const { data } = await api.graphql<{ calendarFeeds: object[] }>('{ calendarFeeds { id kind roomName resourceId renewedAt readAt version } }', {}, sender);
    expect(data?.calendarFeeds.length).toBeGreaterThan(0);
    expect(JSON.stringify(data)).not.toContain(token);
    expect(await searchEverything(api, [token])).toEqual([]);
    const types = await api.graphql<{ __schema: { types: { name: string; fields: { name: string; type: { name: string | null; ofType: { name: string | null } | null } }[] | null; possibleTypes: { name: string }[] | null }[] } }>('{ __schema { types { name fields { name type { name ofType { name } } } possibleTypes { name } } } }', {}, sender);
    const all = types.data?.__schema.types ?? [];
    const giving = all.filter(({ possibleTypes }) => possibleTypes?.some(({ name }) => name === 'GivenCalendarFeed')).map(({ name }) => name);
    const ways = all.flatMap((type) => (type.fields ?? []).filter(({ type: given }) => [...giving, 'GivenCalendarFeed'].includes(given.name ?? given.ofType?.name ?? '')).map((field) => `${type.name}.${field.name}`));
    expect(ways.sort()).toEqual(['Mutation.createCalendarFeed', 'Mutation.renewCalendarFeed']);
    expect(all.find(({ name }) => name === 'CalendarFeed')?.fields?.map(({ name }) => name).filter((name) => /url|token|secret|path|address/i.test(name))).toEqual([]);
  });

  it('row 73, cases 5 and 89: revoked, renewed and suspended addresses are dead at once, and no token lies in the log', async () => {
    const [revoked, renewed, suspended] = [await feed(ines), await feed(ines), await feed(ali)];
    const known = await api.fetch(revoked.path);
    await api.graphql('mutation($id: ID!) { revokeCalendarFeed(feedId: $id) { ... on CalendarFeedRevoked { feedId } } }', { id: revoked.id }, revoked.sender);
    const { data } = await api.graphql<{ renewCalendarFeed: { url: string } }>('mutation($id: ID!) { renewCalendarFeed(feedId: $id) { ... on GivenCalendarFeed { url } } }', { id: renewed.id }, renewed.sender);
    expect((await api.fetch(suspended.path)).status).toBe(200);
    await api.asOwner(`update membership set state = 'suspended' where person_id = $1`, [ali.id]);
    const answers = await Promise.all([revoked, renewed, suspended].map(({ path }) => api.fetch(path)));
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404]);
    // Not even for a program that says it has the newest state, nor as the page without script; and no cache keeps it for longer than a minute.
    expect((await api.fetch(revoked.path, { headers: { 'if-none-match': known.headers.get('etag') ?? '' } })).status).toBe(404);
    expect((await api.fetch(`/agenda/lite/${revoked.path.split('/').pop()?.replace('.ics', '') ?? ''}`)).status).toBe(404);
    expect([known.headers.get('cache-control'), known.headers.get('referrer-policy'), answers[0]?.headers.get('cache-control') ?? '']).toEqual([expect.stringMatching(/private.*max-age=([0-5]?\d|60)\b/), 'no-referrer', expect.not.stringContaining('public')]);
    expect((await api.fetch(new URL(data?.renewCalendarFeed.url ?? '').pathname)).status).toBe(200);
    const token = revoked.path.split('/').pop()?.replace('.ics', '') ?? '';
    expect(JSON.stringify(api.logged)).not.toContain(token);
    await api.asOwner(`update membership set state = 'active' where person_id = $1`, [ali.id]);
  });

  it('case 90: unknown and revoked answer the same; after thirty guesses none is heard, while a right address still is', async () => {
    const { path, id, sender } = await feed(ines);
    const dead = await feed(ines);
    await api.graphql('mutation($id: ID!) { revokeCalendarFeed(feedId: $id) { ... on CalendarFeedRevoked { feedId } } }', { id: dead.id }, sender);
    const shape = async (address: string) => {
      const answer = await api.fetch(address);
      return { status: answer.status, body: await answer.text(), headers: [...answer.headers.keys()].filter((name) => name !== 'date').sort() };
    };
    const guess = (n: number): string => `/calendar/${createHash('sha256').update(String(n)).digest('base64url')}.ics`;
    expect(await shape(dead.path)).toEqual(await shape(guess(-1)));
    expect(await shape('/calendar/short.ics')).toEqual(await shape(guess(-2)));
    const statuses: number[] = [];
    for (let n = 0; n < 60; n++) statuses.push((await api.fetch(guess(n))).status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(26);
    expect(statuses.slice(-30).every((status) => status === 429)).toBe(true);
    expect([await shape(dead.path), await shape(guess(99))].map(({ status }) => status)).toEqual([429, 429]);
    expect((await api.fetch(path)).status).toBe(200);
    expect(id).not.toBe('');
  });

  it('case 90: 10,000 guesses in five windows: thirty of each are heard, a revoked address tells no more than an unknown one, and a right one is always served', async () => {
    const [right, dead] = [await feed(ines), await feed(ines)];
    await api.graphql('mutation($id: ID!) { revokeCalendarFeed(feedId: $id) { ... on CalendarFeedRevoked { feedId } } }', { id: dead.id }, dead.sender);
    const tokenOf = (path: string): string => path.split('/').pop()?.replace('.ics', '') ?? '';
    const read = (token: string) => api.app.get(ReadFeed, { strict: false }).execute(token, '198.51.100.7');
    // Every second guess is the address that was good once.
    const guess = (window: number, n: number) => read(n % 2 === 0 ? tokenOf(dead.path) : createHash('sha256').update(`${window} ${n}`).digest('base64url'));
    const perWindow = 2_000;
    for (let window = 0; window < 5; window++) {
      await api.moveClock(`${window * 11} minutes`);
      const heard = await crowd(30, (n) => guess(window, n));
      const refused = await crowd(perWindow - 30, (n) => guess(window, n));
      expect([...new Set(heard.map((answer) => JSON.stringify(answer)))]).toEqual(['{"kind":"unknown"}']);
      // Each is told to wait for what is left of the same ten minutes.
      expect([...new Set(refused.map(({ kind }) => kind))]).toEqual(['too-many-guesses']);
      expect(refused.every((answer) => answer.kind === 'too-many-guesses' && answer.retryAfter > 0 && answer.retryAfter <= 600)).toBe(true);
      expect((await read(tokenOf(right.path))).kind).toBe('found');
    }
    expect(await api.asOwner(`select attempts from sign_in_limit where key = 'calendar 198.51.100.7'`)).toEqual([{ attempts: perWindow }]);
  }, 300_000);

  it('a room has a calendar of its own, for staff, without what another organisation does there', async () => {
    const site = await api.make.site(centre);
    const [room] = await api.asOwner<{ id: string }>(`insert into resource (organisation_id, kind, site_id, name) values ($1, 'room', $2, 'Lab') returning id`, [centre.id, site.id]);
    const id = await occurrence('In the lab', [ines]);
    await api.asOwner(
      `insert into reservation (organisation_id, resource_organisation_id, resource_id, occurrence_id, during, part) select $1, $1, $2, o.id, tstzrange(o.starts_at, o.ends_at), 'room' from occurrence o where o.id = $3`,
      [centre.id, room?.id, id],
    );
    const wish = { organisationId: centre.id, resourceId: room?.id };
    const { path } = await feed(tom, wish);
    expect(events(await (await api.fetch(path)).text()).map((event) => event.summary)).toEqual(['In the lab']);
    const refused = await api.graphql<{ createCalendarFeed: { code: string } }>(CREATE, { input: wish }, await api.make.session(ines));
    expect(refused.data?.createCalendarFeed.code).toBe('NOT_ALLOWED');
    await api.asOwner(`update membership set state = 'ended' where person_id = $1`, [tom.id]);
    expect((await api.fetch(path)).status).toBe(404);
    await api.asOwner(`update membership set state = 'active' where person_id = $1`, [tom.id]);
  });

  it('case 91: a room goes on telling of what was cancelled and of what went to another room, and takes back what returns', async () => {
    const site = await api.make.site(centre);
    const rooms = await Promise.all(['Lab A', 'Lab B'].map(async (name) => (await api.asOwner<{ id: string }>(`insert into resource (organisation_id, kind, site_id, name) values ($1, 'room', $2, $3) returning id`, [centre.id, site.id, name]))[0]?.id ?? ''));
    const coordinator = await api.make.person({ organisation: centre, roles: ['coordinator'] });
    const actor = api.make.actorOf(coordinator);
    const day = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
    const booked = await api.app.get(BookRoom, { strict: false }).execute(actor, { organisationId: centre.id, title: 'Jury', resourceIds: [rooms[0] ?? ''], startsAt: `${day}T09:00`, endsAt: `${day}T10:00` });
    if (isProblem(booked)) throw new Error(JSON.stringify(booked));
    const paths = await Promise.all(rooms.map(async (resourceId) => (await feed(coordinator, { organisationId: centre.id, resourceId })).path));
    const seen = async () => Promise.all(paths.map(async (path) => events(await (await api.fetch(path)).text()).map((event) => [event.summary, event.status, Number(event.sequence)])));
    const move = (expectedVersion: number, to: number) => api.app.get(MoveBooking, { strict: false }).execute(actor, { organisationId: centre.id, moves: [{ occurrenceId: booked.occurrenceId, expectedVersion, resourceIds: [rooms[to] ?? ''] }] });
    expect(await seen()).toEqual([[['Jury', 'CONFIRMED', 0]], []]);
    await move(1, 1);
    expect(await seen()).toEqual([[['Jury', 'CANCELLED', 1]], [['Jury', 'CONFIRMED', 1]]]);
    await move(2, 0);
    expect(await seen()).toEqual([[['Jury', 'CONFIRMED', 2]], [['Jury', 'CANCELLED', 2]]]);
    await api.app.get(CancelBooking, { strict: false }).execute(actor, { organisationId: centre.id, occurrenceId: booked.occurrenceId, expectedVersion: 3 });
    expect(await seen()).toEqual([[['Jury', 'CANCELLED', 3]], [['Jury', 'CANCELLED', 3]]]);
  });

  it('capability 15: the agenda without script weighs under 30 kB, by session or by token, and shows a script as text', async () => {
    await occurrence('<script>alert(1)</script>', [ines]);
    await api.asOwner(`update occurrence o set kind = 'workshop' from occurrence_card c where c.occurrence_id = o.id and c.title like '<script>%'`);
    for (let n = 0; n < 55; n++) await occurrence(`Séance ${n} du parcours de développement web`, [ines], 4 + (n % 20));
    const { path, sender } = await feed(ines);
    const token = path.split('/').pop()?.replace('.ics', '') ?? '';
    for (const answer of [await api.fetch('/agenda/lite', {}, sender), await api.fetch(`/agenda/lite/${token}`)]) {
      const text = await answer.text();
      expect(answer.status).toBe(200);
      expect(Buffer.byteLength(text)).toBeLessThan(30_000);
      expect(text).toMatch(/<b>&lt;script&gt;alert\(1\)&lt;\/script&gt;<\/b> \((Atelier|Workshop)\)/);
      expect(text).not.toMatch(/<script|<style|<img/);
    }
    const stranger = await api.fetch('/agenda/lite', { redirect: 'manual' });
    expect([stranger.status, stranger.headers.get('location')]).toEqual([303, '/sign-in?next=%2Fagenda%2Flite']);
    expect((await api.fetch('/agenda/lite/unknown')).status).toBe(404);
  });

  (hasPythonCalendar ? it : it.skip)(`is read the same by python3 icalendar${unlessPython}`, async () => {
    const { path } = await feed(ines);
    const text = await (await api.fetch(path)).text();
    const said = events(text).map(({ start, end, summary, status }) => ({ start: start.toISOString(), end: end?.toISOString(), title: summary, status }));
    expect(readByPython([text]).map(({ start, end, title, status }) => ({ start, end, title, status }))).toEqual(said.sort((a, b) => a.start.localeCompare(b.start)));
  });
});
