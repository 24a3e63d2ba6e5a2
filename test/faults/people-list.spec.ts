import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Make, type MadeOrganisation } from '../support/make.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const LINES = process.env.FAULTS === 'full' ? 1_000_000 : 5_000;
const FAULTY_EVERY = LINES / 10;
const MEBIBYTE = 1_048_576;
/** Written by the process itself when it is done: the most memory that it ever held, in KiB on every system. */
const TELL_MEMORY = `data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>process.env.PEAK_FILE&&writeFileSync(process.env.PEAK_FILE,String(process.resourceUsage().maxRSS)))`;

type Encoding = 'utf-8 with BOM' | 'UTF-16' | 'Windows-1252';

const isFaulty = (n: number): boolean => n > 0 && n % FAULTY_EVERY === 0;

/** A list as centres have it: semicolons, accents, a cell with a line break, some lines that cannot be read. */
function* lines(): Generator<string, void, undefined> {
  yield 'Numéro;Prénom;Nom de famille;E-mail;Langue\r\n';
  for (let n = 0; n < LINES; n++) yield `S-${n};Éléonore ${n % 977};"van den Berghe; ${n % 4_999}";${isFaulty(n) ? 'no address' : `prenom.${n}@example.org`};${n % 2 === 0 ? 'français' : 'néerlandais'}\r\n`;
}

function* encoded(encoding: Encoding): Generator<Buffer, void, undefined> {
  if (encoding !== 'Windows-1252') yield Buffer.from('\ufeff', encoding === 'UTF-16' ? 'utf16le' : 'utf8');
  let open = '';
  for (const line of lines()) {
    open += line;
    if (open.length < 65_536) continue;
    yield bytesOf(open, encoding);
    open = '';
  }
  yield bytesOf(open, encoding);
}

const bytesOf = (text: string, encoding: Encoding): Buffer => Buffer.from(text, { 'utf-8 with BOM': 'utf8', 'UTF-16': 'utf16le', 'Windows-1252': 'latin1' }[encoding] as BufferEncoding);

describe(`a list of ${LINES.toLocaleString('en')} people`, () => {
  let test: TestDatabase;
  let folder: string;
  let centre: MadeOrganisation;

  beforeAll(async () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', 'server'], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    test = await openTestDatabase();
    centre = await new Make(test).organisation();
    folder = await mkdtemp(join(tmpdir(), 'people-list-'));
  }, 300_000);
  afterAll(async () => {
    await test.close();
    await rm(folder, { recursive: true });
  });

  const file = async (name: string, content: Iterable<Buffer>): Promise<string> => {
    await pipeline(Readable.from(content), createWriteStream(join(folder, name)));
    return join(folder, name);
  };

  /** `tremplin import people`, in a process of its own, and the most memory that it held. */
  async function imported(path: string, ...more: string[]): Promise<{ answer: Record<string, unknown>; mebibytes: number }> {
    const peak = join(folder, 'peak');
    const env = { ...process.env, DATABASE_URL: test.appUrl, DATABASE_OWNER_URL: test.ownerUrl, DATA_FOLDER: join(folder, 'data'), NODE_OPTIONS: `--import="${TELL_MEMORY}"`, PEAK_FILE: peak };
    const child = spawn(process.execPath, ['dist/apps/cli/src/main.js', 'import', 'people', path, '--organisation', centre.id, '--json', ...more], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    await once(child, 'close');
    if (out === '') throw new Error(err);
    return { answer: JSON.parse(out) as Record<string, unknown>, mebibytes: (Number(readFileSync(peak, 'utf8')) * 1_024) / MEBIBYTE };
  }

  const faulty = Array.from({ length: LINES }, (_, n) => n).filter(isFaulty);
  const people = async () => (await test.asOwner<{ n: number }>('select count(*)::int as n from profile where organisation_id = $1', [centre.id]))[0]?.n;

  it(`case 37: ${LINES.toLocaleString('en')} lines in Windows-1252, again in UTF-16 and with a BOM: streamed within 200 MB, faults by their line, nobody added twice`, async () => {
    const small = await imported(await file('small.csv', [Buffer.from('Prénom;Nom\nZoé;Démo\n')]), '--dry-run');
    const counted = { rowsRead: LINES, skipped: faulty.length };
    const faults = faulty.map((n) => expect.objectContaining({ line: n + 2, field: 'email', reason: 'email.malformed' }) as unknown);
    const sure = LINES - faulty.length;
    for (const [encoding, added] of [['Windows-1252', sure], ['UTF-16', 0], ['utf-8 with BOM', 0]] as const) {
      const { answer, mebibytes } = await imported(await file('list.csv', encoded(encoding)));
      expect({ encoding, ...answer }).toMatchObject({ encoding, done: true, ...counted, added, known: sure - added, faults });
      expect({ encoding, beyond200: Math.max(0, Math.ceil(mebibytes - small.mebibytes - 200)) }).toEqual({ encoding, beyond200: 0 });
      expect(await people()).toBe(sure);
    }
    expect(await test.asOwner(`select given_name || ' ' || family_name as name, language from profile where reference = 'S-7'`)).toEqual([{ name: 'Éléonore 7 van den Berghe; 7', language: 'nl' }]);
  }, 3_600_000);
});
