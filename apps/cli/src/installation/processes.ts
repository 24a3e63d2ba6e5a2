import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { errorCode } from '../refusal.js';

/** One process of this machine; the birth tells it from a later one with the same number. */
export interface ProcessMark {
  readonly pid: number;
  readonly born: string;
}

export function markOf(pid: number): ProcessMark {
  return { pid, born: birthOf(pid) };
}

export function isAlive(mark: ProcessMark): boolean {
  return exists(mark.pid) && birthOf(mark.pid) === mark.born;
}

export function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** The command line of a process; empty when it is gone or hidden. */
export function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Field 22 of /proc/<pid>/stat counts clock ticks since boot; the name before it may hold blanks and brackets. A zombie is dead. */
function birthOf(pid: number): string {
  try {
    if (process.platform !== 'linux') return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' ? 'dead' : (fields[19] ?? '');
  } catch {
    return '';
  }
}
