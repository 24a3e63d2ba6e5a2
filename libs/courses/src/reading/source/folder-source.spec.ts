import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Findings } from '../findings/finding.js';
import { openFolder } from './folder-source.js';

describe('a folder as the source of a course', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'course-'));
    await mkdir(join(folder, 'a'));
    await writeFile(join(folder, 'a', 'README.md'), '# A');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('case 31: does not follow links and reads nothing that it did not list', async () => {
    await symlink('/etc', join(folder, 'etc'));
    await symlink('/etc/hostname', join(folder, 'host.md'));
    const findings = new Findings();
    const source = await openFolder(folder, findings);
    expect(source?.paths).toEqual(['a/README.md']);
    expect(findings.of('warning').map(({ file, code }) => [file, code])).toEqual([['etc', 'SYMLINK'], ['host.md', 'SYMLINK']]);
    await expect(source?.read('../outside.md')).rejects.toThrow('not part of this curriculum');
  });

  it('refuses a folder beyond the limits before reading it, and what is no folder', async () => {
    await writeFile(join(folder, 'b.md'), 'x'.repeat(2_000_000));
    const tooLarge = new Findings();
    expect(await openFolder(folder, tooLarge, { megabytes: 1, files: 10, megabytesPerFile: 10 })).toBeUndefined();
    const tooMany = new Findings();
    expect(await openFolder(folder, tooMany, { megabytes: 10, files: 1, megabytesPerFile: 10 })).toBeUndefined();
    const missing = new Findings();
    expect(await openFolder(join(folder, 'none'), missing)).toBeUndefined();
    expect([tooLarge, tooMany, missing].flatMap((findings) => findings.of('error').map(({ code }) => code))).toEqual(['TOO_LARGE', 'TOO_MANY_FILES', 'NOT_A_FOLDER']);
  });
});
