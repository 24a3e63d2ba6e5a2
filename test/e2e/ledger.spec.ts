import { startApi, type Sender, type TestApi } from '../support/api.js';

const CREATE_ROOM = `mutation ($input: CreateResourceInput!) { createRoom(input: $input) { __typename ... on Resource { id name version } ... on Problem { code message } ... on InvalidInput { faults { field message } } } }`;
const BOOK = `mutation ($input: BookRoomInput!) { bookRoom(input: $input) { __typename
  ... on Booking { occurrenceId version startsAt heldUntil } ... on Problem { code message } ... on InvalidInput { faults { field reason message } }
  ... on ScheduleClash { clashes { reason message resource { name kind } rival { title from to occurrenceId } } } } }`;
const CHANGED = `{ __typename ... on BookingsChanged { bookings { occurrenceId version } } ... on Problem { code message } }`;
const BOARD = `query ($organisationId: ID!, $siteId: ID, $from: LocalDate!) { board(organisationId: $organisationId, siteId: $siteId, from: $from) { __typename
  ... on Board { zone from to rows { id kind name siteName roles bookings { occurrenceId title from to seats version } absences { id kind from to version } closed { date name } offered { from to } } }
  ... on Problem { code message } } }`;

interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly id: string;
  readonly version: number;
  readonly occurrenceId: string;
  readonly faults?: readonly { field: string; reason: string; message: string }[];
  readonly clashes?: readonly { reason: string; message: string; rival: { title: string | null; occurrenceId: string | null } | null }[];
  readonly bookings?: readonly { occurrenceId: string; version: number }[];
  readonly rows: readonly { id: string; kind: string; name: string; bookings: readonly Record<string, unknown>[]; absences: readonly Record<string, unknown>[]; closed: readonly unknown[]; offered: unknown }[];
  readonly hits: readonly { title: string; closure: string }[];
}

