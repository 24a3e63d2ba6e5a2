// The first command on a bare clone: installs what package-lock.json says when it changed, then runs the npm script that is named.
// Built-in modules only, because nothing else is there yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.installed-from');
const [script, ...rest] = process.argv.slice(2);

function nodeIsNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

function npm(args, options = {}) {
  return spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32', ...options }).status ?? 1;
}

if (!nodeIsNewEnough()) {
  console.error(`Tremplin needs Node 20.19 or newer, this is ${process.versions.node}. Install a newer Node and run the same command again.`);
  process.exit(1);
}

const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  // npm's own words go to stderr, so that commands that print JSON on stdout stay clean.
  const status = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['inherit', 2, 2] });
  if (status !== 0) {
    console.error('npm ci failed: see the lines above. Check the network and that this folder can be written, then run the same command again.');
    process.exit(status);
  }
  writeFileSync(stamp, lock);
}
process.exit(npm(['run', '--silent', script, ...(rest.length > 0 ? ['--', ...rest] : [])]));
