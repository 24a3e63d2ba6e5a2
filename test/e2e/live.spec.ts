import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Actor, Database } from '@app/platform';
import { ActorSource } from '../../apps/api/src/http/actor-source.js';
import { type MadeOrganisation, type MadePerson } from '../support/make.js';
import { type Sender, startApi, type TestApi } from '../support/api.js';

interface Heard {
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** Reads an event stream into a list. */
class Ear {
  readonly heard: Heard[] = [];
  ended = false;
  private readonly stopping = new AbortController();

  async open(api: TestApi, sender: Sender, query = ''): Promise<this> {
    const response = await api.fetch(`/events${query}`, { signal: this.stopping.signal }, sender);
    if (response.status !== 200 || !response.body) throw new Error(`The stream answered ${response.status}.`);
    void this.read(response.body);
    await this.until(() => this.heard.length > 0);
    return this;
  }

  /** Waits for something to be heard; fails after five seconds. */
  async until(come: () => boolean, seconds = 6): Promise<void> {
    for (let tries = 0; tries < seconds * 50 && !come(); tries++) await pause(20);
    if (!come()) throw new Error(`Not heard: ${JSON.stringify(this.heard)}`);
  }

  ids(): unknown[] {
    return this.heard.filter((one) => one.event === 'change').map((one) => one.data.subjectId);
  }

  close(): void {
    this.stopping.abort();
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    try {
      for await (const part of body) {
        text += decoder.decode(part, { stream: true });
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) this.take(block);
      }
    } catch {
      // Closed by the test.
    }
    this.ended = true;
  }

  private take(block: string): void {
    const event = /^event: (.*)$/m.exec(block)?.[1];
    const data = /^data: (.*)$/m.exec(block)?.[1];
    if (event) this.heard.push({ event, data: JSON.parse(data ?? '{}') as Record<string, unknown> });
  }
}

