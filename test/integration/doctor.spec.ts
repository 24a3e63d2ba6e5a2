import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import { loadSettings } from '@app/platform';
import { examine } from '../../apps/cli/src/doctor/examine.js';
import { examineLeftOver } from '../../apps/cli/src/doctor/left-over.js';
import { type Finding } from '../../apps/cli/src/doctor/finding.js';
import { type Io } from '../../apps/cli/src/io.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const silent: Io = { json: true, folder: process.cwd(), say: () => undefined, warn: () => undefined };

describe('the doctor', () => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await openTestDatabase();
  });
  afterEach(() => test.close());

  const ask = (changes: Readonly<Record<string, string>> = {}): Promise<readonly Finding[]> =>
    examine(loadSettings({ DATABASE_URL: test.appUrl, DATABASE_OWNER_URL: test.ownerUrl, DATA_FOLDER: process.cwd(), ...changes }), silent);
  const ill = (findings: readonly Finding[]): readonly string[] => findings.filter(({ state, check }) => state === 'bad' && check !== 'disk').map(({ check }) => check);
  const of = (findings: readonly Finding[], check: string): Finding | undefined => findings.find((finding) => finding.check === check);

  it('finds nothing wrong with an installation in order, and looked everywhere', async () => {
    const findings = await ask();
    expect(ill(findings)).toEqual([]);
    // As many as this machine has left over, or one line that says that there is none.
    const leftOver = findings.map(({ check }) => check).filter((check) => check === 'left over');
    expect(leftOver.length).toBeGreaterThan(0);
    expect(findings.map(({ check }) => check)).toEqual(['node', 'zones', 'database', 'role', 'clock', 'pooler', 'schema', 'time', 'notify', 'queue', 'mail', 'disk', ...leftOver]);
  });

  it('names a database whose data folder was deleted by hand with the command that removes it, and no other', () => {
    const [place, data] = [mkdtempSync(join(tmpdir(), 'tremplin-place-')), mkdtempSync(join(tmpdir(), 'tremplin-data-'))];
    const cluster = (n: number): string => join(place, `0000000${n}-0000-4000-8000-000000000000`);
    const [used, gone, unknown, running] = [cluster(1), cluster(2), cluster(3), cluster(4)];
    for (const path of [used, gone, unknown, running, join(place, 'postgres-18.4')]) mkdirSync(path);
    writeFileSync(join(data, 'installation.json'), JSON.stringify({ cluster: used }));
    writeFileSync(`${used}.data-folder`, `${data}\n`);
    writeFileSync(`${gone}.data-folder`, '/srv/somebody/data\n');
    writeFileSync(join(running, 'postmaster.pid'), '1');
    const found = examineLeftOver('/nowhere', [place, '/no/such/place']);
    expect(found.map(({ state }) => state)).toEqual(['warning', 'warning']);
    expect(found[0]).toMatchObject({ found: `${gone} is a database whose data folder /srv/somebody/data is gone`, mend: expect.stringContaining(`rm -rf ${gone} ${gone}.data-folder`) });
    expect(found[1]).toMatchObject({ found: expect.stringContaining(`${unknown} is a database, and of which`) });
    rmSync(unknown, { recursive: true });
    rmSync(gone, { recursive: true });
    expect(examineLeftOver(data, [place])).toEqual([expect.objectContaining({ state: 'good' })]);
  });

  it('sees an application that signs in with power', async () => {
    const findings = await ask({ DATABASE_URL: test.ownerUrl });
    expect(of(findings, 'role')).toMatchObject({ state: 'bad', found: expect.stringMatching(/postgres, who is superuser, bypasses row-level security/) });
  });

  it('sees a clock that was moved, a migration that is missing, a queue without tables', async () => {
    await test.moveClock('1 day');
    await test.asOwner(`delete from migrations where id = (select max(id) from migrations)`);
    await test.asOwner('drop schema bullmq cascade');
    const findings = await ask();
    expect(ill(findings)).toEqual(['schema', 'time', 'queue']);
    expect(of(findings, 'schema')?.mend).toContain('migrate');
  });

  it('sees a database newer than the program', async () => {
    await test.asOwner(`insert into migrations (timestamp, name) values (9999999999999, 'Tomorrow9999999999999')`);
    expect(of(await ask(), 'schema')).toMatchObject({ state: 'warning', found: expect.stringContaining('Tomorrow9999999999999') });
  });

  it('says of each server that is away what to check', async () => {
    const away = 'postgres://nobody:secret@127.0.0.1:1/tremplin';
    const findings = await ask({ DATABASE_URL: away, DATABASE_OWNER_URL: away, REDIS_URL: 'redis://127.0.0.1:1', SMTP_URL: 'smtp://127.0.0.1:1' });
    expect(ill(findings)).toEqual(['database', 'owner', 'notify', 'queue', 'mail']);
    for (const { check, mend, found } of findings.filter(({ state }) => state === 'bad')) {
      expect({ check, mended: (mend ?? '').length > 20, secret: `${found} ${mend}`.includes('secret') }).toEqual({ check, mended: true, secret: false });
    }
  });

  it('sees a pooler in front of the database', async () => {
    const { hostname, port } = new URL(test.appUrl);
    const pooler = createServer((socket) => {
      const server = connect(Number(port), hostname);
      socket.pipe(server).pipe(socket);
      for (const end of [socket, server]) end.on('error', () => end.destroy());
    }).listen(0, '127.0.0.1');
    await once(pooler, 'listening');
    const through = new URL(test.appUrl);
    through.port = String((pooler.address() as { port: number }).port);
    try {
      expect(of(await ask({ DATABASE_URL: through.href }), 'pooler')).toMatchObject({ state: 'warning', mend: expect.stringContaining('QUEUE_DATABASE_URL') });
      expect(of(await ask({ DATABASE_URL: through.href, QUEUE_DATABASE_URL: test.appUrl }), 'pooler')?.state).toBe('good');
    } finally {
      pooler.close();
    }
  });
});
