// The first command on a bare clone: installs what package-lock.json says when it changed, builds what is older than its sources,
// and runs what is asked for. Built-in modules only, because nothing else is there yet.
import { constants } from 'node:os';
import { spawn } from 'node:child_process';
import { install, root } from './install.mjs';
import { build } from './build.mjs';

const CLI = 'dist/apps/cli/src/main.js';

const tasks = {
  start: { parts: ['server', 'web'], program: [CLI, 'start'] },
  tremplin: { parts: ['server'], program: [CLI] },
  bench: { parts: ['server', 'bench'], program: ['dist/test/bench/main.js'] },
  test: { parts: [], program: ['scripts/test-all.mjs'] },
  faults: { parts: ['server'], program: ['node_modules/jest/bin/jest.js', '--selectProjects', 'faults'], environment: { FAULTS: 'full' } },
};

/** Signals are passed on and waited for, so that whoever stops this process finds everything stopped when it is gone. */
function runProgram({ program: [file, ...fixed], environment }, rest) {
  const options = { cwd: root, env: { ...process.env, ...environment }, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] };
  const child = spawn(process.execPath, ['--enable-source-maps', file, ...fixed, ...rest], options);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  followParent(child);
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
}

/** npm killed outright passes nothing on: its shell or npm itself is our parent, and when that is gone nobody can stop us any more. */
function followParent(child) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 1_000).unref();
}

const [name, ...rest] = process.argv.slice(2);
const task = tasks[name];
if (!task) {
  console.error(`Unknown task "${name ?? ''}". There are: ${Object.keys(tasks).join(', ')}.`);
  process.exit(2);
}
await install();
await build(task.parts);
runProgram(task, rest);
