// One installer and one builder at a time in this folder; a lock whose owner died is taken over.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const CLOSED = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC']);

/** Runs work while holding the lock of that name; others wait. */
export async function locked(root, name, work) {
  const file = join(root, `.lock-${name}`);
  while (!take(file)) await pause(100);
  try {
    await work();
  } finally {
    release(file);
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    process.once('exit', () => release(file));
    return true;
  } catch (error) {
    if (CLOSED.has(error.code)) stop(`${dirname(file)} cannot be written (${error.code}), and something has to be installed or built there. Run the same command as the owner of that folder, or in a clone of your own.`);
    if (error.code !== 'EEXIST') throw error;
    const owner = ownerOf(file);
    // Not taken at once: whoever else found the same dead owner has removed the same file by the next try.
    if (owner !== undefined && !isAlive(owner)) rmSync(file, { force: true });
    return false;
  }
}

function stop(message) {
  console.error(message);
  process.exit(1);
}

function release(file) {
  if (ownerOf(file) === process.pid) rmSync(file, { force: true });
}

/** Undefined while a rival has made the file and not yet written into it. */
function ownerOf(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
