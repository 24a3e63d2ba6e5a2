import { startApi, type Sender, type TestApi } from '../support/api.js';
import { type MadeOrganisation, type MadePerson } from '../support/make.js';

const segment = (marker: number, data: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255]), data]);
const GPS = 'GPS 50.4542 3.9523';
const exif = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0]), Buffer.from(GPS)]));
const photo = Buffer.concat([Buffer.from([0xff, 0xd8]), exif, segment(0xc0, Buffer.from([8, 0, 20, 0, 30, 1, 1, 0x11, 0])), segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([1, 0xff, 0, 2, 0xff, 0xd9])]);
const ANNOUNCE = `mutation ($input: AnnounceAbsenceInput!) { announceAbsence(input: $input) { __typename ... on AnnouncedAbsence { id version } } }`;

describe('photos that prove an absence', () => {
  let api: TestApi;
  let centre: MadeOrganisation;
  let ines: MadePerson;
  let learner: Sender;
  let other: Sender;
  let trainer: Sender;
  let coordinator: Sender;
  let stranger: Sender;
  let absenceId: string;

  const send = (body: Buffer, options: { name?: string; by?: Sender; absence?: string } = {}): Promise<Response> => {
    const { name = 'certificat.jpg', by = learner, absence = absenceId } = options;
    return api.fetch(`/files/absence-proofs?${new URLSearchParams({ absenceId: absence, name }).toString()}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: new Uint8Array(body) }, by);
  };
  const added = async (): Promise<string> => ((await (await send(photo)).json()) as { id: string }).id;
  const rows = async (): Promise<number> => (await api.asOwner('select from absence_proof where absence_id = $1', [absenceId])).length;

  beforeAll(async () => {
    api = await startApi();
    centre = await api.make.organisation({ language: 'en' });
    const away = await api.make.organisation({ name: 'Elsewhere' });
    const session = async (organisation: MadeOrganisation, role: 'learner' | 'trainer' | 'coordinator' | 'manager') => api.make.session(await api.make.person({ organisation, roles: [role], language: 'en' }));
    ines = await api.make.person({ organisation: centre, roles: ['learner'], givenName: 'Inès', language: 'en' });
    learner = await api.make.session(ines);
    [other, trainer, coordinator, stranger] = [await session(centre, 'learner'), await session(centre, 'trainer'), await session(centre, 'coordinator'), await session(away, 'manager')];
  });
  beforeEach(async () => {
    const input = { organisationId: centre.id, firstDay: '2030-03-04', firstHalf: 'MORNING', lastDay: '2030-03-04', lastHalf: 'MORNING', reason: 'FAMILY' };
    const { data } = await api.graphql<{ announceAbsence: { id: string } }>(ANNOUNCE, { input }, learner);
    absenceId = data?.announceAbsence.id ?? '';
  });
  afterAll(() => api.close());

  it('W1 07:24: a photo is added by the person, seen by the person and by who decides, and by nobody else', async () => {
    const id = await added();
    for (const [who, status] of [[learner, 200], [coordinator, 200], [other, 404], [trainer, 404], [stranger, 404], [{}, 401]] as const) expect((await api.fetch(`/files/absence-proofs/${id}`, {}, who)).status).toBe(status);
    const desk = await api.graphql<{ desk: { absences: { id: string; proofs: string[] }[] } }>(`query ($o: ID!) { desk(organisationId: $o) { ... on Desk { absences { id proofs } } } }`, { o: centre.id }, coordinator);
    expect(desk.data?.desk.absences.find((one) => one.id === absenceId)?.proofs).toEqual([id]);
    expect((await send(photo, { by: other })).status).toBe(404);
    expect((await send(photo, { by: stranger })).status).toBe(404);
    expect(await rows()).toBe(1);
  });

  it('case 35: it is a download under a sandbox, kept by no cache', async () => {
    const answer = await api.fetch(`/files/absence-proofs/${await added()}`, {}, learner);
    expect(Object.fromEntries(['content-type', 'content-disposition', 'x-content-type-options', 'cache-control'].map((name) => [name, answer.headers.get(name)]))).toEqual({
      'content-type': 'image/jpeg', 'content-disposition': 'attachment', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store',
    });
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('case 36: where it was taken is left out; what is no photo, or not the one that its name says, is refused', async () => {
    const bytes = Buffer.from(await (await api.fetch(`/files/absence-proofs/${await added()}`, {}, learner)).arrayBuffer());
    expect(photo.includes(GPS)).toBe(true);
    expect(bytes.includes('GPS')).toBe(false);
    const refused = [[photo, 'a.png'], [Buffer.from('<html><script>alert(1)</script>'), 'a.jpg'], [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.svg'], [Buffer.alloc(5_000_001), 'a.jpg'], [Buffer.alloc(0), 'a.jpg']] as const;
    for (const [body, name] of refused) {
      const answer = await send(body, { name });
      expect([name, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([name, 422, 'IMAGE_REFUSED']);
    }
    expect(await rows()).toBe(1);
  });

  it('five at most; none any more once it is decided, and those that are there stay', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.push(await added());
    expect(((await (await send(photo)).json()) as { code: string }).code).toBe('TOO_MANY_PROOFS');
    const remove = async (id: string, by: Sender) => (await api.graphql<{ removeAbsenceProof: { __typename: string } }>('mutation ($id: ID!) { removeAbsenceProof(proofId: $id) { __typename } }', { id }, by)).data?.removeAbsenceProof.__typename;
    expect([await remove(ids[0] ?? '', other), await remove(ids[0] ?? '', learner)]).toEqual(['NotFound', 'ProofRemoved']);
    await api.graphql('mutation ($input: DecideAbsenceInput!) { decideAbsence(input: $input) { __typename } }', { input: { absenceId, expectedVersion: 1, decision: 'JUSTIFIED' } }, coordinator);
    expect(((await (await send(photo)).json()) as { code: string }).code).toBe('ABSENCE_SETTLED');
    expect(await remove(ids[1] ?? '', learner)).toBe('AbsenceSettled');
    expect(await rows()).toBe(4);
  });
});
