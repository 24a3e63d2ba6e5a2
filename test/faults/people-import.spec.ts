import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Make, type MadeOrganisation } from '../support/make.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const LINES = 10_000;
const KILL_AT_LINE = 5_000;

/** Every seventh line has a fault, and the last fifth repeats people of the beginning. */
const list = [
  'Prénom;Nom;E-mail',
  ...Array.from({ length: LINES }, (_, n) => `P${n};"N ${n}";${n % 7 === 0 ? 'no address' : `p${n % 8_000}@example.org`}`),
  '',
].join('\r\n');

describe('an import from the command line that is killed', () => {
  let test: TestDatabase;
  let make: Make;
  let folder: string;

  beforeAll(async () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', 'server'], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    test = await openTestDatabase();
    make = new Make(test);
    folder = await mkdtemp(join(tmpdir(), 'people-import-'));
    await writeFile(join(folder, 'list.csv'), list);
  }, 300_000);
  afterAll(async () => {
    await test.close();
    await rm(folder, { recursive: true });
  });

  const start = (organisation: MadeOrganisation): ChildProcess => {
    const environment = { ...process.env, DATABASE_URL: test.appUrl, DATABASE_OWNER_URL: test.ownerUrl, DATA_FOLDER: join(folder, 'data'), NODE_OPTIONS: '' };
    const words = ['import', 'people', join(folder, 'list.csv'), '--organisation', organisation.id, '--invite', '--json'];
    return spawn(process.execPath, ['dist/apps/cli/src/main.js', ...words], { env: environment, stdio: ['ignore', 'pipe', 'ignore'] });
  };
  const finished = async (child: ChildProcess): Promise<Record<string, unknown>> => {
    let out = '';
    child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
    await once(child, 'close');
    return JSON.parse(out) as Record<string, unknown>;
  };
  const killedBehind = async (line: number, organisation: MadeOrganisation): Promise<void> => {
    const child = start(organisation);
    for (;;) {
      const [row] = await test.asOwner<{ line: number }>('select line from people_import where organisation_id = $1', [organisation.id]);
      if ((row?.line ?? 0) >= line) break;
      if (child.exitCode !== null) throw new Error('The import ended before it could be killed.');
      await pause(5);
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  /** Everything that an import leaves, without ids and times. */
  const traces = async ({ id }: MadeOrganisation) => ({
    people: await test.asOwner(
      `select p.given_name, p.family_name, p.email, array_agg(m.role || ' ' || m.state) as roles from profile p join membership m on m.organisation_id = p.organisation_id and m.person_id = p.person_id
       where p.organisation_id = $1 group by p.id order by p.email, p.given_name`, [id]),
    mails: await test.asOwner('select address, count(*)::int as times from message where organisation_id = $1 group by address order by address', [id]),
    import: await test.asOwner('select state, line, rows_read, added, known, skipped from people_import where organisation_id = $1', [id]),
    faults: await test.asOwner('select f.line, f.number, f.field, f.reason, f.values from people_import_fault f where f.organisation_id = $1 order by line, number', [id]),
    changes: await test.asOwner('select count(*)::int as n from change where organisation_id = $1', [id]),
    trail: await test.asOwner('select count(*)::int as n from audit_entry where organisation_id = $1', [id]),
  });

  it('case 38: kill -9 behind line 5,000 of 10,000, twice: the next run goes on, and the end is that of an undisturbed run, each mail once', async () => {
    const [undisturbed, killed] = [await make.organisation(), await make.organisation()];
    await finished(start(undisturbed));
    await killedBehind(KILL_AT_LINE / 4, killed);
    await killedBehind(KILL_AT_LINE, killed);
    expect(await finished(start(killed))).toMatchObject({ done: true, continued: true, rowsRead: LINES });
    const [expected, found] = [await traces(undisturbed), await traces(killed)];
    expect(found).toEqual(expected);
    expect(found.mails.length).toBeGreaterThan(6_000);
    expect(found.mails).not.toContainEqual(expect.objectContaining({ times: 2 }));
  }, 300_000);
});
