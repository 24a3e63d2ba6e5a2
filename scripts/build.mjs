// Builds what is missing or older than its sources: the server (api, worker, cli, libs), the benchmarks, the web app.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';
import { locked } from './lock.mjs';

const parts = {
  server: { sources: ['apps/api', 'apps/worker', 'apps/cli', 'libs', '.swcrc', 'nest-cli.json', 'tsconfig.json'], output: 'dist/apps/cli/src/main.js', make: makeServer },
  bench: { sources: ['test/bench', 'test/support', '.swcrc', 'tsconfig.json'], output: 'dist/test/bench/main.js', make: makeBench },
  web: { sources: ['apps/web/index.html', 'apps/web', 'schema.graphql'], output: 'apps/web/dist/index.html', make: makeWeb },
};

/** Builds the named parts, each only when its sources changed. Ends the process when one does not compile. */
export async function build(names) {
  const present = names.filter((name) => existsSync(join(root, parts[name].sources[0])));
  const stale = () => present.filter((name) => fingerprint(name) !== builtFrom(name));
  if (stale().length === 0) return;
  await locked(root, 'build', async () => {
    for (const name of stale()) {
      console.error(`Building the ${name === 'bench' ? 'benchmarks' : name === 'web' ? 'web app' : name}…`);
      const before = fingerprint(name);
      rmSync(stampOf(name), { force: true });
      await parts[name].make();
      mkdirSync(dirname(stampOf(name)), { recursive: true });
      writeFileSync(stampOf(name), before);
    }
  });
}

const stampOf = (name) => join(root, 'dist', `.built-${name}`);
const builtFrom = (name) => (existsSync(stampOf(name)) && existsSync(join(root, parts[name].output)) ? readFileSync(stampOf(name), 'utf8') : '');

/** Paths, sizes and times of all sources: one that was deleted counts as well, which comparing the newest time would miss. */
function fingerprint(name) {
  const hash = createHash('sha256').update(process.version.split('.')[0]);
  for (const source of parts[name].sources) note(hash, join(root, source));
  return hash.digest('hex');
}

function note(hash, path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return;
  if (!stats.isDirectory()) return void hash.update(`${relative(root, path)} ${stats.size} ${stats.mtimeMs}\n`);
  for (const entry of readdirSync(path).sort()) {
    if (entry !== 'node_modules' && entry !== 'dist') note(hash, join(path, entry));
  }
}

function makeServer() {
  for (const folder of ['apps', 'libs']) rmSync(join(root, 'dist', folder), { recursive: true, force: true });
  run('npx', ['nest', 'build', 'api']);
  // What the demo centre teaches lies beside its code as Markdown.
  cpSync(join(root, 'apps/cli/demo-courses'), join(root, 'dist/apps/cli/demo-courses'), { recursive: true });
}

function makeWeb() {
  run('npm', ['run', '--silent', 'build', '-w', 'apps/web']);
}

/** The benchmarks are TypeScript beside the tests; they run as compiled files beside the compiled server. */
async function makeBench() {
  const { transformFile } = await import('@swc/core');
  const swcrc = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
  const { paths } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')).compilerOptions;
  const options = { ...swcrc, swcrc: false, jsc: { ...swcrc.jsc, baseUrl: root, paths } };
  rmSync(join(root, 'dist/test'), { recursive: true, force: true });
  for (const source of [...files('test/bench'), ...files('test/support')]) {
    const target = join(root, 'dist', source.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    if (!source.endsWith('.ts')) {
      copyFileSync(join(root, source), target);
      continue;
    }
    const { code, map } = await transformFile(join(root, source), options);
    writeFileSync(target, `${code}\n//# sourceMappingURL=${basename(target)}.map`);
    writeFileSync(`${target}.map`, map);
  }
}

function files(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(spec\.ts|d\.m?ts)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)));
}

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 64 << 20 });
  if (status === 0) return;
  console.error(`${stdout}${stderr}`);
  console.error(`${command} ${args.join(' ')} failed: see the lines above.`);
  process.exit(1);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await build(process.argv.slice(2));
