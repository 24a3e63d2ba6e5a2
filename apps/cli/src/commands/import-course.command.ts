import { resolve } from 'node:path';
import { type Finding } from '@app/courses';
import { type Call, type CliCommand, done, type Outcome, refused } from '../command.js';

export const command: CliCommand = {
  name: 'import course',
  summary: 'Reads a course from a folder of Markdown files or notebooks and says what was recognised.',
  syntax: (syntax) => syntax.argument('<path>', 'the folder of the course').option('--dry-run', 'only say what would be imported'),
  run: async ({ arguments: [path = '.'], options, io }: Call): Promise<Outcome> => {
    const { countCurriculum, Findings, findingTexts, openFolder, readCurriculum } = await import('@app/courses');
    if (!options['dryRun']) return refused(['Storing a course is not built yet: use --dry-run.']);
    const findings = new Findings();
    const source = await openFolder(resolve(io.folder, path), findings);
    const curriculum = source && (await readCurriculum(source, findings));
    const shown = (found: readonly Finding[]) => found.map(({ file, line, code, values }) => ({ file, line: line ?? null, code, message: findingTexts.render(code, 'en', values) }));
    const errors = shown(findings.of('error'));
    const warnings = shown(findings.of('warning'));
    for (const { file, line, message } of [...errors, ...warnings]) io.say(`${file}${line === null ? '' : `:${line}`}: ${message}`);
    const counts = curriculum ? countCurriculum(curriculum) : { modules: 0, lessons: 0, assignments: 0, quizzes: 0, questions: 0, languages: [] };
    io.say(`${counts.modules} modules, ${counts.lessons} lessons, ${counts.assignments} assignments, ${counts.quizzes} quizzes with ${counts.questions} questions; ${counts.languages.join(', ')}.`);
    const facts = { ...counts, warnings, errors };
    return errors.length === 0 ? done(facts) : refused(errors.map(({ file, message }) => `${file}: ${message}`), facts);
  },
};
