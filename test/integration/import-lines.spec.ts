import { ChooseImportSheet, ImportNotOpen, type ImportedFile, ImportPeopleFile, type ImportPeopleFileInput, type PeopleImport, ReadPeopleImports, StartPeopleImport, type UploadedPeople, UploadPeople } from '@app/identity';
import { Actor, FileRefused, isProblem, JobHandlers, NotAllowed, NotFound, type Problem } from '@app/platform';
import { importWorld } from '../support/import-world.js';
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
  const world = importWorld();
  const importFile = async (content: string | Buffer, wishes: Partial<ImportPeopleFileInput> = {}): Promise<ImportedFile | Problem> =>
    world.test.get(ImportPeopleFile).execute({ organisation: world.centre.id, path: await world.file(content), roles: ['learner'], ...wishes });
  const upload = async (content: string | Buffer, sheet?: string): Promise<UploadedPeople> => accepted(await world.test.get(UploadPeople).execute(world.coordinator, { organisationId: world.centre.id, path: await world.file(content), fileName: 'list.xlsx', sheet }));
  const accepted = <T>(answer: T): Exclude<T, Problem> => {
    if (isProblem(answer)) throw new Error(JSON.stringify(answer));
    return answer as Exclude<T, Problem>;
  };
  const choose = (importId: string, sheet: string, actor = world.coordinator) => world.test.get(ChooseImportSheet).execute(actor, { importId, sheet });
  const run = async ({ id }: PeopleImport): Promise<void> => {
    const signal = new AbortController().signal;
    await world.test.get(JobHandlers).get('identity.import-people')?.handler({ importId: id }, { id, actor: Actor.system(world.centre.id), attempt: 1, signal, progress: async () => undefined });
  };
  const start = ({ import: { id }, mapping }: UploadedPeople, dryRun: boolean) => world.test.get(StartPeopleImport).execute(world.coordinator, { importId: id, mapping, roles: ['learner'], dryRun });
  const cellsOfFaults = async (importId: string) => accepted(await world.test.get(ReadPeopleImports).faults(world.coordinator, importId, { first: 100 })).rows.map(({ line, field, cells }) => ({ line, field, cells }));
  const addresses = async () => (await world.test.asOwner<{ email: string }>('select email from profile where organisation_id = $1 and person_id <> $2 order by email', [world.centre.id, world.coordinator.personId])).map(({ email }) => email);

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
    const stranger = await world.make.actor({ organisation: await world.make.organisation(), roles: ['manager'] });
    expect(await choose(list.id, 'Inscrits', stranger)).toEqual(new NotFound('people-import'));
    expect(await choose(list.id, 'Inscrits', await world.make.actor({ organisation: world.centre }))).toEqual(new NotAllowed('person.import'));
  });

  it('comma-separated text has no sheets', async () => {
    const { import: list } = await upload('Prénom,Nom\nZoé,Démo\n');
    expect(list).toMatchObject({ sheet: null, sheets: [] });
  });
});
