import { readFileSync } from 'node:fs';
import { PostMessages } from '@app/messages';
import { Actor } from '@app/platform';
import { startApi, type TestApi } from '../support/api.js';
import { eventually } from '../support/eventually.js';
import { type MadeOrganisation, type MadePerson } from '../support/make.js';
import { SmtpSink } from '../support/smtp-sink.js';
import { WorkerProcess } from '../support/worker-process.js';

jest.setTimeout(90_000);

const DELIVERIES = `query ($organisationId: ID!, $states: [String!], $first: Int, $after: String) {
  deliveries(organisationId: $organisationId, states: $states, first: $first, after: $after) {
    ... on DeliveryConnection { nodes { id personName address type state reason answer isAddressPaused timesAmbiguous sentAt } pageInfo { hasNextPage endCursor } }
    ... on Problem { code message } } }`;
const NOTICES = `{ notices(unreadOnly: true) { nodes { id type title body link } } unreadNotices { unread } }`;
const settle = (mutation: string) => `mutation ($id: ID!) { ${mutation}(input: { id: $id }) { __typename ... on Delivery { id state } ... on DeliverySettled { code message state } ... on Problem { code } } }`;
const PREFERENCES = '{ myMessagePreferences { quietFrom quietUntil zone channels digest mutedTypes version } }';
const UPDATE = `mutation ($input: MessagePreferencesInput!) { updateMyMessagePreferences(input: $input) {
  ... on MessagePreferences { quietFrom quietUntil zone version } ... on Problem { code } ... on InvalidInput { faults { field reason message } } } }`;
const OPERATIONS = '{ operations { ... on Operations { messages { oldestDueSeconds failed sentToday pausedAddresses } queues { queue } workers { pid } failedJobs { name } } ... on Problem { code } } }';

interface Delivery {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
}

