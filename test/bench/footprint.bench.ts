import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { Installation } from '../support/installation.js';
import { type Bench, type Figure } from './frame/bench.js';

const SETTLING = 20_000;
const KIB = 1024;

/** What an idle installation takes, how long a person waits for it, and what a phone loads first. */
export const bench: Bench = {
  name: 'footprint',
  summary: 'memory of idle api and worker, first and second start to ready, first load of the web app',
  run: async (ground) => {
    const installation = await Installation.make();
    ground.defer(() => installation.remove());
    ground.say('First start, with the demo centre…');
    const first = await started(installation);
    ground.say(`Ready after ${first.seconds.toFixed(1)} s; letting it settle for ${SETTLING / 1000} s…`);
    await pause(SETTLING);
    const memory = await Promise.all(['api', 'worker'].map((app) => residentMegabytes(installation, app)));
    await first.stop();
    const second = await started(installation);
    await second.stop();
    const times: Figure[] = [
      { name: 'first start to ready', value: first.seconds, unit: 's', better: 'lower' },
      { name: 'start again to ready', value: second.seconds, unit: 's', better: 'lower', must: 20, goal: 5 },
    ];
    return [...memory, ...times, ...(await firstLoad())];
  },
};

async function started(installation: Installation): Promise<{ seconds: number; stop: () => Promise<void> }> {
  const from = performance.now();
  const command = await installation.ready();
  const seconds = (performance.now() - from) / 1000;
  return {
    seconds,
    stop: async () => {
      command.interrupt();
      await command.ended;
    },
  };
}

/** VmRSS of Linux: what the process holds in memory, shared libraries included. */
async function residentMegabytes(installation: Installation, app: string): Promise<Figure> {
  const found = (await installation.processes()).find(({ command }) => command.includes(`/apps/${app}/src/main.js`));
  const status = await readFile(`/proc/${found?.pid}/status`, 'utf8');
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
  return { name: `${app}, idle, resident`, value: kilobytes / 1000, unit: 'MB', better: 'lower', must: 220 };
}

/** What index.html names: scripts, preloaded modules and style sheets, as gzip sends them. */
async function firstLoad(): Promise<readonly Figure[]> {
  const folder = join(process.cwd(), 'apps/web/dist');
  const html = await readFile(join(folder, 'index.html'), 'utf8').catch(() => '');
  const named = [...html.matchAll(/(?:src|href)="\/?((?:assets|static)\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path ?? '');
  const kibibytes = async (ending: string): Promise<number> => {
    const sizes = await Promise.all([...new Set(named)].filter((path) => path.endsWith(ending)).map(async (path) => gzipSync(await readFile(join(folder, path))).length));
    return sizes.reduce((sum, size) => sum + size, 0) / KIB;
  };
  if ((await readdir(folder).catch(() => [])).length === 0) return [];
  return [
    { name: 'web, first load, scripts (gzip)', value: await kibibytes('.js'), unit: 'KiB', better: 'lower', must: 165 },
    { name: 'web, first load, styles (gzip)', value: await kibibytes('.css'), unit: 'KiB', better: 'lower', must: 20 },
  ];
}
