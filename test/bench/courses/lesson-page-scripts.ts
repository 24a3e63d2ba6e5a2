import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type Ground } from '../frame/ground.js';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/** Bytes, after gzip, that the page of a lesson loads beyond the shell that every page has: its own scripts, styles and the largest of the four catalogues of its texts. */
export async function lessonPageScripts(ground: Ground, root: string): Promise<number> {
  ground.say('The web app is built where it is older than its sources…');
  await promisify(execFile)(process.execPath, [join(root, 'scripts/build.mjs'), 'web'], { maxBuffer: 64 << 20 });
  const dist = join(root, 'apps/web/dist');
  const manifest = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8')) as Readonly<Record<string, Chunk>>;
  const weigh = async (files: Iterable<string>): Promise<number> => (await Promise.all([...files].map(async (file) => gzipSync(await readFile(join(dist, file)), { level: 9 }).length))).reduce((sum, bytes) => sum + bytes, 0);
  const filesOf = (keys: readonly string[]): ReadonlySet<string> => new Set(keys.flatMap((key) => filesBelow(manifest, key)));
  const named = (ending: string): string => Object.keys(manifest).find((key) => key.endsWith(ending)) ?? ending;
  const shell = filesOf([...Object.keys(manifest).filter((key) => manifest[key]?.isEntry), named('app/inside.tsx')]);
  const page = [...filesOf([named('courses/lesson-page.tsx')])].filter((file) => !shell.has(file));
  const texts = await Promise.all(['fr', 'nl', 'de', 'en'].map((language) => weigh(filesBelow(manifest, named(`locales/courses/${language}.po`)).filter((file) => !shell.has(file)))));
  return (await weigh(page)) + Math.max(...texts);
}

function filesBelow(manifest: Readonly<Record<string, Chunk>>, key: string, seen = new Set<string>()): string[] {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return [];
  seen.add(key);
  return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((next) => filesBelow(manifest, next, seen))];
}
