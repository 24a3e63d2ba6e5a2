// Installs the packages of package-lock.json when it changed since the last time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { locked } from './lock.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

function nodeIsNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

function stop(message, status = 1) {
  console.error(message);
  process.exit(status);
}

export async function install() {
  if (!nodeIsNewEnough()) stop(`Tremplin needs Node 20.19 or newer, this is ${process.versions.node}. Install a newer Node and run the same command again.`);
  if (isInstalled()) return;
  await locked(root, 'install', () => isInstalled() || installPackages());
}

const stamp = join(root, 'node_modules', '.installed-from');
const lockfile = () => createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
const isInstalled = () => (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfile()) || installedByHand();

/**
 * Whoever ran `npm ci` himself has no stamp; installing again would take the packages away under what runs. npm writes down what it
 * installed when it is done: the same packages as asked for, or fewer where some are for other systems.
 */
function installedByHand() {
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  const wanted = packagesIn(join(root, 'package-lock.json'));
  if (!installed || !wanted) return false;
  const isSame = Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    const found = installed[path];
    return !path.startsWith('node_modules/') || (found ? found.version === version && found.integrity === integrity : optional === true);
  });
  if (isSame) writeFileSync(stamp, lockfile());
  return isSame;
}

/** Undefined for a list that is missing or half-written. */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function installPackages() {
  console.error('Installing packages (only when package-lock.json changed)…');
  const wanted = lockfile();
  // npm's own words go to stderr, so that commands that print JSON on stdout stay clean.
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['inherit', 2, 2], shell: process.platform === 'win32' });
  if (status !== 0) stop('npm ci failed: see the lines above. Check the network and that this folder can be written, then run the same command again.', status ?? 1);
  writeFileSync(stamp, wanted);
}
