import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version in the package.json of the installation, found upwards from the running script: the source tree and dist/ differ in depth. */
function readVersion(folder: string): string {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest)) {
    const { name, version: found } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string; version?: string };
    if (name === 'tremplin' && found) return found;
  }
  return dirname(folder) === folder ? 'unknown' : readVersion(dirname(folder));
}

export const version = readVersion(process.cwd());
