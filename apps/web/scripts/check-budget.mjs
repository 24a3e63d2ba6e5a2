// What a visitor loads, in KiB after gzip, against the budgets of docs/architecture. Reads the manifest of the last build.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = join(import.meta.dirname, '../dist');
const file = join(dist, '.vite/manifest.json');
if (!existsSync(file)) {
  console.error('There is no build to weigh: npm run build -w apps/web');
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(file, 'utf8'));
const weights = new Map();
const weigh = (name) => {
  if (!weights.has(name)) weights.set(name, gzipSync(readFileSync(join(dist, name)), { level: 9 }).length / 1024);
  return weights.get(name);
};

/** A chunk with all that it cannot do without. */
function whole(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) whole(next, seen);
  return seen;
}
const js = (keys) => [...keys].reduce((sum, key) => sum + weigh(manifest[key].file), 0);
const css = (keys) => [...new Set([...keys].flatMap((key) => manifest[key].css ?? []))].reduce((sum, name) => sum + weigh(name), 0);
const named = (ending) => Object.keys(manifest).find((key) => key.endsWith(ending));

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const language = Math.max(...['fr', 'nl', 'de', 'en'].map((code) => js(whole(named(`src/locales/${code}.po`)))));
const first = whole(entry);
const porchTexts = Math.max(...['fr', 'nl', 'de', 'en'].map((code) => weigh(manifest[named(`src/locales/porch/${code}.po`)].file)));
const inside = whole(named('app/inside.tsx'), new Set(first));
const start = whole(named('today/today-page.tsx'), new Set(inside));
const porch = whole(named('app/sign-in-routes.tsx'), new Set(first));
const beyond = (ending, base) => js([...whole(named(ending), new Set(base))].filter((key) => !base.has(key)));

const week = whole(named('week/week-page.tsx'), new Set(start));
const rows = [
  ['first load before the sign-in: script, one language', js(porch) + language + porchTexts, 165],
  ['first load behind it: script, one language, Today', js(start) + language, 165],
  ['first load: styles', css(start), 20],
  ['week board beyond the first load, without its dialogs', js([...week].filter((key) => !start.has(key))), 15],
  ['date and time fields', beyond('ui/date-fields.tsx', week), 110],
  ...Object.keys(manifest)
    .filter((key) => /-page\.tsx$/.test(key) && manifest[key].isDynamicEntry)
    .map((key) => [`all of ${key.replace(/.*\//, '').replace('-page.tsx', '')}`, js(whole(key, new Set(inside))) + language, 300]),
];
let over = 0;
for (const [name, weight, budget] of rows) {
  if (weight > budget) over += 1;
  console.log(`${weight > budget ? 'OVER  ' : 'ok    '}${weight.toFixed(1).padStart(7)} of ${String(budget).padStart(3)} KiB  ${name}`);
}
process.exit(over > 0 ? 1 : 0);