describe('the ledger over GraphQL', () => {
  let api: TestApi;
  let centre: { id: string };
  let site: { id: string };
  let marie: Sender;
  let trainer: Sender;
  let learner: Sender;
  let trainerId: string;

  beforeAll(async () => {
    api = await startApi();
    centre = await api.make.organisation();
    site = await api.make.site(centre, { name: 'Mons' });
    const senders = await Promise.all(
      (['coordinator', 'trainer', 'learner'] as const).map(async (role) => {
        const person = await api.make.person({ organisation: centre, roles: [role], givenName: role });
        return { id: person.id, sender: { ...(await api.make.session(person)), language: 'fr' as const } };
      }),
    );
    const [first, second, third] = senders;
    if (!first || !second || !third) throw new Error('Three people were wanted.');
    [marie, trainer, learner, trainerId] = [first.sender, second.sender, third.sender, second.id];
  });
  afterEach(() => api.moveClock('0'));
  afterAll(() => api.close());

  const ask = async (document: string, variables: Record<string, unknown>, sender: Sender = marie): Promise<Answer> => {
    const { data, errors } = await api.graphql<Record<string, Answer>>(document, variables, sender);
    if (errors) throw new Error(JSON.stringify(errors));
    return Object.values(data ?? {})[0] as Answer;
  };
  const createRoom = (name: string) => ask(CREATE_ROOM, { input: { organisationId: centre.id, siteId: site.id, name, seats: 20 } });
  const book = (roomId: string, wishes: Record<string, unknown> = {}) =>
    ask(BOOK, { input: { organisationId: centre.id, title: 'Web Dev, groupe B', resourceIds: [roomId], startsAt: '2026-11-23T09:00', endsAt: '2026-11-23T12:00', ...wishes } });
  const board = (sender = marie) => ask(BOARD, { organisationId: centre.id, siteId: site.id, from: '2026-11-23' }, sender);

  it('walks the first screen: a room is made, booked, refused in plain French, moved and cancelled', async () => {
    const lab = await createRoom('Lab 2');
    expect(lab).toMatchObject({ __typename: 'Resource', name: 'Lab 2', version: 1 });
    const booked = await book(lab.id);
    expect(booked).toMatchObject({ __typename: 'Booking', version: 1, startsAt: '2026-11-23T08:00:00.000Z' });

    const refused = await book(lab.id, { title: 'Autre chose', startsAt: '2026-11-23T11:30', endsAt: '2026-11-23T13:00' });
    expect(refused).toMatchObject({ __typename: 'ScheduleClash', code: 'SLOT_TAKEN', message: 'Le local Lab 2 est pris le lundi 23 novembre de 9 h à 12 h par « Web Dev, groupe B ».' });
    expect(refused.clashes).toMatchObject([{ reason: 'BOOKED', rival: { title: 'Web Dev, groupe B', occurrenceId: booked.occurrenceId } }]);

    const move = { occurrenceId: booked.occurrenceId, expectedVersion: 1, startsAt: '2026-11-24T13:30', endsAt: '2026-11-24T16:00' };
    const moved = await ask(`mutation ($input: MoveBookingInput!) { moveBooking(input: $input) ${CHANGED} }`, { input: { organisationId: centre.id, moves: [move] } });
    expect(moved.bookings).toEqual([{ occurrenceId: booked.occurrenceId, version: 2 }]);
    const { rows } = await board();
    expect(rows.find(({ id }) => id === lab.id)?.bookings).toMatchObject([{ title: 'Web Dev, groupe B', from: '2026-11-24T12:30:00+00:00', version: 2 }]);

    const stale = { organisationId: centre.id, occurrenceId: booked.occurrenceId, expectedVersion: 1 };
    const cancel = `mutation ($input: BookingRefInput!) { cancelBooking(input: $input) ${CHANGED} }`;
    expect(await ask(cancel, { input: stale })).toMatchObject({ code: 'STALE_VERSION' });
    expect(await ask(cancel, { input: { ...stale, expectedVersion: 2 } })).toMatchObject({ __typename: 'BookingsChanged' });
    expect((await board()).rows.find(({ id }) => id === lab.id)?.bookings).toEqual([]);
  });

  it('takes an optional field that is null as one that is not there', async () => {
    const lab = await createRoom('Lab of nulls');
    expect(await book(lab.id, { seats: null, holdMinutes: null, zone: null })).toMatchObject({ __typename: 'Booking' });
  });

  it('case 60: empty, reversed, unbounded and 25-hour ranges and the year 9999 name the field and the cure', async () => {
    const lab = await createRoom('Lab of faults');
    const fault = async (startsAt: string, endsAt: string) => (await book(lab.id, { startsAt, endsAt })).faults?.map(({ field, reason, message }) => `${field} ${reason}: ${message}`);
    expect(await fault('2026-11-23T09:00', '2026-11-23T09:00')).toEqual(['endsAt range.empty: Le début et la fin sont identiques. Choisissez une fin plus tardive.']);
    expect(await fault('2026-11-23T12:00', '2026-11-23T09:00')).toEqual(['endsAt range.reversed: La fin précède le début. Inversez-les ou choisissez une fin plus tardive.']);
    expect(await fault('2026-11-23T09:00', '')).toEqual(['endsAt range.endless: Indiquez un début et une fin.']);
    expect(await fault('2026-11-23T09:00', '2026-11-24T10:00')).toEqual(['endsAt range.too-long: Une réservation dure 24 heures au plus. Faites-en plusieurs.']);
    expect(await fault('9999-11-23T09:00', '9999-11-23T10:00')).toEqual(['endsAt range.out-of-bounds: Choisissez une date entre 2000 et 2099.']);
    expect(await fault('2027-02-30T09:00', '2027-03-01T10:00')).toEqual(['startsAt range.not-a-time: Ce n’est pas une date avec une heure. Écrivez par exemple 2026-11-23T09:00.']);
  });

  it('enters leave over bookings, lists them for repair, shows leave and hours on the board, and refuses later bookings', async () => {
    const lab = await createRoom('Lab 5');
    const people = [{ personId: trainerId, part: 'TRAINER' }];
    await book(lab.id, { people, startsAt: '2026-11-25T09:00', endsAt: '2026-11-25T12:00' });
    const leave = `mutation ($input: EnterLeaveInput!) { enterLeave(input: $input) { __typename ... on AbsenceEntered { id clashes { message } } ... on Problem { code message } } }`;
    const entered = await ask(leave, { input: { organisationId: centre.id, personId: trainerId, startsAt: '2026-11-25T00:00', endsAt: '2026-11-27T00:00', zone: 'Europe/Brussels' } }, trainer);
    expect(entered.clashes).toEqual([{ message: 'trainer Martin a déjà « Web Dev, groupe B » le mercredi 25 novembre de 9 h à 12 h.' }]);
    const refused = await book(lab.id, { people, startsAt: '2026-11-26T09:00', endsAt: '2026-11-26T12:00' });
    expect(refused.message).toBe('trainer Martin est en congé du mercredi 25 novembre au jeudi 26 novembre.');
    const hours = `mutation ($input: SetAvailabilityInput!) { setAvailability(input: $input) { __typename ... on Availability { version } ... on Problem { code } } }`;
    const weekly = [{ weekday: 1, opens: '09:00', closes: '17:00' }];
    expect(await ask(hours, { input: { organisationId: centre.id, personId: trainerId, expectedVersion: 0, zone: 'Europe/Brussels', weekly } }, trainer)).toMatchObject({ version: 1 });
    const row = (await board(trainer)).rows.find(({ id }) => id === trainerId);
    expect(row).toMatchObject({ kind: 'PERSON', absences: [{ id: entered.id, kind: 'LEAVE' }], offered: [{ from: '2026-11-23T08:00:00.000Z', to: '2026-11-23T16:00:00.000Z' }] });
  });

  it('closes sites on holidays: computed, shown on the board, hits listed, bookings refused', async () => {
    await api.clockAt('2026-11-16T08:00:00Z');
    const lab = await createRoom('Lab 7');
    await book(lab.id, { startsAt: '2026-12-25T09:00', endsAt: '2026-12-25T12:00' });
    const create = `mutation ($input: CreateClosureCalendarInput!) { createClosureCalendar(input: $input) { __typename ... on ClosureCalendarChanged { calendarId hits { title closure } } ... on Problem { code message } } }`;
    const created = await ask(create, { input: { organisationId: centre.id, name: 'Fériés', community: 'FR', siteIds: [site.id] } });
    expect(created.hits).toEqual([{ title: 'Web Dev, groupe B', closure: 'Noël' }]);
    expect((await book(lab.id, { startsAt: '2027-05-17T09:00', endsAt: '2027-05-17T12:00' })).message).toBe('Le site est fermé le lundi 17 mai : Lundi de Pentecôte.');
  });

  it('lets trainers see and not book, and learners neither', async () => {
    const { errors } = await api.graphql(BOOK, { input: { organisationId: centre.id, title: 'x', resourceIds: [], startsAt: '', endsAt: '' } }, trainer);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { errors: closed } = await api.graphql(BOARD, { organisationId: centre.id, from: '2026-11-23' }, learner);
    expect(closed?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await board(trainer)).__typename).toBe('Board');
  });

  it('case 10: the board, rooms and bookings of another centre are as if they did not exist', async () => {
    const other = await api.make.organisation({ name: 'Other' });
    const stranger = { ...(await api.make.session(await api.make.person({ organisation: other, roles: ['coordinator'] }))), language: 'fr' as const };
    expect(await ask(BOARD, { organisationId: centre.id, from: '2026-11-23' }, stranger)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ask(BOARD, { organisationId: other.id, siteId: site.id, from: '2026-11-23' }, stranger)).toMatchObject({ code: 'NOT_FOUND' });
    const lab = await createRoom('Hidden lab');
    const input = { organisationId: other.id, title: 'x', resourceIds: [lab.id], startsAt: '2026-11-23T09:00', endsAt: '2026-11-23T12:00' };
    expect(await ask(BOOK, { input }, stranger)).toMatchObject({ code: 'NOT_FOUND' });
    const rooms = `query ($organisationId: ID!) { rooms(organisationId: $organisationId) { nodes { id } } }`;
    const { data } = await api.graphql(rooms, { organisationId: centre.id }, stranger);
    expect(data).toEqual({ rooms: { nodes: [] } });
  });
});