describe('live pages', () => {
  let api: TestApi;
  let centre: MadeOrganisation;
  let coordinator: MadePerson;
  const ears: Ear[] = [];
  const listen = async (sender: Sender, query = '') => {
    const ear = await new Ear().open(api, sender, query);
    ears.push(ear);
    return ear;
  };
  const change = async (organisationId: string, subjectKind = 'room', personId?: string) => {
    const subjectId = randomUUID();
    await api.database.as(Actor.system(organisationId), (tx) => api.changes.append(tx, { organisationId, subjectKind, subjectId, kind: 'moved', version: 2, personId }));
    return subjectId;
  };

  beforeAll(async () => {
    api = await startApi();
    centre = await api.make.organisation();
    coordinator = await api.make.person({ organisation: centre, roles: ['coordinator'] });
  });
  afterAll(async () => {
    for (const ear of ears) ear.close();
    await api.close();
  });

  it('tells staff that something changed, with ids only', async () => {
    const ear = await listen(await api.make.session(coordinator));
    const id = await change(centre.id);
    await ear.until(() => ear.ids().includes(id));
    expect(ear.heard.find((one) => one.data.subjectId === id)).toEqual({ event: 'change', data: { organisationId: centre.id, subjectKind: 'room', subjectId: id, version: 2, kind: 'moved' } });
  });

  it('tells a page only what it asked for', async () => {
    const wanted = randomUUID();
    const session = await api.make.session(coordinator);
    const ear = await listen(session, `?subject=site,room:${wanted}`);
    const site = await change(centre.id, 'site');
    await change(centre.id);
    const last = await change(centre.id, 'site');
    await ear.until(() => ear.ids().includes(last));
    expect(ear.ids()).toEqual([site, last]);
  });

  it('case 10, case 18: nobody hears of another organisation, a learner only of what concerns him', async () => {
    const learner = await api.make.person({ organisation: centre });
    const stranger = await api.make.person({ organisation: await api.make.organisation(), roles: ['manager'] });
    const [learnerEar, strangerEar] = [await listen(await api.make.session(learner)), await listen(await api.make.session(stranger))];
    await change(centre.id);
    const own = await change(centre.id, 'enrolment', learner.id);
    await learnerEar.until(() => learnerEar.ids().length > 0);
    expect(learnerEar.ids()).toEqual([own]);
    expect(strangerEar.ids()).toEqual([]);
  });

  it('tells learners of the occurrences that they take part in, and of no others', async () => {
    const [inside, outside] = [await api.make.person({ organisation: centre }), await api.make.person({ organisation: centre })];
    const [occurrence] = await api.asOwner<{ id: string }>(
      `insert into occurrence (organisation_id, kind, local_date, local_time, zone, starts_at, ends_at)
       values ($1, 'session', '2027-01-11', '09:00', 'Europe/Brussels', '2027-01-11T08:00Z', '2027-01-11T11:00Z') returning id`,
      [centre.id],
    );
    await api.asOwner(`insert into attendee (organisation_id, occurrence_id, person_id, part) values ($1, $2, $3, 'learner')`, [centre.id, occurrence?.id, inside.id]);
    const [insideEar, outsideEar] = [await listen(await api.make.session(inside)), await listen(await api.make.session(outside))];
    await api.database.as(Actor.system(centre.id), (tx) => api.changes.append(tx, { organisationId: centre.id, subjectKind: 'occurrence', subjectId: occurrence?.id ?? '', kind: 'moved', version: 2 }));
    await insideEar.until(() => insideEar.ids().includes(occurrence?.id));
    expect(insideEar.heard.at(-1)?.data).toEqual({ organisationId: centre.id, subjectKind: 'occurrence', subjectId: occurrence?.id, version: 2, kind: 'moved' });
    expect(outsideEar.ids()).toEqual([]);
  });

  it('tells of a large import by its kinds, not line by line', async () => {
    const ear = await listen(await api.make.session(coordinator), '?subject=profile');
    const lines = Array.from({ length: 60 }, () => ({ organisationId: centre.id, subjectKind: 'profile', subjectId: randomUUID(), kind: 'created' }));
    await api.database.as(Actor.system(centre.id), (tx) => api.changes.append(tx, ...lines));
    await ear.until(() => ear.heard.length > 1);
    expect(ear.heard.slice(1)).toEqual([{ event: 'change', data: { organisationId: centre.id, subjectKind: 'profile' } }]);
  });

  it('case 20: rights that are revoked while a stream is open: the next event is not delivered', async () => {
    const leaving = await api.make.person({ organisation: centre, roles: ['coordinator'] });
    const ear = await listen(await api.make.session(leaving), '?subject=room');
    await api.asOwner(`update membership set state = 'ended', ended_at = app.now() where person_id = $1`, [leaving.id]);
    await pause(1_100);
    const watcher = await listen(await api.make.session(coordinator), '?subject=room');
    const secret = await change(centre.id);
    await watcher.until(() => watcher.ids().includes(secret));
    await pause(200);
    expect(ear.ids()).toEqual([]);
  });

  it('case 4, case 29: a stream ends within five seconds of its session', async () => {
    const session = await api.make.session(coordinator);
    const ear = await listen(session);
    await api.asOwner(`update session set ended_at = app.now(), end_reason = 'revoked' where id = $1`, [session.id]);
    await ear.until(() => ear.ended);
    expect(ear.heard.at(-1)).toEqual({ event: 'bye', data: { reason: 'signed-out' } });
  });

  it('case 29: no sign-in, a foreign origin, more than fifty wishes: refused', async () => {
    const session = await api.make.session(coordinator);
    const status = async (sender: Sender, query = '') => (await api.fetch(`/events${query}`, {}, sender)).status;
    expect(await status({})).toBe(401);
    expect(await status({ token: 'x'.repeat(43) })).toBe(401);
    expect(await status({ ...session, headers: { origin: 'https://evil.example.org' } })).toBe(403);
    expect(await status({ ...session, headers: { 'sec-fetch-site': 'cross-site' } })).toBe(403);
    expect(await status(session, `?subject=${Array.from({ length: 51 }, () => 'room').join(',')}`)).toBe(400);
  });

  it('case 29: the twenty-first stream of one person ends the first', async () => {
    const person = await api.make.session(await api.make.person({ organisation: centre }));
    const opened: Ear[] = [];
    for (let n = 0; n < 21; n++) opened.push(await listen(person));
    await opened[0]?.until(() => opened[0]?.ended === true);
    expect(opened.filter((ear) => ear.ended)).toHaveLength(1);
  });

  it('asks pages to read again when the connection that hears was lost', async () => {
    const ear = await listen(await api.make.session(coordinator), '?subject=nothing');
    await api.asOwner(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'tremplin-wake-ups'`);
    await ear.until(() => ear.heard.some((one) => one.event === 'resync'));
    const id = await change(centre.id);
    const again = await listen(await api.make.session(coordinator));
    const next = await change(centre.id);
    await again.until(() => again.ids().includes(next));
    expect(ear.ids()).not.toContain(id);
  });

  it('looks up the rights of all streams in one statement, however many there are, and tells them apart', async () => {
    const people = await Promise.all(Array.from({ length: 40 }, () => api.make.person({ organisation: centre, roles: ['trainer'] })));
    const sessions = await Promise.all(people.map((person) => api.make.session(person)));
    const opened = await Promise.all(sessions.map((session) => listen(session, '?subject=equipment')));
    const statement = jest.spyOn(api.app.get(Database), 'statement');
    try {
      const asked = (one: boolean) => statement.mock.calls.filter(([sql, parameters]) => sql.includes('actor_of_session') && Array.isArray(parameters?.[0]) !== one);
      await opened[0]?.until(() => asked(false).some(([, parameters]) => ((parameters?.[0] ?? []) as unknown[]).length >= 40), 30);
      expect(asked(true)).toEqual([]);
      await api.asOwner(`update membership set state = 'ended', ended_at = app.now() where person_id = any ($1)`, [people.slice(0, 10).map(({ id }) => id)]);
      await api.asOwner(`update session set ended_at = app.now(), end_reason = 'revoked' where person_id = any ($1)`, [people.slice(10, 15).map(({ id }) => id)]);
      await opened[12]?.until(() => opened.slice(10, 15).every((ear) => ear.ended), 30);
      const id = await change(centre.id, 'equipment');
      await opened[39]?.until(() => opened.slice(15).every((ear) => ear.ids().includes(id)), 30);
      expect(opened.map((ear) => ear.ids().includes(id))).toEqual(people.map((_, place) => place >= 15));
      expect(asked(true)).toEqual([]);
    } finally {
      statement.mockRestore();
    }
  }, 60_000);

  it('what could not be checked is not told; the page reads again when the database answers', async () => {
    const ear = await listen(await api.make.session(coordinator), '?subject=equipment');
    const checks = jest.spyOn(api.app.get(ActorSource), 'byCredentials').mockRejectedValue(new Error('away'));
    try {
      await pause(1_100);
      const id = await change(centre.id, 'equipment');
      await ear.until(() => checks.mock.calls.length > 0, 30);
      const watched = checks.mock.calls.length;
      await ear.until(() => checks.mock.calls.length > watched, 30);
      expect(ear.ids()).not.toContain(id);
      checks.mockRestore();
      await ear.until(() => ear.heard.some(({ event }) => event === 'resync'), 30);
      expect(ear.ids()).not.toContain(id);
    } finally {
      checks.mockRestore();
    }
  }, 60_000);
});
