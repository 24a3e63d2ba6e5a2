import { randomUUID } from 'node:crypto';
import { type Sender, startApi, type TestApi } from '../support/api.js';
import { noSmallDisk, SmallDisk } from '../support/small-disk.js';

jest.setTimeout(120_000);
if (noSmallDisk) console.warn(`case 81, disk full, is not tested on a real disk here: ${noSmallDisk}.`);

const BOOK = `mutation ($input: BookRoomInput!, $requestId: String) { bookRoom(input: $input, requestId: $requestId) {
  __typename ... on Booking { occurrenceId } ... on Problem { code } } }`;

(noSmallDisk ? describe.skip : describe)('bookings whose tables lie on a disk that is full', () => {
  let api: TestApi;
  let disk: SmallDisk | undefined;
  let centre: { id: string };
  let marie: Sender;
  let room: string;

  beforeAll(async () => {
    api = await startApi();
    centre = await api.make.organisation();
    const site = await api.make.site(centre);
    marie = await api.make.session(await api.make.person({ organisation: centre, roles: ['coordinator'] }));
    const [made] = await api.asOwner<{ id: string }>(`insert into resource (organisation_id, kind, site_id, name, seats) values ($1, 'room', $2, 'Lab', 20) returning id`, [centre.id, site.id]);
    room = made?.id ?? '';
    const [server] = await api.asOwner<{ folder: string }>(`select setting as folder from pg_settings where name = 'data_directory'`);
    disk = new SmallDisk('4m', server?.folder ?? '/');
    await api.asOwner(`create tablespace ${tablespace} location '${disk.folder}'`);
    for (const table of ['occurrence', 'reservation', 'occurrence_card']) await api.asOwner(`alter table ${table} set tablespace ${tablespace}`);
    await api.asOwner(`create table filler (line text) tablespace ${tablespace}`);
  });
  afterAll(async () => {
    await api.asOwner('drop table if exists filler');
    for (const table of ['occurrence', 'reservation', 'occurrence_card']) await api.asOwner(`alter table ${table} set tablespace pg_default`);
    await api.asOwner('checkpoint');
    await api.asOwner(`drop tablespace ${tablespace}`);
    await api.close();
    disk?.remove();
  });

  const tablespace = `small_${randomUUID().replaceAll('-', '')}`;
  const book = (requestId: string) =>
    api.graphql<{ bookRoom: { __typename: string; occurrenceId?: string } }>(BOOK, { input: { organisationId: centre.id, title: 'Web Dev', resourceIds: [room], startsAt: '2026-11-23T09:00', endsAt: '2026-11-23T12:00' }, requestId }, marie);
  const traces = async () => (await api.asOwner(`select (select count(*) from occurrence)::int as occurrences, (select count(*) from reservation)::int as reservations, (select count(*) from change where subject_kind = 'occurrence')::int as changes`))[0];
  /** Until not one page more can be written. */
  const fill = async (): Promise<unknown> => {
    for (;;) {
      const code = await api.asOwner(`insert into filler select repeat('x', 1000) from generate_series(1, 50)`).then(() => undefined, (error: { code?: string }) => error.code);
      if (code) return api.asOwner(`insert into filler values (repeat('x', 1000))`).then(() => fill(), (error: { code?: string }) => error.code);
    }
  };

  it('case 81: a disk that is really full: 503, nothing half written; with room again the same request is done once', async () => {
    expect(await fill()).toBe('53100');
    const requestId = 'a-booking-on-a-full-disk';
    const refused = await book(requestId);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(refused.errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
    expect(JSON.stringify(refused.errors)).not.toMatch(/disk|tablespace|extend|pg_tblspc/i);
    expect(await traces()).toEqual({ occurrences: 0, reservations: 0, changes: 0 });
    await api.asOwner('drop table if exists filler');
    const answers = [await book(requestId), await book(requestId)];
    expect(answers.map(({ data }) => data?.bookRoom.__typename)).toEqual(['Booking', 'Booking']);
    expect(await traces()).toEqual({ occurrences: 1, reservations: 1, changes: 1 });
  });
});
