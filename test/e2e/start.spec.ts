import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { Installation } from '../support/installation.js';
import { openTestDatabase } from '../support/test-database.js';

jest.setTimeout(240_000);

describe('npm start', () => {
  let installation: Installation;
  beforeEach(async () => {
    installation = await Installation.make();
  });
  afterEach(() => installation.remove());

  const found = async (name: string): Promise<number> => {
    const process = (await installation.processes()).find(({ command }) => command.includes(`/apps/${name}/src/`) || (name === 'keeper' && command.includes('keeper-process')));
    if (!process) throw new Error(`No ${name} runs.`);
    return process.pid;
  };

  async function signIn(email: string, password: string): Promise<unknown> {
    const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
    const headers = { 'content-type': 'application/json', 'x-tremplin-client': 'test' };
    const answer = await fetch(`${installation.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables: { input: { email, password } } }) });
    return answer.json();
  }

  it('brings everything up at one address, stops all of it on Ctrl-C, and keeps its data over stops and kills', async () => {
    const first = await installation.ready({ API_EXPLORER: 'true' });
    expect(first.output).toContain(`Tremplin is ready: ${installation.url}`);
    const setupLink = await first.says(/http:\/\/localhost:\d+\/set-?up#\S{40,}/);
    expect(await (await fetch(`${installation.url}/health/ready`)).json()).toMatchObject({ status: 'ready' });
    expect((await fetch(await first.says(/(?<=Mailbox: )\S+/))).status).toBe(200);
    const password = await first.says(/(?<=Demo centre, password )\S+(?=:)/);
    expect(await signIn(await first.says(/(?<=coordinator +)\S+@\S+/), password)).toEqual({ data: { signIn: { __typename: 'SignedIn' } } });
    await installation.query(`create table kept as select 'by an earlier run' as what`);
    first.interrupt();
    expect(await first.ended).toMatchObject({ code: 0, output: expect.stringContaining('Stopped.') });
    expect(await installation.processes()).toEqual([]);

    const second = await installation.ready();
    expect(await installation.query('select what from kept')).toEqual([{ what: 'by an earlier run' }]);
    expect(second.output).not.toContain('migrations');
    expect(second.output).not.toContain(setupLink);
    process.kill(await found('cli'), 'SIGKILL');
    await second.ended;
    await installation.untilNothingRuns();

    const third = await installation.ready();
    expect(third.output).toContain('The last run was not stopped properly');
    expect(await installation.query('select what from kept')).toEqual([{ what: 'by an earlier run' }]);
  });

  it('starts a crashed api, worker or database again and says so', async () => {
    const start = await installation.ready();
    process.kill(await found('api'), 'SIGKILL');
    await start.says('The api ended (SIGKILL); starting it again');
    process.kill(await found('worker'), 'SIGKILL');
    await start.says('The worker ended (SIGKILL); starting it again');
    process.kill(await found('keeper'), 'SIGKILL');
    await start.says('The database ended by itself; starting it again');
    await start.says('left its PostgreSQL');
    const ready = async (): Promise<number> => (await fetch(`${installation.url}/health/ready`).catch(() => ({ status: 0 }))).status;
    while ((await ready()) !== 200);
    start.interrupt();
    expect((await start.ended).code).toBe(0);
  });

  it('refuses a second start in the same folder and names the first', async () => {
    await installation.ready();
    const second = await installation.run(['npm', 'start'], { PORT: '1025' }).ended;
    expect(second.code).toBe(1);
    expect(second.output).toContain(`Tremplin already runs at ${installation.url}`);
  });

  it('says which port is taken and offers another', async () => {
    const rival = createServer().listen(installation.port, '127.0.0.1');
    await once(rival, 'listening');
    const { code, output } = await installation.run().ended;
    rival.close();
    expect(code).toBe(1);
    expect(output).toMatch(new RegExp(`Port ${installation.port} on 127\\.0\\.0\\.1 is taken by another program\\. Stop that, or take another port: PORT=\\d+ npm start`));
    expect((await readdir(installation.folder)).filter((name) => name.startsWith('postgres'))).toEqual([]);
  });

  it('lists all wrong settings at once and touches nothing', async () => {
    const { code, output } = await installation.run(['npm', 'start'], { PORT: 'many', DATABASE_URL: 'mysql://localhost', DEMO: 'perhaps' }).ended;
    expect(code).toBe(1);
    expect(output).toContain('PORT must');
    expect(output).toContain('DATABASE_URL must look like postgres://');
    expect(output).toContain('DEMO must be true or false (it is "perhaps")');
    await expect(readdir(installation.folder)).rejects.toThrow('ENOENT');
  });

  it('wants the database addresses together', async () => {
    const { code, output } = await installation.run(['npm', 'start'], { DATABASE_URL: 'postgres://app@localhost/tremplin' }).ended;
    expect(code).toBe(1);
    expect(output).toContain('DATABASE_URL and DATABASE_OWNER_URL belong together');
  });

  it('works on a PostgreSQL of your own and starts none', async () => {
    const test = await openTestDatabase();
    try {
      const start = await installation.ready({ DATABASE_URL: test.appUrl, DATABASE_OWNER_URL: test.ownerUrl, DEMO: 'false' });
      expect(start.output).not.toContain('Demo centre');
      expect((await readdir(installation.folder)).filter((name) => name.startsWith('postgres'))).toEqual([]);
      start.interrupt();
      expect((await start.ended).code).toBe(0);
    } finally {
      await test.close();
    }
  });

  it('keeps its secrets from other users', async () => {
    await installation.tremplin('migrate');
    const secrets = await readFile(join(installation.folder, 'installation.json'), 'utf8');
    const { output } = await installation.run(['sh', '-c', `stat -c %a "$DATA_FOLDER/installation.json" "$DATA_FOLDER/postgres"`]).ended;
    expect(output.trim().split('\n')).toEqual(['600', '700']);
    const { superuserPassword } = JSON.parse(secrets) as { superuserPassword: string };
    const log = await readFile(join(installation.folder, 'postgres.log'), 'utf8');
    expect(log).not.toContain(superuserPassword);
  });
});
