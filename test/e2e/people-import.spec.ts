import { startApi, type TestApi } from '../support/api.js';
import { type MadeOrganisation } from '../support/make.js';
import { xlsx } from '../support/xlsx.js';

type Body = string | Uint8Array<ArrayBuffer>;

interface Uploaded {
  readonly import: { readonly id: string; readonly header: string[]; readonly state: string };
  readonly columns: { readonly field: string; readonly column: number }[];
  readonly remembered: boolean;
  readonly sample: { readonly line: number; readonly cells: string[] }[];
}

describe('lists of people over the API', () => {
  let api: TestApi;
  let centre: MadeOrganisation;
  let coordinator: { token: string };

  const upload = (body: Body | undefined, { query = `organisationId=${centre.id}&name=list.csv`, type = 'application/octet-stream', sender = coordinator }: { query?: string; type?: string; sender?: { token?: string } } = {}) =>
    api.fetch(`/files/imports?${query}`, { method: 'POST', headers: { 'content-type': type }, body }, sender);
  const uploaded = async (body: Body): Promise<Uploaded> => (await (await upload(body)).json()) as Uploaded;

  beforeAll(async () => {
    api = await startApi();
    centre = await api.make.organisation();
    coordinator = await api.make.session(await api.make.person({ organisation: centre, roles: ['coordinator'] }));
  });
  afterAll(() => api.close());

  it('takes a list, shows what it seems to hold, and hands it to the worker', async () => {
    const list = await uploaded(new Uint8Array(xlsx([{ rows: [['Prénom', 'Nom', 'Courriel'], ['Zoé', 'Démo', 'zoe@example.org']] }])));
    expect(list).toMatchObject({
      import: { state: 'uploaded', header: ['Prénom', 'Nom', 'Courriel'] },
      columns: expect.arrayContaining([{ field: 'givenName', column: 0 }, { field: 'familyName', column: 1 }, { field: 'email', column: 2 }]),
      remembered: false,
      sample: [{ line: 2, cells: ['Zoé', 'Démo', 'zoe@example.org'] }],
    });
    const start = `mutation ($input: StartPeopleImportInput!) { startPeopleImport(input: $input) { ... on PeopleImport { state dryRun columns { field column } } ... on Problem { code message } } }`;
    const started = await api.graphql(start, { input: { importId: list.import.id, columns: list.columns, roles: ['learner'], dryRun: true } }, coordinator);
    expect(started.data).toMatchObject({ startPeopleImport: { state: 'waiting', dryRun: true } });
    expect(await api.asOwner(`select name, queue from job where payload ->> 'importId' = $1`, [list.import.id])).toEqual([{ name: 'identity.import-people', queue: 'imports' }]);
    const cancelled = await api.graphql(`mutation ($id: ID!) { cancelPeopleImport(importId: $id) { ... on PeopleImport { state } ... on Problem { code } } }`, { id: list.import.id }, coordinator);
    expect(cancelled.data).toEqual({ cancelPeopleImport: { state: 'cancelled' } });
    const imports = await api.graphql(`query ($id: ID!) { peopleImports(organisationId: $id) { ... on PeopleImportList { imports { fileName state rowsRead } } } }`, { id: centre.id }, coordinator);
    expect(imports.data).toEqual({ peopleImports: { imports: [{ fileName: 'list.csv', state: 'cancelled', rowsRead: 0 }] } });
  });

  it('gives faulty lines out once each: all faults in one cell, then the cells of the line under the headings of the list', async () => {
    const list = await uploaded('Prénom;Nom;E-mail;Note\nZoé;Démo;zoe@;=1+1\n;Démo;bad;\n');
    const cells = [['Zoé', 'Démo', 'zoe@', '=1+1'], ['', 'Démo', 'bad']];
    await api.asOwner(`update people_import set state = 'done', dry_run = true, rows_read = 2, skipped = 2, wishes = '{"mapping": {"givenName": 0, "familyName": 1, "email": 2}}' where id = $1`, [list.import.id]);
    await api.asOwner(
      `insert into people_import_fault (organisation_id, import_id, line, number, field, reason, cells)
       values ($1, $2, 2, 0, 'email', 'email.malformed', $3::jsonb), ($1, $2, 3, 0, 'givenName', 'value.missing', $4::jsonb), ($1, $2, 3, 1, 'email', 'email.malformed', $4::jsonb)`,
      [centre.id, list.import.id, JSON.stringify(cells[0]), JSON.stringify(cells[1])],
    );
    const malformed = 'E-mail: Cette adresse e-mail n’est pas complète ou contient une faute de frappe.';
    const text = await (await api.fetch(`/files/imports/${list.import.id}/faults.csv`, {}, coordinator)).text();
    expect(text.replace('\ufeff', '').split('\r\n')).toEqual(['ligne,à corriger,Prénom,Nom,E-mail,Note', `2,${malformed},Zoé,Démo,zoe@,'=1+1`, `3,Prénom: Complétez ce champ. ${malformed},,Démo,bad`, '']);
    const seen = await api.graphql(`query ($id: ID!) { peopleImportFaults(importId: $id, first: 5) { ... on ImportFaultConnection { nodes { line cells } } ... on Problem { code } } }`, { id: list.import.id }, coordinator);
    expect(seen.data).toMatchObject({ peopleImportFaults: { nodes: [{ line: 2, cells: cells[0] }, { line: 3, cells: cells[1] }, { line: 3 }] } });
  });

  it('a workbook says its sheets, and another one can be chosen; where none can be read as it stands, the refusal names them too', async () => {
    const headings = ['Prénom', 'Nom'];
    const list = await uploaded(new Uint8Array(xlsx([{ name: 'Un', rows: [headings] }, { name: 'Deux', rows: [headings, ['Zoé', 'Démo']] }])));
    const choose = `mutation ($input: ChooseImportSheetInput!) { chooseImportSheet(input: $input) {
      ... on UploadedPeople { import { sheet sheets } columns { field column } remembered sample { line cells } } ... on Problem { code message } } }`;
    const chosen = await api.graphql(choose, { input: { importId: list.import.id, sheet: 'Deux' } }, coordinator);
    expect(chosen.data).toMatchObject({ chooseImportSheet: { import: { sheet: 'Deux', sheets: ['Un', 'Deux'] }, remembered: false, sample: [{ line: 2, cells: ['Zoé', 'Démo'] }] } });
    const unknown = await api.graphql(choose, { input: { importId: list.import.id, sheet: 'Trois' } }, coordinator);
    expect(unknown.data).toEqual({ chooseImportSheet: { code: 'FILE_REFUSED', message: 'La feuille « Trois » n’existe pas. Feuilles du classeur : Un, Deux.' } });
    const refused = await upload(new Uint8Array(xlsx([{ name: 'Titre', rows: [['Liste', null]], merged: ['A1:B1'] }, { name: 'Liste', rows: [headings] }])));
    expect(await refused.json()).toMatchObject({ reason: 'table.merged-header', sheets: ['Titre', 'Liste'] });
  });

  it('says in French why a file cannot be read, and how to mend it', async () => {
    const refused = await upload(new Uint8Array(Buffer.from('d0cf11e0a1b11ae1', 'hex')));
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: 'FILE_REFUSED', reason: 'file.old-excel', message: expect.stringContaining('Enregistrez-le en .xlsx') });
    expect((await upload(undefined)).status).toBe(422);
  });

  it('case 7: takes no forms, no multipart and nothing from another site', async () => {
    const form = new FormData();
    form.append('file', new Blob(['Prénom\nZoé\n']));
    expect((await api.fetch(`/files/imports?organisationId=${centre.id}`, { method: 'POST', body: form }, coordinator)).status).toBe(415);
    expect((await upload('Prénom\nZoé\n', { type: 'text/plain' })).status).toBe(415);
    const foreign = await fetch(`${api.url}/files/imports?organisationId=${centre.id}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', cookie: `tremplin_session=${coordinator.token}` }, body: 'Prénom\nZoé\n' });
    expect(foreign.status).toBe(403);
    expect((await api.fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: '{}' }, coordinator)).status).toBe(415);
  });

  it('case 10: another centre, no centre and no sign-in get nothing', async () => {
    const foreign = await api.make.organisation();
    expect((await upload('Prénom\nZoé\n', { query: `organisationId=${foreign.id}` })).status).toBe(404);
    expect((await upload('Prénom\nZoé\n', { query: 'organisationId=nonsense' })).status).toBe(404);
    expect((await upload('Prénom\nZoé\n', { sender: {} })).status).toBe(401);
    expect((await api.fetch(`/files/people.csv?organisationId=${foreign.id}`, {}, coordinator)).status).toBe(404);
    const learner = await api.make.session(await api.make.person({ organisation: centre }));
    expect((await api.fetch(`/files/people.csv?organisationId=${centre.id}`, {}, learner)).status).toBe(403);
  });

  it('case 39: gives the list out as text that no spreadsheet calculates, as an attachment, and the trail says who took it', async () => {
    await api.make.person({ organisation: centre, givenName: '=cmd|x', familyName: 'Démo' });
    const answer = await api.fetch(`/files/people.csv?organisationId=${centre.id}`, {}, coordinator);
    expect(Object.fromEntries(['content-type', 'content-disposition', 'x-content-type-options'].map((name) => [name, answer.headers.get(name)]))).toEqual({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="people.csv"',
      'x-content-type-options': 'nosniff',
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(bytes.toString()).toContain(",'=cmd|x,Démo,");
    expect(await api.asOwner(`select count(*)::int as n from audit_entry where action = 'organisation.people-exported' and organisation_id = $1`, [centre.id])).toEqual([{ n: 1 }]);
  });
});
