import { basename, resolve } from 'node:path';
import { type ConflictChoice, type Curriculum, type CurriculumCounts, type Finding, type ImportedCourse, type Level, type ShownPlan, type Subject } from '@app/courses';
import { type Call, type CliCommand, done, type Outcome, refused } from '../command.js';

export const command: CliCommand = {
  name: 'import course',
  summary: 'Imports a course from a folder or zip archive of Markdown files or notebooks; run again, it brings the course up to date.',
  syntax: (syntax) =>
    syntax
      .argument('<path>', 'the folder or zip archive of the course')
      .option('--organisation <id or name>', 'whose course it is')
      .option('--course <id>', 'the course that the files are a newer state of; by default the one that came from a folder of this name')
      .option('--subject <subject>', 'web-development, cybersecurity, ai or other', 'other')
      .option('--level <level>', 'foundation, intermediate, advanced or specialised')
      .option('--keep', 'where a text was edited here and changed in the files: keep the edit')
      .option('--take', 'where a text was edited here and changed in the files: take the files')
      .option('--dry-run', 'only say what would be imported'),
  run: async (call: Call): Promise<Outcome> => {
    const { arguments: [path = '.'], options, io } = call;
    if (!options['dryRun'] && !options['organisation']) return refused(['Say whose course it is (--organisation), or only look (--dry-run).']);
    if (options['keep'] && options['take']) return refused(['--keep and --take exclude each other.']);
    const read = await readCourse(call, resolve(io.folder, path));
    if (read.errors.length > 0 || !read.curriculum) return refused(read.errors.map(({ file, message }) => `${file}: ${message}`), read.facts);
    return options['dryRun'] ? done(read.facts) : store(call, { ...read, curriculum: read.curriculum, source: basename(resolve(io.folder, path)).replace(/\.zip$/i, '') });
  },
};

interface ShownFinding {
  readonly file: string;
  readonly line: number | null;
  readonly code: string;
  readonly message: string;
}

interface ReadCourse {
  readonly curriculum?: Curriculum;
  readonly errors: readonly ShownFinding[];
  readonly facts: CurriculumCounts & { readonly warnings: readonly ShownFinding[]; readonly errors: readonly ShownFinding[] };
}

async function readCourse({ io }: Call, path: string): Promise<ReadCourse> {
  const { countCurriculum, Findings, findingTexts, openSource, readCurriculum } = await import('@app/courses');
  const findings = new Findings();
  const source = await openSource(path, findings);
  const curriculum = source && (await readCurriculum(source, findings));
  source?.close();
  const shown = (found: readonly Finding[]) => found.map(({ file, line, code, values }) => ({ file, line: line ?? null, code, message: findingTexts.render(code, 'en', values) }));
  const [errors, warnings] = [shown(findings.of('error')), shown(findings.of('warning'))];
  for (const { file, line, message } of [...errors, ...warnings]) io.say(`${file}${line === null ? '' : `:${line}`}: ${message}`);
  const counts = curriculum ? countCurriculum(curriculum) : { modules: 0, lessons: 0, assignments: 0, quizzes: 0, questions: 0, languages: [] };
  io.say(`${counts.modules} modules, ${counts.lessons} lessons, ${counts.assignments} assignments, ${counts.quizzes} quizzes with ${counts.questions} questions; ${counts.languages.join(', ')}.`);
  return { curriculum, errors, facts: { ...counts, warnings, errors } };
}

async function store(call: Call, read: ReadCourse & { readonly curriculum: Curriculum; readonly source: string }): Promise<Outcome> {
  const { options, io } = call;
  const { ImportCourseHere, levels, subjects } = await import('@app/courses');
  const { isProblem } = await import('@app/platform');
  const { withInstalledUseCases } = await import('../use-cases.js');
  const [subject, level] = [options['subject'] as Subject, options['level'] as Level | undefined];
  if (!subjects.includes(subject)) return refused([`--subject is one of ${subjects.join(', ')}.`]);
  if (level !== undefined && !levels.includes(level)) return refused([`--level is one of ${levels.join(', ')}.`]);
  const onConflict: ConflictChoice | undefined = options['keep'] ? 'keep-edits' : options['take'] ? 'take-files' : undefined;
  return withInstalledUseCases(call, 'import course', async (get) => {
    const answer = await get(ImportCourseHere).execute({ organisation: String(options['organisation']), courseId: options['course'] as string | undefined, subject, level, onConflict, curriculum: read.curriculum, source: read.source });
    if (isProblem(answer)) return refused(await problemWords(answer));
    sayPlan(io.say.bind(io), answer);
    return done({ ...read.facts, courseId: answer.courseId, versionId: answer.version.id, version: answer.version.number, state: answer.version.state, plan: counted(answer.plan) });
  });
}

function sayPlan(say: (line: string) => void, { plan, version }: ImportedCourse): void {
  for (const kind of ['changed', 'removed', 'kept'] as const) for (const { owner, language, title } of plan[kind]) say(`${kind}: ${owner} ${language} ${title ?? ''}`.trimEnd());
  say(`${plan.added.length} texts added, ${plan.changed.length} changed, ${plan.removed.length} removed, ${plan.kept.length} kept as edited here. Version ${version.number}, ${version.state}.`);
}

const counted = (plan: ShownPlan): Record<string, number> => ({ added: plan.added.length, changed: plan.changed.length, removed: plan.removed.length, kept: plan.kept.length });

async function problemWords(problem: { readonly code: string }): Promise<readonly string[]> {
  const { EditsInTheWay } = await import('@app/courses');
  const { NotFound } = await import('@app/platform');
  if (problem instanceof EditsInTheWay) return [...problem.texts.map(({ owner, language }) => `${owner} (${language}): edited here and changed in the files`), 'Choose with --keep or --take; nothing was imported.'];
  if (problem instanceof NotFound) return [problem.kind === 'organisation' ? 'There is no such organisation, or several. Give its id, or its name as it is shown.' : 'This organisation has no such course.'];
  return [problem.code];
}
