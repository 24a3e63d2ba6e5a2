import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildServer, type Ended, Installation, run } from '../support/installation.js';

jest.setTimeout(240_000);

const asRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65_534, gid: 65_534 };

/** What the embedded database's folder may look like after a crash, told through the smallest command that opens it. */
describe('the data folder', () => {
  let installation: Installation;
  const migrate = (): Promise<Ended> => installation.tremplin('migrate', '--json');
  const cluster = (...names: readonly string[]): string => join(installation.folder, 'postgres', ...names);
  const asides = async (): Promise<readonly string[]> => (await readdir(installation.folder)).filter((name) => name.includes('.aside-'));
  const answer = ({ stdout }: Ended): unknown => JSON.parse(stdout);

  beforeAll(buildServer);
  beforeEach(async () => {
    installation = await Installation.make();
  });
  afterEach(() => installation.remove());

  it('left by a start that was killed while it made the database is made anew', async () => {
    await mkdir(cluster().concat('.unfinished/base'), { recursive: true });
    await writeFile(cluster().concat('.unfinished/PG_VERSION'), '18\n');
    const ended = await migrate();
    expect(ended.output).toContain('interrupted while the database folder was made: making it anew');
    expect(answer(ended)).toMatchObject({ done: true });
    expect(await readdir(installation.folder)).not.toContain('postgres.unfinished');
  });

  it.each(['PG_VERSION', 'global/pg_control'])('without %s is set aside whole, with where it stands now', async (missing) => {
    await migrate();
    await rm(cluster(missing));
    await writeFile(cluster('a-file-of-mine'), 'kept');
    const ended = await migrate();
    expect(ended.code).toBe(0);
    expect(ended.output).toMatch(/is half-written: files are missing .* It now stands in \S+\.aside-\d+/);
    const [aside = ''] = await asides();
    expect(await readFile(join(installation.folder, aside, 'a-file-of-mine'), 'utf8')).toBe('kept');
  });

  it('with half-written passwords is set aside, passwords and database', async () => {
    await migrate();
    await truncate(join(installation.folder, 'installation.json'), 40);
    const ended = await migrate();
    expect(ended.code).toBe(0);
    expect(ended.output).toContain('which holds the passwords of this installation, is half-written');
    expect((await asides()).map((name) => name.split('.aside-')[0])).toEqual(['installation.json', 'postgres']);
  });

  it('of another PostgreSQL version is refused and not touched', async () => {
    await migrate();
    await writeFile(cluster('PG_VERSION'), '17\n');
    const ended = await migrate();
    expect(ended.code).toBe(1);
    expect(answer(ended)).toMatchObject({ done: false, reasons: [expect.stringMatching(/was made by PostgreSQL 17, this Tremplin brings PostgreSQL 18\. Dump it/)] });
    expect(await asides()).toEqual([]);
  });

  it('of a newer Tremplin is refused and not touched', async () => {
    await mkdir(installation.folder);
    await writeFile(join(installation.folder, 'installation.json'), JSON.stringify({ format: 99 }));
    expect(answer(await migrate())).toMatchObject({ done: false, reasons: [expect.stringContaining('written by a newer Tremplin (format 99')] });
  });

  it('whose postmaster.pid names a process that is another program by now starts all the same', async () => {
    await migrate();
    const stranger = spawn('sleep', ['600'], { ...(asRoot ? { uid: (await stat(cluster())).uid } : {}), stdio: 'ignore' });
    try {
      await writeFile(cluster('postmaster.pid'), `${stranger.pid}\n${cluster()}\n1700000000\n5432\n\n127.0.0.1\n  1 1\nready\n`);
      expect(answer(await migrate())).toMatchObject({ done: true, ran: [] });
      expect(stranger.exitCode).toBeNull();
    } finally {
      stranger.kill();
      await once(stranger, 'exit');
    }
  });

  it('that this user may not write is refused with what to do', async () => {
    if (asRoot) return expectNobodyRefused();
    const locked = join(installation.folder, '..', 'locked');
    await mkdir(locked, { mode: 0o500 });
    const { code, output } = await run(['npm', 'run', '--silent', 'tremplin', '--', 'migrate'], { DATA_FOLDER: join(locked, 'data') }).ended;
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('cannot be written: this user has no right to it. Mend that, or name another folder') });
  });

  /** Root may write everywhere, so another user asks. The command is called directly: that user may not be allowed to install packages. */
  async function expectNobodyRefused(): Promise<void> {
    await migrate();
    const locked = join(installation.folder, '..', 'locked');
    await mkdir(locked);
    await chmod(locked, 0o755);
    const { code, output } = await run([process.execPath, 'dist/apps/cli/src/main.js', 'migrate'], { DATA_FOLDER: join(locked, 'data') }, NOBODY).ended;
    if (/EACCES|Cannot find module/.test(output) && !output.includes('data folder')) return console.warn('Skipped: an ordinary user cannot read this checkout.');
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining('cannot be written: this user has no right to it. Mend that, or name another folder') });
  }

  it('that is a file is refused', async () => {
    await writeFile(installation.folder, '');
    expect(answer(await migrate())).toMatchObject({ done: false, reasons: [expect.stringContaining('it is a file, not a folder')] });
  });

  it('behind a door that the database user cannot open is used all the same', async () => {
    const closed = await Installation.make({ closed: true });
    try {
      expect(answer(await closed.tremplin('migrate', '--json'))).toMatchObject({ done: true });
      expect(answer(await closed.tremplin('migrate', '--json'))).toEqual({ done: true, ran: [] });
    } finally {
      await closed.remove();
    }
  });

  it('serves several commands that come at once, one after the other', async () => {
    const answers = await Promise.all([migrate(), migrate(), migrate()]);
    expect(answers.map(({ code }) => code)).toEqual([0, 0, 0]);
    const ran = answers.map((ended) => (answer(ended) as { ran: string[] }).ran.length).sort((a, b) => a - b);
    expect(ran.slice(0, 2)).toEqual([0, 0]);
    expect(ran[2]).toBeGreaterThan(0);
  });

  it('moved to another place goes on there', async () => {
    await migrate();
    const elsewhere = join(installation.folder, '..', 'elsewhere');
    await rename(installation.folder, elsewhere);
    const ended = await installation.run(['npm', 'run', '--silent', 'tremplin', '--', 'migrate', '--json'], { DATA_FOLDER: elsewhere }).ended;
    expect(answer(ended)).toEqual({ done: true, ran: [] });
  });
});
