import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { countCurriculum, type CurriculumCounts, Findings, openFolder, readCurriculum } from '@app/courses';

const content = resolve(__dirname, '../../../shared/content');
const here = existsSync(content);
if (!here) console.warn('Skipped: the courses of other authors are not beside this checkout (../shared/content).');

async function read(name: string): Promise<{ counts?: CurriculumCounts; findings: Findings }> {
  const findings = new Findings();
  const source = await openFolder(resolve(content, name), findings);
  const curriculum = source && (await readCurriculum(source, findings));
  return { counts: curriculum && countCurriculum(curriculum), findings };
}

(here ? describe : describe.skip)('courses as others wrote them', () => {
  it('reads a web-development course: 7 modules, 23 lessons, 22 assignments, 48 quizzes with 144 questions', async () => {
    const { counts, findings } = await read('web-dev-for-beginners');
    expect(counts).toEqual({ modules: 7, lessons: 23, assignments: 22, quizzes: 48, questions: 144, languages: ['de', 'en', 'fr', 'nl'] });
    expect(findings.of('error')).toEqual([]);
    expect(findings.of('warning').filter(({ code }) => code === 'QUESTION_SEVERAL_RIGHT_ANSWERS')).toHaveLength(1);
    expect(findings.of('warning').filter(({ code }) => code === 'IMAGE_MISSING').length).toBeGreaterThan(50);
  });

  it('reads a security course of numbered files with whole translations', async () => {
    const { counts } = await read('security-101');
    expect(counts).toMatchObject({ modules: 8, lessons: 32, languages: ['de', 'en', 'fr', 'nl'] });
  });

  it('reads labs and demonstrations in three languages, and one language alone', async () => {
    expect((await read('sc-900-labs')).counts).toMatchObject({ lessons: 29, languages: ['de', 'en', 'fr'] });
    expect((await read('sc-900-labs/fr')).counts).toMatchObject({ lessons: 29, languages: ['fr'] });
  });
});
