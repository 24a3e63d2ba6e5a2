// Everything a change must pass: lint, types, floors, builds, then all tests. Every check counts as one beside the tests, and the
// last line says how many of both passed, failed and were skipped.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './install.mjs';

const webHas = (script) => Boolean(JSON.parse(readFileSync(join(root, 'apps/web/package.json'), 'utf8')).scripts?.[script]) && existsSync(join(root, 'apps/web/index.html'));

/** Independent of one another: two at a time, because each needs one core. */
const checks = [
  { name: 'build', command: ['node', 'scripts/build.mjs', 'server', 'bench', 'web'] },
  { name: 'lint', command: ['npx', 'eslint', '.'] },
  { name: 'types', command: ['npx', 'tsc', '--noEmit', '-p', '.'] },
  // What a browser test hands to the page is written for a browser, so that folder alone knows the DOM.
  { name: 'types of browser tests', command: ['npx', 'tsc', '--noEmit', '-p', 'test/browser'] },
  { name: 'floors', command: ['npx', 'depcruise', 'apps/api', 'apps/worker', 'apps/cli', 'libs', '--config', '.dependency-cruiser.cjs'] },
  ...(webHas('typecheck') ? [{ name: 'web types', command: ['npm', 'run', '--silent', 'typecheck', '-w', 'apps/web'] }] : []),
  ...(webHas('lint') ? [{ name: 'web lint', command: ['npm', 'run', '--silent', 'lint', '-w', 'apps/web'] }] : []),
  ...(webHas('test') ? [{ name: 'web tests', command: ['npm', 'run', '--silent', 'test', '-w', 'apps/web'] }] : []),
];
const results = { passed: 0, failed: 0, skipped: 0 };

function execute(command, { quiet }) {
  return new Promise((resolve) => {
    const [program, ...args] = command;
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'], shell: process.platform === 'win32' });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ status: 1, output: String(error) }));
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

async function check({ name, command }) {
  const from = Date.now();
  const { status, output } = await execute(command, { quiet: true });
  results[status === 0 ? 'passed' : 'failed'] += 1;
  console.log(`${status === 0 ? 'passed' : 'FAILED'}  ${name} (${Math.round((Date.now() - from) / 1000)} s)`);
  if (status !== 0) console.log(output.trimEnd());
}

async function inPairs(list) {
  const waiting = [...list];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await check(next);
  };
  await Promise.all([lane(), lane()]);
}

const NOTHING_REPORTED = { numPassedTests: 0, numPendingTests: 0, numTodoTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };

/** Said aloud: a test that needs its second try again and again is one to mend. */
function tellSecondTries({ testResults = [] }) {
  const again = testResults.flatMap(({ assertionResults = [] }) => assertionResults).filter(({ status, invocations = 1 }) => status === 'passed' && invocations > 1);
  for (const { fullName } of again) console.log(`passed at the second try: ${fullName}`);
}

/** A test file that could not run at all has no tests to count and counts as one that failed. */
async function jest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'tremplin-jest-'));
  const file = join(folder, 'results.json');
  const { status } = await execute(['npx', 'jest', '--json', `--outputFile=${file}`, ...args], { quiet: false });
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : NOTHING_REPORTED;
  rmSync(folder, { recursive: true, force: true });
  tellSecondTries(report);
  results.passed += report.numPassedTests;
  results.skipped += report.numPendingTests + report.numTodoTests;
  results.failed += Math.max(report.numFailedTests + report.numRuntimeErrorTestSuites, status === 0 ? 0 : 1);
}

await inPairs(checks);
await jest(process.argv.slice(2));
console.log(`${results.passed} passed, ${results.failed} failed, ${results.skipped} skipped`);
process.exitCode = results.failed === 0 ? 0 : 1;
