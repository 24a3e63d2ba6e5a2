import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Installation {
  /** Folder that holds package.json, apps and docs. */
  readonly root: string;
  readonly version: string;
}

/** Found upwards from the running script or from the folder of the start: sources and dist/ differ in depth. */
function find(folder: string): Installation | undefined {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest)) {
    const { name, version } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string; version?: string };
    if (name === 'tremplin') return { root: folder, version: version ?? 'unknown' };
  }
  return dirname(folder) === folder ? undefined : find(dirname(folder));
}

export const installation: Installation = find(dirname(process.argv[1] ?? '')) ?? find(process.cwd()) ?? { root: process.cwd(), version: 'unknown' };
