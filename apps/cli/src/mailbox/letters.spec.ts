import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Letters } from './letters.js';

const mail = (subject: string): Buffer => Buffer.from(`From: Tremplin <tremplin@example.org>\r\nTo: zoe@example.org\r\nSubject: ${subject}\r\n\r\nBonjour,\r\nà lundi.\r\n`);
const envelope = { from: 'tremplin@example.org', to: ['zoe@example.org'] };
const subjects = (letters: Letters): readonly string[] => letters.all().map((letter) => letter.subject);

describe('the mails of the development mailbox', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'letters-'));
    file = join(folder, 'mailbox.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are there again after a restart, the newest first', async () => {
    const before = new Letters(file);
    await before.receive(mail('Invitation'), envelope);
    await before.receive(mail('Rappel'), envelope);
    const after = new Letters(file);
    expect(subjects(after)).toEqual(['Rappel', 'Invitation']);
    expect(after.all()).toEqual(before.all());
    expect(after.get(before.all()[0]?.id ?? '')?.text).toContain('à lundi.');
  });

  it('lose only the line that a killed process left half written', async () => {
    await new Letters(file).receive(mail('Invitation'), envelope);
    await appendFile(file, '{"id":"half","subject":"Rap');
    expect(subjects(new Letters(file))).toEqual(['Invitation']);
  });

  it('are gone for good when the mailbox is emptied', async () => {
    const letters = new Letters(file);
    await letters.receive(mail('Invitation'), envelope);
    await letters.clear();
    expect(await readFile(file, 'utf8')).toBe('');
    expect(new Letters(file).all()).toEqual([]);
  });

  it('without a file live as long as the process', async () => {
    const letters = new Letters();
    await letters.receive(mail('Invitation'), envelope);
    expect(subjects(letters)).toEqual(['Invitation']);
  });
});
