import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Make } from '../support/make.js';
import { type TestDatabase } from '../support/test-database.js';
import { lessonPageScripts } from './courses/lesson-page-scripts.js';
import { type Bench, type Figure } from './frame/bench.js';
import { type Ground } from './frame/ground.js';

const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, '../shared/content/web-dev-for-beginners');
const CLI = join(ROOT, 'dist/apps/cli/src/main.js');
const run = promisify(execFile);

/** What the page asks for, as the web app does: the lesson, and what its reader has done of the course. */
const LESSON = `query Lesson($lessonId: ID!, $language: String) { lesson(lessonId: $lessonId, language: $language) { ... on Lesson {
  id courseId versionId versionNumber state audience courseTitle moduleTitle title language originalLanguage olderThanOriginal minutes html
  languages { language olderThanOriginal } toc { id depth text } assignments { id title html }
  quizzes { id moment title questions { text takesSeveral answers } } position total previousId nextId licence attribution } } }`;
const PROGRESS = `query LessonProgress($versionId: ID!) { courseProgress(versionId: $versionId) { versionId lessons doneLessonIds quizzes { activityId rightCount questionCount } } }`;
const VERSION = `query ($id: ID!) { courseVersion(versionId: $id) { ... on CourseVersion { version modules { lessons { id } } } } }`;
const PUBLISH = `mutation ($input: PublishCourseInput!) { publishCourse(input: $input) { __typename ... on Problem { code } } }`;

/** What a trainer waits for with a real course of 23 lessons, and what a learner loads to read one of them. */
export const bench: Bench = {
  name: 'courses',
  summary: 'a course of 23 lessons tried, imported, imported again and published; the weight of a lesson page',
  run: async (ground) => {
    if (!existsSync(FOLDER)) {
      ground.say('The sample course (../shared/content/web-dev-for-beginners) is not on this machine: nothing to measure.');
      return [];
    }
    const database = await ground.database();
    const api = await ground.app('api', { DATABASE_URL: database.appUrl, API_EXPLORER: 'true' });
    const make = new Make(database);
    const centre = await make.organisation({ name: 'Bench', language: 'en' });
    const trainer = await make.session(await make.person({ organisation: centre, roles: ['trainer'], language: 'en' }));
    const cli = await commandLine(ground, database);
    const tried = await cli('--dry-run');
    const imported = await cli('--organisation', centre.id);
    const again = await cli('--organisation', centre.id);
    const ask = asker(api.url, trainer.token);
    const published = await publish(ask, imported.facts);
    return [
      { name: 'dry run, as a command with its start', value: tried.milliseconds, unit: 'ms', better: 'lower', must: 5_000, goal: 2_500 },
      { name: 'import, as a command with its start and its connection', value: imported.milliseconds, unit: 'ms', better: 'lower', must: 5_000, goal: 3_500 },
      { name: 'the same folder again, nothing to do', value: again.milliseconds, unit: 'ms', better: 'lower', must: 5_000, goal: 3_500 },
      { name: 'publish, over HTTP', value: published.milliseconds, unit: 'ms', better: 'lower', must: 1_000, goal: 200 },
      ...(await pages(ground, ask, published.lessons, imported.facts.versionId)),
    ];
  },
};

interface Facts {
  readonly courseId: string;
  readonly versionId: string;
}

type Ask = (query: string, variables: object) => Promise<{ readonly data: Record<string, never>; readonly bytes: number; readonly milliseconds: number }>;

/** The command as people start it, on the database of this run. */
async function commandLine(ground: Ground, { appUrl, ownerUrl }: TestDatabase): Promise<(...options: string[]) => Promise<{ readonly facts: Facts; readonly milliseconds: number }>> {
  const data = await mkdtemp(join(tmpdir(), 'tremplin-bench-'));
  ground.defer(() => rm(data, { recursive: true, force: true }));
  const env = { ...process.env, DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATA_FOLDER: data, SECRET_KEY: 'a key of the benchmarks, no secret at all' };
  return async (...options) => {
    const from = performance.now();
    const { stdout } = await run(process.execPath, [CLI, 'import', 'course', FOLDER, '--json', ...options], { env, maxBuffer: 64 << 20 }).catch((error: unknown) => {
      throw new Error(`Not imported: ${String((error as { stdout?: string }).stdout).slice(0, 500)}`);
    });
    return { milliseconds: performance.now() - from, facts: JSON.parse(stdout) as Facts };
  };
}

function asker(url: string, session: string): Ask {
  const headers = { 'content-type': 'application/json', 'x-tremplin-client': 'bench', 'accept-encoding': 'gzip, br', cookie: `tremplin_session=${session}` };
  return async (query, variables) => {
    const from = performance.now();
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const body = await response.text();
    const { data, errors } = JSON.parse(body) as { data?: Record<string, never>; errors?: unknown };
    if (!data || errors) throw new Error(`${response.status}: ${body.slice(0, 300)}`);
    // Where the server packs an answer it says how long the packed one is; fetch itself shows only the unpacked one.
    const packed = response.headers.get('content-encoding') === null ? undefined : response.headers.get('content-length');
    return { data, bytes: packed ? Number(packed) : Buffer.byteLength(body), milliseconds: performance.now() - from };
  };
}

async function publish(ask: Ask, { courseId, versionId }: Facts): Promise<{ readonly milliseconds: number; readonly lessons: readonly string[] }> {
  const { courseVersion } = (await ask(VERSION, { id: versionId })).data as unknown as { courseVersion: { version: number; modules: { lessons: { id: string }[] }[] } };
  const { data, milliseconds } = await ask(PUBLISH, { input: { courseId, expectedVersion: courseVersion.version } });
  const { code } = (data as unknown as { publishCourse: { code?: string } }).publishCourse;
  if (code) throw new Error(`Not published: ${code}`);
  return { milliseconds, lessons: courseVersion.modules.flatMap(({ lessons }) => lessons.map(({ id }) => id)) };
}

const KILOBYTE = 1_000;
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Every lesson of the course, in English: what comes over the wire beyond the shell of the app, and how long the answer takes. */
async function pages(ground: Ground, ask: Ask, lessons: readonly string[], versionId: string): Promise<readonly Figure[]> {
  const { bytes: progress } = await ask(PROGRESS, { versionId });
  const answers = [];
  for (const lessonId of lessons) answers.push(await ask(LESSON, { lessonId, language: 'en' }));
  const scripts = await lessonPageScripts(ground, ROOT);
  const weight = (bytes: number): number => (bytes + progress + scripts) / KILOBYTE;
  const [heaviest, typical] = [Math.max(...answers.map(({ bytes }) => bytes)), median(answers.map(({ bytes }) => bytes))];
  return [
    { name: `heaviest lesson page of ${lessons.length}: answers of the API, scripts and texts beyond the shell, no images`, value: weight(heaviest), unit: 'kB', better: 'lower', must: 60 },
    { name: 'the same, median lesson', value: weight(typical), unit: 'kB', better: 'lower', must: 60 },
    { name: 'of these: scripts, styles and texts of the lesson page, packed', value: scripts / KILOBYTE, unit: 'kB', better: 'lower' },
    { name: 'a lesson that nobody has read yet (median of answers, rendered)', value: median(answers.map(({ milliseconds }) => milliseconds)), unit: 'ms', better: 'lower', goal: 100 },
  ];
}
