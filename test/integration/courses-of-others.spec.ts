import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CoursesModule, type CurriculumSource, ExportCourse, Findings, ImportCourse, openFolder, readCurriculum } from '@app/courses';
import { type Actor, isProblem } from '@app/platform';
import { Make } from '../support/make.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

const content = resolve(__dirname, '../../../shared/content');
const here = existsSync(content);
if (!here) console.warn('Skipped: the courses of other authors are not beside this checkout (../shared/content).');

(here ? describe : describe.skip)('courses as others wrote them, stored and given back', () => {
  let test: TestModule;
  let centre: { id: string };
  let trainer: Actor;
  beforeAll(async () => {
    test = await openTestModule([CoursesModule]);
    const make = new Make(test);
    centre = await make.organisation();
    trainer = await make.actor({ organisation: centre, roles: ['trainer'] });
  });
  afterAll(() => test.close());

  const stored = async (source: CurriculumSource | undefined, courseId?: string) => {
    const findings = new Findings();
    const curriculum = source && (await readCurriculum(source, findings));
    expect(findings.of('error')).toEqual([]);
    if (!curriculum) throw new Error('not read');
    const answer = await test.get(ImportCourse).execute(trainer, { organisationId: centre.id, subject: 'other', curriculum, courseId });
    if (isProblem(answer)) throw new Error(answer.code);
    return answer;
  };

  it.each([
    ['web-dev-for-beginners', 'MIT', 25],
    ['security-101', 'CC0 1.0', 7],
    ['sc-900-labs', 'MIT', 0],
  ])('%s: import, export and import again make no difference', async (name, licence, mostImages) => {
    const { courseId, version } = await stored(await openFolder(resolve(content, name), new Findings()));
    const [facts] = await test.asOwner<{ licence: string; images: number }>('select licence, (select count(*)::int from course_version_file where version_id = $1) as images from course_version where id = $1', [version.id]);
    expect(facts?.licence).toBe(licence);
    expect(facts?.images).toBeLessThanOrEqual(mostImages);
    const exported = await test.get(ExportCourse).execute(trainer, { courseId });
    if (isProblem(exported)) throw new Error(exported.code);
    const files = new Map(exported.files.map(({ path, bytes }) => [path, bytes]));
    const again = await stored({ name, paths: [...files.keys()], read: async (path) => files.get(path) ?? Buffer.alloc(0) }, courseId);
    expect(again.plan).toMatchObject({ added: [], changed: [], removed: [], kept: [], conflicts: [] });
    expect(again.version).toEqual(version);
  }, 120_000);
});
