import { spawnSync } from 'node:child_process';

/** Debian's own Python has the package of Debian; the first on the path may be another. */
const PYTHON = ['python3', '/usr/bin/python3'].find((program) => spawnSync(program, ['-c', 'import icalendar, dateutil']).status === 0);

/** Whether somebody is there to read: without, tests of it are skipped and say so. */
export const hasPythonCalendar = PYTHON !== undefined;
export const unlessPython = hasPythonCalendar ? '' : ' (skipped: no python3 with icalendar here)';

export interface PythonEvent {
  readonly start: string;
  readonly end: string;
  readonly title: string;
  readonly location: string;
  readonly url: string;
  readonly status: string;
}

/** What python3-icalendar has in the calendar after these iCalendar objects, the oldest first. */
export function readByPython(texts: readonly string[]): readonly PythonEvent[] {
  const { stdout, stderr, status } = spawnSync(PYTHON ?? 'python3', ['test/support/python-calendar.py'], { input: JSON.stringify(texts), encoding: 'utf8' });
  if (status !== 0) throw new Error(`python3 could not read it: ${stderr}`);
  return JSON.parse(stdout) as readonly PythonEvent[];
}
