import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ImportedFile, ImportPeopleFile, type ImportPeopleFileInput, ReadPeopleImports, StartPeopleImport, UploadPeople } from '@app/identity';
import { isProblem } from '@app/platform';
import { type CohortWorld, openCohortWorld } from '../support/cohort-world.js';
import { published } from '../support/published-course.js';

describe('a list of people that leads into a cohort', () => {
  let world: CohortWorld;
  let folder: string;
  beforeAll(async () => {
    world = await openCohortWorld();
    folder = await mkdtemp(join(tmpdir(), 'cohort-import-'));
  });
  afterAll(async () => {
    await world.test.close();
    await rm(folder, { recursive: true });
  });

  const list = async (lines: readonly string[]): Promise<string> => {
    const path = join(folder, 'list.csv');
    await writeFile(path, ['Prénom;Nom;E-mail', ...lines].join('\n'));
    return path;
  };
  const run = async (cohortId: string, path: string, wishes: Partial<ImportPeopleFileInput> = {}): Promise<ImportedFile> => {
    const answer = await world.test.get(ImportPeopleFile).execute({ organisation: world.centre.id, path, roles: ['learner'], target: { kind: 'cohort', id: cohortId }, ...wishes });
    if (isProblem(answer)) throw new Error(JSON.stringify(answer));
    return answer;
  };
  const line = (index: number, prefix = 'a'): string => `Prénom ${index};Nom ${index};${prefix}${index}@example.org`;
  const places = (cohortId: string) =>
    world.test.asOwner<{ email: string; way: string }>('select p.email, e.way from enrolment e join profile p on p.person_id = e.person_id where e.cohort_id = $1 and e.state = $2 order by e.id', [cohortId, 'active']);

  it('W3: 30 lines, line 17 has a bad address, line 22 repeats one: 28 are in; tried first, and twice adds nothing', async () => {
    const cohortId = await world.cohort({ capacity: 30 });
    await world.planned(cohortId, { rule: { count: 3 } });
    const lines = Array.from({ length: 30 }, (_, index) => line(index + 2));
    lines[15] = 'Zoé;Sans adresse;zoe@';
    lines[20] = line(5);
    const path = await list(lines);
    const tried = await run(cohortId, path, { dryRun: true });
    expect(tried.import).toMatchObject({ added: 28, skipped: 2, arrivals: { enrolled: 28, waiting: 0, already: 0, lacking: 0 } });
    expect(await places(cohortId)).toEqual([]);
    const first = await run(cohortId, path);
    expect(first.import).toMatchObject({ added: 28, skipped: 2, arrivals: { enrolled: 28, waiting: 0, already: 0, lacking: 0 } });
    const faults = await world.test.get(ReadPeopleImports).faults(world.marie, first.import.id, { first: 10 });
    expect(isProblem(faults) ? faults : faults.rows.map(({ line: at, reason }) => `${at} ${reason}`)).toEqual(['17 email.malformed', '22 row.repeated']);
    const again = await run(cohortId, path);
    expect(again.import).toMatchObject({ added: 0, known: 28, arrivals: { enrolled: 0, waiting: 0, already: 28, lacking: 0 } });
    const [claims] = await world.test.asOwner<{ count: number }>(`select count(*)::int as count from cohort_session s join reservation r on r.occurrence_id = s.occurrence_id where s.cohort_id = $1 and r.part = 'learner'`, [cohortId]);
    expect([(await places(cohortId)).length, claims?.count]).toEqual([28, 28 * 3]);
  });

  it('gives seats in the order of the lines; who finds none waits, also said by the try', async () => {
    const cohortId = await world.cohort({ capacity: 3 });
    const path = await list(Array.from({ length: 5 }, (_, index) => line(index, 'b')));
    expect((await run(cohortId, path, { dryRun: true })).import.arrivals).toEqual({ enrolled: 3, waiting: 2, already: 0, lacking: 0 });
    expect((await run(cohortId, path)).import.arrivals).toEqual({ enrolled: 3, waiting: 2, already: 0, lacking: 0 });
    expect(await places(cohortId)).toEqual(['b0', 'b1', 'b2'].map((name) => ({ email: `${name}@example.org`, way: 'file' })));
    const queue = await world.test.asOwner<{ email: string }>('select p.email from waiting_place w join profile p on p.person_id = w.person_id where w.cohort_id = $1 order by w.number', [cohortId]);
    expect(queue.map(({ email }) => email)).toEqual(['b3@example.org', 'b4@example.org']);
  });

  it('case 38: an enrolment that stops after its first batch goes on behind it: the same as one that ran through', async () => {
    const cohortId = await world.cohort({ capacity: 1_000 });
    const path = await list(Array.from({ length: 1_200 }, (_, index) => line(index, 'c')));
    const stop = new AbortController();
    const stopped = await run(cohortId, path, { signal: stop.signal, progress: () => stop.abort() });
    expect([stopped.import.rowsRead, (await places(cohortId)).length]).toEqual([500, 500]);
    const whole = await run(cohortId, path);
    expect(whole.continued).toBe(true);
    expect(whole.import).toMatchObject({ state: 'done', added: 1_200, arrivals: { enrolled: 1_000, waiting: 200, already: 0, lacking: 0 } });
    expect((await places(cohortId)).map(({ email }) => email)).toEqual(Array.from({ length: 1_000 }, (_, index) => `c${index}@example.org`));
  }, 60_000);

  it('row 4: says how many have not completed what comes before, also in the try, and takes them in all the same', async () => {
    const courseId = await published(world.test, { organisationId: world.centre.id, title: 'Level 2', builtOn: [world.course.id] });
    const cohortId = await world.cohort({ courseId, demandsPrerequisites: true });
    const before = await world.cohort();
    await run(before, await list([line(1, 'd')]));
    await world.test.asOwner(`update enrolment set state = 'graduated' where cohort_id = $1`, [before]);
    const path = await list([line(1, 'd'), line(2, 'd')]);
    expect((await run(cohortId, path, { dryRun: true })).import.arrivals).toEqual({ enrolled: 2, waiting: 0, already: 0, lacking: 1 });
    expect((await run(cohortId, path)).import.arrivals).toEqual({ enrolled: 2, waiting: 0, already: 0, lacking: 1 });
    expect((await run(cohortId, path)).import.arrivals).toEqual({ enrolled: 0, waiting: 0, already: 2, lacking: 0 });
  });

  it('refuses a cohort that is over or somebody else’s before anything is read', async () => {
    const uploaded = await world.test.get(UploadPeople).execute(world.marie, { organisationId: world.centre.id, fileName: 'list.csv', path: await list(['Zoé;Démo;z@example.org']) });
    if (isProblem(uploaded)) throw new Error(uploaded.code);
    const importId = uploaded.import.id;
    const start = (id: string) => world.test.get(StartPeopleImport).execute(world.marie, { importId, mapping: { givenName: 0, familyName: 1, email: 2 }, roles: ['learner'], dryRun: true, target: { kind: 'cohort', id } });
    const over = await world.cohort();
    await world.test.asOwner(`update cohort set state = 'completed' where id = $1`, [over]);
    expect(await start(over)).toMatchObject({ code: 'COHORT_STATE_REFUSED', from: 'completed' });
    expect(await start(world.centre.id)).toMatchObject({ code: 'NOT_FOUND', kind: 'cohort' });
    expect(await start(await world.cohort())).toMatchObject({ state: 'waiting' });
  });
});
