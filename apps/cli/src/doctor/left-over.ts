import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OPEN_PLACES } from '../installation/binaries.js';
import { ownerNote } from '../installation/cluster.js';
import { type Finding, good, warning } from './finding.js';

const MADE_BY_US = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Databases that "npm start" as root put where the user of the database can go, and whose data folder was deleted by hand. Beside a cluster
 * stands whose it is, from its next start on; of one that an earlier version made and nobody has started since it is not known.
 */
export function examineLeftOver(dataFolder: string, places: readonly string[] = OPEN_PLACES): readonly Finding[] {
  const forgotten = places.flatMap((place) => clustersIn(place)).filter((cluster) => isForgotten(cluster, resolve(dataFolder)));
  if (forgotten.length === 0) return [good('left over', 'no database without its data folder')];
  return forgotten.map((cluster) => {
    const owner = ownerOf(cluster);
    const remove = `rm -rf ${cluster} ${ownerNote(cluster)}`;
    if (owner === undefined) return warning('left over', `${cluster} is a database, and of which data folder is not known`, `Where no installation on this machine uses it (installation.json says "cluster"), remove it: ${remove}`);
    return warning('left over', `${cluster} is a database whose data folder ${owner} is gone`, `Its passwords went with the folder. If you need nothing of it: ${remove}`);
  });
}

function clustersIn(place: string): readonly string[] {
  if (!existsSync(place)) return [];
  return readdirSync(place).filter((name) => MADE_BY_US.test(name)).map((name) => join(place, name));
}

/** One that runs belongs to somebody, whatever is written. */
function isForgotten(cluster: string, dataFolder: string): boolean {
  const owner = ownerOf(cluster);
  const isUsed = [owner, dataFolder].some((folder) => folder !== undefined && clusterOf(folder) === cluster);
  return !isUsed && !existsSync(join(cluster, 'postmaster.pid'));
}

/** The data folder that the start noted beside the cluster; undefined where it may not be read or nothing was noted. */
function ownerOf(cluster: string): string | undefined {
  try {
    return readFileSync(ownerNote(cluster), 'utf8').trim();
  } catch {
    return undefined;
  }
}

function clusterOf(dataFolder: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(join(dataFolder, 'installation.json'), 'utf8')) as { cluster?: string }).cluster;
  } catch {
    return undefined;
  }
}
