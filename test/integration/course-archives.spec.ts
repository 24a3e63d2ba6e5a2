import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countCurriculum, type CurriculumCounts, Findings, openArchive, openSource, readCurriculum } from '@app/courses';
import { manyEntries, zip, type ZipPart } from '../support/zip.js';

describe('archives that people upload', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'course-archive-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const lay = async (parts: readonly ZipPart[] | Buffer): Promise<string> => {
    const path = join(folder, 'course.zip');
    await writeFile(path, Buffer.isBuffer(parts) ? parts : zip(parts));
    return path;
  };
  const opened = async (parts: readonly ZipPart[] | Buffer, limits = { megabytes: 200, files: 20_000, megabytesPerFile: 20 }) => {
    const findings = new Findings();
    const archive = await openArchive(await lay(parts), findings, { limits });
    return { archive, errors: findings.of('error').map(({ code, file }) => `${code} ${file}`), findings };
  };

  it('reads a course with or without its folder at the top, and nothing of it touches the disk', async () => {
    const lesson = (name: string): ZipPart => ({ name, content: '# First' });
    const counts: (CurriculumCounts | undefined)[] = [];
    for (const parts of [[lesson('1-a/1-b/README.md'), lesson('1-a/README.md')], [lesson('my-course-main/1-a/1-b/README.md'), lesson('my-course-main/1-a/README.md'), lesson('__MACOSX/x.md')]]) {
      const findings = new Findings();
      const source = await openSource(await lay(parts), findings);
      const curriculum = source && (await readCurriculum(source, findings));
      source?.close();
      counts.push(curriculum && countCurriculum(curriculum));
      expect(await readdir(folder)).toEqual(['course.zip']);
    }
    expect(counts[0]).toMatchObject({ modules: 1, lessons: 1 });
    expect(counts[1]).toEqual(counts[0]);
  });

  it.each(['../outside.md', '/etc/passwd', 'C:/windows/x.md', 'a\\..\\b.md', 'a/../../b.md', 'a\0b.md'])('case 31: refuses an archive with the name %j', async (name) => {
    const { archive, errors } = await opened([{ name: 'README.md', content: '# A' }, { name, content: 'x' }]);
    expect(archive).toBeUndefined();
    expect(errors).toEqual([expect.stringMatching(/^ARCHIVE_UNSAFE_NAME /)]);
  });

  it('case 31: refuses two files of one name, also in other letters', async () => {
    for (const twin of ['README.md', 'readme.MD']) expect((await opened([{ name: 'README.md', content: 'a' }, { name: twin, content: 'b' }])).errors).toEqual([`ARCHIVE_NAME_TWICE ${twin}`]);
  });

  it('case 30: refuses bombs from their directory, and breaks off where the directory lies', async () => {
    const zeros = Buffer.alloc(60_000_000);
    expect((await opened([{ name: 'a.md', content: zeros }])).errors).toEqual(['ARCHIVE_BOMB a.md']);
    const lying = await opened([{ name: 'a.md', content: zeros, claimedSize: 1_000 }]);
    expect(lying.errors).toEqual([]);
    expect(await lying.archive?.read('a.md')).toHaveLength(0);
    expect(lying.findings.of('error').map(({ code }) => code)).toEqual(['ARCHIVE_DAMAGED']);
    lying.archive?.close();
    expect(await readdir(folder)).toEqual(['course.zip']);
  });

  it('case 30: refuses too many entries and too much in all, and opens no archive inside', async () => {
    const limits = { megabytes: 1, files: 3, megabytesPerFile: 1 };
    expect((await opened(Array.from({ length: 4 }, (_, n) => ({ name: `${n}.md`, content: 'x' })), limits)).errors).toEqual(['TOO_MANY_FILES .']);
    const noise = Buffer.from(Array.from({ length: 700_000 }, (_, n) => (n * 2_654_435_761) % 251));
    expect((await opened([{ name: 'a.md', content: noise }, { name: 'b.md', content: noise }], limits)).errors).toEqual(['TOO_LARGE .']);
    const nested = await opened([{ name: 'inner.zip', content: zip([{ name: '1-a/1-b/README.md', content: '# A' }]) }]);
    expect(nested.archive && (await readCurriculum(nested.archive, nested.findings))).toBeUndefined();
    expect(nested.findings.of('error').map(({ code }) => code)).toEqual(['NO_CURRICULUM']);
    nested.archive?.close();
  });

  it('case 30: refuses a million entries behind the limit, before it has listed them, and ten claimed gigabytes before any is unpacked', async () => {
    const path = join(folder, 'course.zip');
    await writeFile(path, manyEntries(1_000_000));
    const before = process.memoryUsage().rss;
    const findings = new Findings();
    expect(await openArchive(path, findings)).toBeUndefined();
    expect(findings.of('error').map(({ code, values }) => [code, values?.['limit']])).toEqual([['TOO_MANY_FILES', 20_000]]);
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
    const overlapping = Array.from({ length: 1_000 }, (_, n): ZipPart => ({ name: `${n}.md`, content: randomBytes(60_000), claimedSize: 10_000_000 }));
    const { archive, errors } = await opened(overlapping);
    expect([archive, errors]).toEqual([undefined, [expect.stringMatching(/^(TOO_LARGE|ARCHIVE_BOMB) /)]]);
    expect(await readdir(folder)).toEqual(['course.zip']);
  }, 120_000);

  it('case 31: a link in an archive is reported and leads nowhere', async () => {
    const { archive, errors, findings } = await opened([{ name: '1-a/1-b/README.md', content: '# B' }, { name: '1-a/2-c/README.md', content: '/etc/passwd', mode: 0o120777 }]);
    expect([archive?.paths, errors]).toEqual([['1-a/1-b/README.md'], []]);
    expect(findings.of('warning').map(({ file, code }) => [file, code])).toEqual([['1-a/2-c/README.md', 'SYMLINK']]);
    archive?.close();
  });

  it('names what is no archive, and one that was cut off', async () => {
    expect((await opened(Buffer.from('not a zip at all'))).errors).toEqual(['ARCHIVE_DAMAGED course']);
    expect((await opened(zip([{ name: 'a.md', content: 'x' }]).subarray(0, 40))).errors).toEqual(['ARCHIVE_DAMAGED course']);
  });
});
