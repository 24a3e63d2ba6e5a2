import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChooseImportSheet, IdentityModule, ImportNotOpen, type ImportedFile, ImportPeopleFile, type ImportPeopleFileInput, type PeopleImport, ReadPeopleImports, StartPeopleImport, type UploadedPeople, UploadPeople } from '@app/identity';
import { Actor, FileRefused, isProblem, JobHandlers, NotAllowed, NotFound, type Problem } from '@app/platform';
import { Make, type MadeOrganisation } from '../support/make.js';
import { openTestModule, type TestModule } from '../support/test-module.js';
import { xlsx } from '../support/xlsx.js';

const HEADINGS = ['Prénom', 'Nom', 'E-mail'];
const book = xlsx([
  { name: 'Vide', rows: [] },
  { name: 'Inscrits', rows: [HEADINGS, ['Zoé', 'Démo', 'zoe@example.org']] },
  { name: 'Liste, d’attente', rows: [HEADINGS, ['Ali', 'Martin', 'ali@example.org'], ['Bo', null, 'nobody']] },
  { name: 'Notes', rows: [['Liste de la rentrée', null]], merged: ['A1:B1'] },
  { name: 'Caché', state: 'hidden', rows: [HEADINGS] },
]);
const VISIBLE = ['Vide', 'Inscrits', 'Liste, d’attente', 'Notes'];

