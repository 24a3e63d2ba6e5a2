import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100;

/** CPU seconds that processes have used so far, user and system; the ended ones count nothing. */
export function cpuSeconds(pids: readonly number[]): number {
  return pids.map((pid) => (process.platform === 'linux' ? fromProc(pid) : fromPs(pid))).reduce((sum, seconds) => sum + seconds, 0);
}

function fromProc(pid: number): number {
  try {
    // The name in brackets may hold blanks: count the fields after it. 14 and 15 of proc(5) are user and system ticks.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  } catch {
    return 0;
  }
}

/** [[dd-]hh:]mm:ss[.ss] */
function fromPs(pid: number): number {
  try {
    return execFileSync('ps', ['-o', 'time=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/[-:]/)
      .reduce((seconds, part) => seconds * 60 + Number(part), 0);
  } catch {
    return 0;
  }
}
