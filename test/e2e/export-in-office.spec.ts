import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi, type TestApi } from '../support/api.js';

const office = ['soffice', 'libreoffice'].find((program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0);
if (!office) console.warn('case 39: no soffice found: that LibreOffice shows the cells of an export as text is not tested here.');

const DANGEROUS = ['=1+1', '+1+1', '-1+1', '@SUM(1)', '\t=1+1', '"=1+1"', '=HYPERLINK("https://evil.example.org")'];

(office ? describe : describe.skip)('an export in LibreOffice', () => {
  let api: TestApi;
  const folder = mkdtempSync(join(tmpdir(), 'tremplin-export-'));
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(async () => {
    await api.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('case 39: shows every cell that looks like a formula as text, and has no formula', async () => {
    const centre = await api.make.organisation();
    const coordinator = await api.make.session(await api.make.person({ organisation: centre, roles: ['coordinator'] }));
    for (const reference of DANGEROUS) {
      const { id } = await api.make.person({ organisation: centre, familyName: 'Démo' });
      await api.asOwner('update profile set reference = $2 where person_id = $1', [id, reference.replace('\t', ' ')]);
    }
    const answer = await api.fetch(`/files/people.csv?organisationId=${centre.id}`, {}, coordinator);
    const file = join(folder, 'people.csv');
    writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
    const { status, stderr } = spawnSync(office ?? '', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'fods', '--outdir', folder, file], { encoding: 'utf8', timeout: 120_000 });
    if (status !== 0) throw new Error(stderr);
    const sheet = readFileSync(join(folder, 'people.fods'), 'utf8');
    expect(sheet).not.toMatch(/table:formula=/);
    const shown = [...sheet.matchAll(/<table:table-cell[^>]*office:value-type="string"[^>]*>\s*<text:p>(.*?)<\/text:p>/g)].map(([, text = '']) => text.replaceAll('&quot;', '"').replaceAll('&apos;', "'"));
    for (const reference of DANGEROUS) expect(shown.some((text) => text.includes(reference.trim()))).toBe(true);
  }, 150_000);
});