describe('sheets and faulty lines of a list of people', () => {
  let test: TestModule;
  let make: Make;
  let folder: string;
  let centre: MadeOrganisation;
  let coordinator: Actor;

  const file = async (content: string | Buffer): Promise<string> => {
    await writeFile(join(folder, 'list'), content);
    return join(folder, 'list');
  };
  const importFile = async (content: string | Buffer, wishes: Partial<ImportPeopleFileInput> = {}): Promise<ImportedFile | Problem> =>
    test.get(ImportPeopleFile).execute({ organisation: centre.id, path: await file(content), roles: ['learner'], ...wishes });
  const upload = async (content: string | Buffer, sheet?: string): Promise<UploadedPeople> => accepted(await test.get(UploadPeople).execute(coordinator, { organisationId: centre.id, path: await file(content), fileName: 'list.xlsx', sheet }));
  const accepted = <T>(answer: T): Exclude<T, Problem> => {
    if (isProblem(answer)) throw new Error(JSON.stringify(answer));
    return answer as Exclude<T, Problem>;
  };
  const choose = (importId: string, sheet: string, actor = coordinator) => test.get(ChooseImportSheet).execute(actor, { importId, sheet });
  const run = async ({ id }: PeopleImport): Promise<void> => {
    const signal = new AbortController().signal;
    await test.get(JobHandlers).get('identity.import-people')?.handler({ importId: id }, { id, actor: Actor.system(centre.id), attempt: 1, signal, progress: async () => undefined });
  };
  const start = ({ import: { id }, mapping }: UploadedPeople, dryRun: boolean) => test.get(StartPeopleImport).execute(coordinator, { importId: id, mapping, roles: ['learner'], dryRun });
  const cellsOfFaults = async (importId: string) => accepted(await test.get(ReadPeopleImports).faults(coordinator, importId, { first: 100 })).rows.map(({ line, field, cells }) => ({ line, field, cells }));
  const addresses = async () => (await test.asOwner<{ email: string }>('select email from profile where organisation_id = $1 and person_id <> $2 order by email', [centre.id, coordinator.personId])).map(({ email }) => email);

  beforeAll(async () => {
    test = await openTestModule([IdentityModule]);
    make = new Make(test);
    folder = await mkdtemp(join(tmpdir(), 'import-lines-'));
  });
  afterAll(async () => {
    await test.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    centre = await make.organisation({ name: `Centre ${Math.random()}` });
    coordinator = await make.actor({ organisation: centre, roles: ['coordinator'] });
  });

  it('case 37: a faulty line keeps its own cells, long ones cut, beside what is wrong', async () => {
    const long = 'x'.repeat(5_000);
    const done = accepted(await importFile(`Prénom,Nom,E-mail,Remarque\nZoé,Démo,zoe@example.org,fine\n,Démo,bad,${long}\nAli,Démo,ali@example.org\nAli,Encore,ali@example.org,,\n`));
    const cut = `${'x'.repeat(199)}…`;
    expect(await cellsOfFaults(done.import.id)).toEqual([
      { line: 3, field: 'givenName', cells: ['', 'Démo', 'bad', cut] },
      { line: 3, field: 'email', cells: ['', 'Démo', 'bad', cut] },
      { line: 5, field: null, cells: ['Ali', 'Encore', 'ali@example.org'] },
    ]);
  });

  it('reads the first sheet that is not blank, and says which one and what others there are', async () => {
    const done = accepted(await importFile(book));
    expect(done.import).toMatchObject({ sheet: 'Inscrits', sheets: VISIBLE, added: 1 });
    expect(await addresses()).toEqual(['zoe@example.org']);
  });

  it('reads the sheet that is named; a wrong name is answered with the names there are', async () => {
    expect(await importFile(book, { sheet: 'inscrits' })).toEqual(new FileRefused('sheet.unknown', { sheet: 'inscrits', sheets: VISIBLE.join(', ') }, VISIBLE));
    expect(await importFile(book, { sheet: 'Caché' })).toMatchObject({ reason: 'sheet.unknown' });
    expect(await importFile(book, { sheet: 'Notes' })).toEqual(new FileRefused('table.merged-header', { cells: 'A1:B1' }, VISIBLE));
    expect(accepted(await importFile(book, { sheet: 'Liste, d’attente' })).import).toMatchObject({ sheet: 'Liste, d’attente', added: 1, skipped: 1 });
    expect(await addresses()).toEqual(['ali@example.org']);
  });

  it('case 38: a stopped run of one sheet is not taken for that of another', async () => {
    const sheet = (letter: string) => [HEADINGS, ...Array.from({ length: 600 }, (_, n) => [`${letter}${n}`, 'Démo', `${letter}${n}@example.org`])];
    const two = xlsx([{ name: 'A', rows: sheet('a') }, { name: 'B', rows: sheet('b') }]);
    const stop = new AbortController();
    accepted(await importFile(two, { sheet: 'A', signal: stop.signal, progress: () => stop.abort() }));
    expect(accepted(await importFile(two, { sheet: 'B' }))).toMatchObject({ continued: false, import: { added: 600 } });
    expect(accepted(await importFile(two, { sheet: 'A' }))).toMatchObject({ continued: true, import: { added: 600 } });
  });

  it('an uploaded workbook can be turned to another sheet until it is imported; what was tried before is forgotten', async () => {
    const first = await upload(book);
    expect(first).toMatchObject({ import: { sheet: 'Inscrits', sheets: VISIBLE }, sample: [{ line: 2, cells: ['Zoé', 'Démo', 'zoe@example.org'] }] });
    await start(first, true);
    expect(await choose(first.import.id, 'Liste, d’attente')).toBeInstanceOf(ImportNotOpen);
    await run(first.import);
    const second = accepted(await choose(first.import.id, 'Liste, d’attente'));
    expect(second).toMatchObject({ import: { state: 'uploaded', rowsRead: 0, added: 0 }, remembered: true, sample: [{ cells: ['Ali', 'Martin', 'ali@example.org'] }, { cells: ['Bo', '', 'nobody'] }] });
    expect(await choose(first.import.id, 'Notes')).toMatchObject({ reason: 'table.merged-header' });
    await start(second, false);
    await run(second.import);
    expect(await addresses()).toEqual(['ali@example.org']);
    expect(await cellsOfFaults(second.import.id)).toEqual([{ line: 3, field: 'email', cells: ['Bo', '', 'nobody'] }]);
    expect(await choose(first.import.id, 'Inscrits')).toBeInstanceOf(ImportNotOpen);
  });

  it('case 10: strangers and learners turn no sheets', async () => {
    const { import: list } = await upload(book);
    const stranger = await make.actor({ organisation: await make.organisation(), roles: ['manager'] });
    expect(await choose(list.id, 'Inscrits', stranger)).toEqual(new NotFound('people-import'));
    expect(await choose(list.id, 'Inscrits', await make.actor({ organisation: centre }))).toEqual(new NotAllowed('person.import'));
  });

  it('comma-separated text has no sheets', async () => {
    const { import: list } = await upload('Prénom,Nom\nZoé,Démo\n');
    expect(list).toMatchObject({ sheet: null, sheets: [] });
  });
});