describe('messages through the API, a worker and a mail server', () => {
  let api: TestApi;
  let sink: SmtpSink;
  let worker: WorkerProcess;
  let centre: MadeOrganisation;
  let marie: MadePerson;
  let token: string;
  const deliveries = async (states?: string[], sender = { token }): Promise<readonly Delivery[]> => {
    const { data } = await api.graphql<{ deliveries: { nodes: Delivery[] } }>(DELIVERIES, { organisationId: centre.id, states }, sender);
    return data?.deliveries.nodes ?? [];
  };
  const sendTestMail = (organisationId = centre.id) =>
    api.graphql<{ sendTestMail: Delivery }>('mutation ($id: ID!) { sendTestMail(input: { organisationId: $id }) { ... on Delivery { id state } ... on Problem { code } } }', { id: organisationId }, { token });

  beforeAll(async () => {
    sink = await SmtpSink.open();
    api = await startApi();
    worker = await WorkerProcess.start({ databaseUrl: api.appUrl, smtpUrl: sink.url });
    centre = await api.make.organisation({ name: 'MIC Mons' });
    marie = await api.make.person({ organisation: centre, roles: ['coordinator'], givenName: 'Marie', familyName: 'Dubois', email: 'marie@example.org' });
    await api.asOwner('insert into recipient (person_id, address, language) values ($1, $2, $3) on conflict do nothing', [marie.id, marie.email, 'fr']);
    ({ token } = await api.make.session(marie));
  });
  beforeEach(async () => {
    await api.asOwner('delete from notice; delete from message; delete from paused_address');
    sink.mails.length = 0;
    sink.modeOf.clear();
  });
  afterAll(async () => {
    await worker.kill();
    await api.close();
    await sink.down();
  });

  it('sends a test mail that arrives in French, and shows its delivery', async () => {
    const { data } = await sendTestMail();
    expect(data?.sendTestMail.state).toBe('due');
    await eventually(() => expect(sink.mails).toHaveLength(1));
    expect((await sink.read(sink.mails[0])).subject).toBe('Les messages de MIC Mons arrivent bien');
    await eventually(async () =>
      expect(await deliveries()).toMatchObject([{ id: data?.sendTestMail.id, personName: 'Marie Dubois', address: 'marie@example.org', type: 'messages.test', state: 'sent', reason: null }]),
    );
  });

  it('case 86: tells the coordinator of a refused address, who mends it and retries, once', async () => {
    sink.modeOf.set('marie@example.org', '550');
    await sendTestMail();
    const failed = await eventually(async () => {
      const [delivery] = await deliveries(['failed']);
      expect(delivery).toMatchObject({ state: 'failed', reason: 'ADDRESS_REFUSED', answer: expect.stringContaining('No such user'), isAddressPaused: true });
      return delivery;
    });
    await eventually(async () => {
      const { data } = await api.graphql(NOTICES, {}, { token });
      expect(data).toMatchObject({ notices: { nodes: [{ type: 'messages.undelivered', title: 'Un message n’a pas pu être remis' }] }, unreadNotices: { unread: 1 } });
    }, 60);
    expect(await api.graphql('mutation { markNoticesRead(input: {}) { unread } }', {}, { token })).toMatchObject({ data: { markNoticesRead: { unread: 0 } } });
    sink.modeOf.clear();
    const retry = () => api.graphql(settle('retryDelivery'), { id: failed?.id }, { token });
    expect(await retry()).toMatchObject({ data: { retryDelivery: { __typename: 'Delivery' } } });
    await eventually(() => expect(sink.mails).toHaveLength(1));
    await eventually(async () => expect(await deliveries(['sent'])).toEqual(expect.arrayContaining([expect.objectContaining({ id: failed?.id, reason: null, isAddressPaused: false })])));
    expect(await retry()).toMatchObject({ data: { retryDelivery: { __typename: 'DeliverySettled', state: 'sent', message: 'Ce message n’attend plus cette décision. Rechargez la liste.' } } });
    expect(await api.asOwner(`select actor_id from change where subject_kind = 'message' and kind = 'retried'`)).toEqual([{ actor_id: marie.id }]);
  });

  it('discards what shall not leave any more', async () => {
    await api.database.as(Actor.system(centre.id), (tx) =>
      new PostMessages().execute(tx, { organisationId: centre.id, personId: marie.id, type: 'messages.test', subject: { kind: 'organisation', id: centre.id }, dueAt: new Date(Date.now() + 60_000) }),
    );
    const [waiting] = await deliveries(['due']);
    expect(await api.graphql(settle('discardDelivery'), { id: waiting?.id }, { token })).toMatchObject({ data: { discardDelivery: { state: 'discarded' } } });
  });

  it('case 10: deliveries of a centre are nothing to strangers and to its learners', async () => {
    await sendTestMail();
    const [delivery] = await eventually(async () => {
      const all = await deliveries();
      expect(all).toHaveLength(1);
      return all;
    });
    const other = await api.make.organisation({ name: 'Other' });
    const stranger = await api.make.session(await api.make.person({ organisation: other, roles: ['manager'] }));
    const learner = await api.make.session(await api.make.person({ organisation: centre, roles: ['learner', 'trainer'] }));
    expect(await api.graphql(DELIVERIES, { organisationId: centre.id }, stranger)).toMatchObject({ data: { deliveries: { code: 'NOT_FOUND' } } });
    expect(await api.graphql(settle('retryDelivery'), { id: delivery?.id }, stranger)).toMatchObject({ data: { retryDelivery: { code: 'NOT_FOUND' } } });
    expect((await api.graphql(DELIVERIES, { organisationId: centre.id }, learner)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const both = await api.make.session(await api.make.person({ organisation: centre, roles: ['learner'], givenName: 'Both' }));
    expect((await api.graphql(settle('discardDelivery'), { id: delivery?.id }, both)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('pages through deliveries by cursor', async () => {
    for (let n = 0; n < 3; n++) await sendTestMail();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data }: { data?: { deliveries: { nodes: Delivery[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } | null } = await api.graphql(DELIVERIES, { organisationId: centre.id, first: 2, after }, { token });
      seen.push(...(data?.deliveries.nodes ?? []).map((delivery) => delivery.id));
      after = data?.deliveries.pageInfo.hasNextPage ? data.deliveries.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual([...new Set(seen)]);
    expect(seen).toHaveLength(3);
  });

  it('keeps a person’s own choice of quiet hours, and says what is wrong with one', async () => {
    const session = await api.make.session(await api.make.person({ organisation: centre, language: 'nl' }));
    expect((await api.graphql(PREFERENCES, {}, session)).data).toEqual({
      myMessagePreferences: { quietFrom: null, quietUntil: null, zone: 'Europe/Brussels', channels: ['mail', 'notice'], digest: 'none', mutedTypes: [], version: 0 },
    });
    const input = { quietFrom: '21:30', quietUntil: '07:00', zone: 'Europe/Brussels', channels: ['mail'], digest: 'weekly', mutedTypes: [], expectedVersion: 0 };
    expect((await api.graphql(UPDATE, { input }, session)).data).toEqual({ updateMyMessagePreferences: { quietFrom: '21:30', quietUntil: '07:00', zone: 'Europe/Brussels', version: 1 } });
    expect((await api.graphql(UPDATE, { input }, session)).data).toEqual({ updateMyMessagePreferences: { code: 'STALE_VERSION' } });
    const wrong = { ...input, quietUntil: '21:30', zone: 'Mons', expectedVersion: 1 };
    expect((await api.graphql(UPDATE, { input: wrong }, session)).data).toMatchObject({
      updateMyMessagePreferences: { faults: [{ field: 'quietUntil', reason: 'quiet-hours.empty', message: 'Kies een ander einduur.' }, { field: 'zone', reason: 'zone.unknown' }] },
    });
  });

  it('shows every kind of message in four languages before it is sent', async () => {
    const { data } = await api.graphql<{ messageTemplates: { templates: { type: string; previews: { language: string; subject: string; html: string }[] }[] } }>(
      'query ($id: ID!) { messageTemplates(organisationId: $id) { ... on MessageTemplateList { templates { type previews { language subject html } } } } }',
      { id: centre.id },
      { token },
    );
    const templates = data?.messageTemplates.templates ?? [];
    expect(templates.map((template) => template.type)).toEqual(expect.arrayContaining(['messages.test', 'messages.undelivered', 'messages.digest']));
    const [, words = ''] = /typeNames[^{]*\{([^}]*)\}/.exec(readFileSync('apps/web/src/features/operations/words.ts', 'utf8')) ?? [];
    const named = [...words.matchAll(/^ {2}'([a-z-]+\.[a-z-]+)': msg`/gm)].map(([, type]) => type);
    // The worker alone may know those that go to calendars: they are no previews for people.
    const forCalendars = ['calendars.invitation', 'calendars.withdrawn'];
    expect(named.sort()).toEqual([...new Set([...templates.map((template) => template.type), ...forCalendars])].sort());
    for (const { previews } of templates) {
      expect(previews.map((preview) => preview.language)).toEqual(['fr', 'nl', 'de', 'en']);
      for (const { subject, html, language } of previews) {
        expect(subject).not.toMatch(/[{}]|undefined/);
        expect(html).toContain(`<html lang="${language}">`);
      }
    }
  });

  it('shows operations to administrators of the installation only', async () => {
    const admin = await api.make.session(await api.make.person({ platformAdmin: true }));
    expect((await api.graphql(OPERATIONS, {}, admin)).data).toMatchObject({ operations: { messages: { failed: 0 }, workers: [{ pid: expect.any(Number) }], failedJobs: [] } });
    expect((await api.graphql(OPERATIONS, {}, { token })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('case 87: one click leaves an optional kind, an opened link does not, and no answer tells which keys exist', async () => {
    const [row] = await api.asOwner<{ key: string }>('select unsubscribe_key as key from recipient where person_id = $1 and organisation_id is null', [marie.id]);
    const muted = () => api.asOwner('select muted_types from recipient where person_id = $1 and organisation_id is null', [marie.id]);
    const path = `/messages/unsubscribe/${row?.key}/messages.test`;
    const opened = await fetch(`${api.url}${path}`, { headers: { 'accept-language': 'de' } });
    expect([opened.status, await opened.text()]).toEqual([200, expect.stringContaining('<form method="post">')]);
    const click = (address: string) => fetch(`${api.url}${address}`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' });
    const [known, unknown] = await Promise.all([click(path), click('/messages/unsubscribe/00000000-0000-4000-8000-000000000000/messages.test')]);
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);
    // The kind is not optional: the click is answered and changes nothing.
    expect(await muted()).toEqual([{ muted_types: [] }]);
  });
});
