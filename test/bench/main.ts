import 'reflect-metadata';
import { readdir } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Bench } from './frame/bench.js';
import { withGround } from './frame/ground.js';
import { type Report, table } from './frame/report.js';

async function benches(): Promise<readonly Bench[]> {
  const files = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.bench.js')).sort();
  return Promise.all(files.map(async (file) => ((await import(pathToFileURL(join(import.meta.dirname, file)).href)) as { bench: Bench }).bench));
}

async function measure(bench: Bench, words: readonly string[]): Promise<Report> {
  const before = loadavg()[0] ?? 0;
  const figures = await withGround((ground) => bench.run(ground, words));
  return { name: bench.name, load: { before, after: loadavg()[0] ?? 0, cores: availableParallelism() }, figures };
}

async function main(words: readonly string[]): Promise<number> {
  const json = words.includes('--json');
  const [name, ...more] = words.filter((word) => word !== '--json');
  const all = await benches();
  if (name === undefined) {
    const listed = all.map((bench) => ({ name: bench.name, summary: bench.summary }));
    console.log(json ? JSON.stringify({ benches: listed }) : listed.map((bench) => `${bench.name.padEnd(12)} ${bench.summary}`).join('\n'));
    return 0;
  }
  const bench = all.find((each) => each.name === name);
  if (!bench || (more.length > 0 && !bench.options)) {
    console.error(`Usage: npm run --silent bench -- NAME [options] [--json]. Names: ${all.map((each) => each.name).join(', ')}.`);
    return 2;
  }
  const report = await measure(bench, more);
  console.log(json ? JSON.stringify(report) : table(report));
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
if (process.connected) process.disconnect();
