import { SettingsRefused } from '@app/platform';
import { type CliCommand, done, refused } from './command.js';
import { Refusal } from './refusal.js';
import { type ExitCode, runCli } from './run-cli.js';

interface Answer {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

function command(name: string, run: CliCommand['run'], syntax?: CliCommand['syntax']): CliCommand {
  return { name, summary: `Does ${name}.`, run, syntax };
}

async function type(words: string, ...commands: readonly CliCommand[]): Promise<Answer> {
  let out = '';
  let err = '';
  const code = await runCli(words.split(' ').filter(Boolean), commands, { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}

const greet = command(
  'greet',
  async ({ io, arguments: [name = ''] }) => {
    io.say(`Hello ${name}`);
    io.warn('It rains.');
    return done({ greeted: name });
  },
  (syntax) => syntax.argument('<name>'),
);

describe('the command line', () => {
  it('says what it did to people on standard output and answers 0', async () => {
    expect(await type('greet Zoe', greet)).toEqual({ code: 0, out: 'Hello Zoe\n', err: 'It rains.\n' });
  });

  it('prints exactly one JSON object on standard output with --json, and every other word on standard error', async () => {
    const { code, out, err } = await type('greet Zoe --json', greet);
    expect({ code, answer: JSON.parse(out) as unknown, lines: out.trimEnd().split('\n').length }).toEqual({ code: 0, answer: { done: true, greeted: 'Zoe' }, lines: 1 });
    expect(err).toBe('Hello Zoe\nIt rains.\n');
  });

  it('answers 1 with all reasons when something is refused', async () => {
    const refuse = command('refuse', async () => refused(['The first reason.', 'The second.'], { tried: 2 }));
    expect(await type('refuse', refuse)).toEqual({ code: 1, out: '', err: 'The first reason.\nThe second.\n' });
    expect(JSON.parse((await type('refuse --json', refuse)).out)).toEqual({ done: false, reasons: ['The first reason.', 'The second.'], tried: 2 });
  });

  it.each([
    ['wrong settings', new SettingsRefused(['PORT must be a number'])],
    ['what a person can mend', new Refusal(['PORT must be a number'])],
  ])('answers 1 with the reasons and no stack for %s', async (_what, error) => {
    const fail = command('fail', () => Promise.reject(error));
    expect(await type('fail', fail)).toEqual({ code: 1, out: '', err: 'PORT must be a number\n' });
  });

  it('says that the database does not answer, and what to do', async () => {
    const error = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
    const { code, err } = await type('fail', command('fail', () => Promise.reject(error)));
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^The database does not answer: connect ECONNREFUSED 127\.0\.0\.1:5432\..*doctor/) });
  });

  it('shows where a bug is, and still answers one object', async () => {
    const { code, out, err } = await type('fail --json', command('fail', () => Promise.reject(new TypeError('x is not y'))));
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ done: false, reasons: ['This should not have happened: x is not y'] });
    expect(err).toContain('run-cli.spec');
  });

  it.each(['', 'unknown', 'greet', 'greet Zoe --loud', 'greet Zoe Tom'])('answers 2 for the wrong usage "%s"', async (words) => {
    const { code, out, err } = await type(words, greet);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });

  it('answers 2 for a column of a list that names no heading, and hands on those that do', async () => {
    const { command: importPeople } = await import('./commands/import-people.command.js');
    const { code, out } = await type('import people list.csv --organisation x --column nonsense --json', importPeople);
    expect({ code, answer: JSON.parse(out) as unknown }).toEqual({ code: 2, answer: { done: false, usage: expect.stringContaining('Write field=heading') } });
    const read = { ...importPeople, run: async ({ options }: Parameters<CliCommand['run']>[0]) => done({ column: options['column'] }) };
    expect(JSON.parse((await type('import people list.csv --organisation x --column email=Contact givenName=Prénom --json', read)).out)).toEqual({ done: true, column: ['email=Contact', 'givenName=Prénom'] });
  });

  it('answers wrong usage as JSON where that was asked for', async () => {
    const { code, out } = await type('unknown --json', greet);
    expect({ code, answer: JSON.parse(out) as unknown }).toEqual({ code: 2, answer: { done: false, usage: expect.stringContaining("unknown command 'unknown'") } });
  });

  it('knows commands of two words, which share the first', async () => {
    const importing = ['people', 'course'].map((what) => command(`import ${what}`, async () => done({ what })));
    expect(JSON.parse((await type('import course --json', ...importing)).out)).toEqual({ done: true, what: 'course' });
    const help = await type('import --help', ...importing);
    expect({ code: help.code, out: help.out }).toEqual({ code: 0, out: expect.stringMatching(/people[\s\S]*course/) });
  });

  it('helps without reading settings', async () => {
    const fail = command('fail', ({ settings }) => Promise.resolve(done({ port: settings().PORT })));
    expect((await type('--help', fail)).code).toBe(0);
    expect((await type('fail --help', fail)).code).toBe(0);
  });
});
