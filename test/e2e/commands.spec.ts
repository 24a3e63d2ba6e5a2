import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { Mailbox } from '../../apps/cli/src/mailbox/mailbox.js';
import { buildServer, type Ended, freePort, Installation } from '../support/installation.js';

jest.setTimeout(240_000);

describe('commands of an installation that does not run', () => {
  let installation: Installation;
  beforeAll(buildServer);
  beforeEach(async () => {
    installation = await Installation.make();
  });
  afterEach(() => installation.remove());

  const answer = ({ code, stdout }: Ended): Record<string, unknown> => ({ code, ...(JSON.parse(stdout) as object) });

  it('migrate, demo and doctor start the database for as long as they need it', async () => {
    expect(answer(await installation.tremplin('migrate', '--json'))).toMatchObject({ code: 0, done: true });
    const demo = answer(await installation.tremplin('demo', '--json')) as { code: number; signIns: { role: string }[] };
    expect({ code: demo.code, roles: demo.signIns.map(({ role }) => role) }).toEqual({ code: 0, roles: ['coordinator', 'manager', 'trainer', 'expert', 'learner', 'observer'] });
    expect(answer(await installation.tremplin('demo', '--json'))).toMatchObject({ code: 1, done: false, reasons: [expect.stringContaining('there already')] });
    expect(answer(await installation.tremplin('demo', '--remove', '--json'))).toEqual({ code: 0, done: true });
    const doctor = answer(await installation.tremplin('doctor', '--json')) as { findings: { check: string; state: string }[] };
    expect(doctor.findings.filter(({ state, check }) => state === 'bad' && check !== 'disk')).toEqual([]);
    expect(await installation.processes()).toEqual([]);
  });

  it('admin create makes the first platform admin once, and keeps the password out of the command line', async () => {
    await installation.tremplin('migrate');
    const create = (password: string): Promise<Ended> => {
      const running = installation.run(['npm', 'run', '--silent', 'tremplin', '--', 'admin', 'create', '--name', 'Nora Peeters', '--email', 'nora@example.org', '--json']);
      running.process.stdin?.end(`${password}\n`);
      return running.ended;
    };
    expect(answer(await create('short'))).toMatchObject({ code: 1, reasons: ['password: choose at least 12 characters: a short sentence is easy to remember'] });
    expect(answer(await create('the canal behind our house'))).toEqual({ code: 0, done: true, email: 'nora@example.org' });
    expect(answer(await create('the canal behind our house'))).toMatchObject({ code: 1, reasons: [expect.stringContaining('has a platform admin already')] });
  });

  it('mailbox runs until it is stopped', async () => {
    const [smtpPort, port] = [await freePort(), await freePort()];
    const mailbox = installation.run([process.execPath, 'dist/apps/cli/src/main.js', 'mailbox', '--smtp-port', String(smtpPort), '--port', String(port)]);
    await mailbox.says('Mailbox: ');
    expect(await (await fetch(`http://localhost:${port}/letters.json`)).json()).toEqual({ letters: [] });
    mailbox.interrupt();
    expect((await mailbox.ended).code).toBe(0);
  });

  it('privacy again reads the list, and refuses one that is missing or not whole', async () => {
    await installation.tremplin('migrate');
    expect(answer(await installation.tremplin('privacy', 'again', '--json'))).toMatchObject({ code: 1, reasons: [expect.stringContaining('cannot be read (ENOENT)')] });
    const id = '01970000-0000-7000-8000-000000000000';
    const file = join(installation.folder, 'list.jsonl');
    writeFileSync(file, `${JSON.stringify({ erasureId: id, personId: id, organisationId: id })}\n`);
    expect(answer(await installation.tremplin('privacy', 'again', '--file', file, '--dry-run', '--json'))).toEqual({ code: 0, done: true, file, dryRun: true, erased: 0, alreadyErased: 0, unknown: 1 });
    writeFileSync(file, 'nothing\n');
    expect(answer(await installation.tremplin('privacy', 'again', '--file', file, '--json'))).toMatchObject({ code: 1, reasons: [expect.stringContaining('line 1 is no erasure')] });
  });

  it('refuse wrong usage with 2', async () => {
    expect(answer(await installation.tremplin('mailbox', '--port', 'eighty', '--json'))).toMatchObject({ code: 2, usage: expect.stringContaining('A port is a number') });
  });
});

describe('the development mailbox', () => {
  let mailbox: Mailbox;
  beforeEach(async () => {
    mailbox = await Mailbox.open({ host: '127.0.0.1', names: ['localhost'], smtpPort: await freePort(), webPort: await freePort() });
  });
  afterEach(() => mailbox.close());

  async function send(html: string): Promise<void> {
    const transport = createTransport({ url: mailbox.smtpUrl });
    await transport.sendMail({ from: 'Tremplin <tremplin@example.org>', to: 'zoe@example.org', subject: 'Bonjour <b>Zoé</b>', text: 'À bientôt: http://localhost:3000/x?a=1&b=2', html, messageId: '<1@example.org>' });
    transport.close();
  }

  it('shows what was sent, as JSON and as pages on which nothing of a mail runs or loads', async () => {
    await send('<p>Bonjour</p><script>fetch("/letters.json")</script>');
    const { letters } = (await (await fetch(`${mailbox.url}/letters.json`)).json()) as { letters: { id: string }[] };
    expect(letters).toEqual([expect.objectContaining({ subject: 'Bonjour <b>Zoé</b>', envelope: { from: 'tremplin@example.org', to: ['zoe@example.org'] }, messageId: '<1@example.org>' })]);
    const [letter] = letters;
    const list = await (await fetch(mailbox.url)).text();
    expect(list).toContain('Bonjour &#60;b&#62;Zoé&#60;/b&#62;');
    const page = await (await fetch(`${mailbox.url}/letters/${letter?.id}`)).text();
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(page).toContain('href="http://localhost:3000/x?a=1&#38;b=2"');
    const html = await fetch(`${mailbox.url}/letters/${letter?.id}/html`);
    expect(html.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  });

  it('is emptied by who means it, and answers no other site', async () => {
    await send('<p>x</p>');
    expect((await fetch(`${mailbox.url}/letters.json`, { method: 'DELETE' })).status).toBe(405);
    expect(await (await fetch(`${mailbox.url}/letters.json`, { method: 'DELETE', headers: { 'x-mailbox': 'clear' } })).json()).toEqual({ letters: [] });
    expect((await fetch(mailbox.url.replace('localhost', '127.0.0.1'))).status).toBe(403);
    expect((await fetch(`${mailbox.url}/letters/none`)).status).toBe(404);
  });
});
