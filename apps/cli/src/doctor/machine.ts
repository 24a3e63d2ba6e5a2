import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Settings } from '@app/platform';
import { bad, examined, type Finding, good, warning } from './finding.js';

const GIB = 1 << 30;
const LITTLE = 2 * GIB;
const TOO_LITTLE = GIB / 2;

export function examineNode(version = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return good('node', `Node ${version}`);
  return bad('node', `Node ${version}`, 'Install Node 20.19 or newer.');
}

/** Wall-clock rules stand on Node's own zone data: a Node built without them takes every place for London. */
export function examineZones(): Finding {
  const summer = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Brussels', timeZoneName: 'longOffset' }).format(new Date('2026-07-01T12:00:00Z'));
  if (summer.includes('+02:00')) return good('zones', `time zone data ${process.versions.tz ?? 'of the system'}`);
  return bad('zones', 'Node has no time zone data', 'Install a Node with full ICU (the one from nodejs.org has it).');
}

export function examineDisk(settings: Settings): Promise<readonly Finding[]> {
  return examined('disk', 'DATA_FOLDER must name a folder that can be read.', async () => {
    const folder = resolve(settings.DATA_FOLDER);
    const { bavail, bsize } = await statfs(nearest(folder));
    return [judgeDisk(bavail * bsize, folder)];
  });
}

/** The folder itself, or where it would be made. */
const nearest = (folder: string): string => (existsSync(folder) ? folder : nearest(dirname(folder)));

export function judgeDisk(free: number, folder: string): Finding {
  const found = `${(free / GIB).toFixed(1)} GiB free for ${folder}`;
  const mend = 'Free some space, or move DATA_FOLDER to a larger disk: PostgreSQL stops when it is full.';
  return free < TOO_LITTLE ? bad('disk', found, mend) : free < LITTLE ? warning('disk', found, mend) : good('disk', found);
}
