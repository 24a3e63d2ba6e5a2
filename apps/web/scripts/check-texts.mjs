// The four catalogues: every text of the code is there, in every language, with the same placeholders. No text without a use.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';

const web = join(import.meta.dirname, '..');
const PO = createRequire(createRequire(import.meta.url).resolve('@lingui/format-po'))('pofile');
const kept = join(web, 'src/locales');
const fresh = mkdtempSync(join(tmpdir(), 'tremplin-texts-'));
const faults = [];

const read = (folder, language) => PO.parse(readFileSync(join(folder, `${language}.po`), 'utf8')).items.filter((item) => !item.obsolete);

/** "{name}" and "<0>": what stands for something else and must not get lost in a translation. */
const namesIn = (tokens) =>
  tokens.flatMap((token) => {
    if (typeof token === 'string') return token.match(/<\/?\d+\/?>/g) ?? [];
    if (!Array.isArray(token)) return [];
    const [name, , choices] = token;
    return [name, ...(choices && typeof choices === 'object' ? Object.values(choices).flatMap((choice) => namesIn([choice].flat())) : [])];
  });
const placeholders = (text) => [...new Set(namesIn([compileMessage(text)].flat()))].filter((name) => name !== '#').sort().join(' ');

cpSync(kept, fresh, { recursive: true });
const extract = spawnSync('npx', ['lingui', 'extract', '--clean'], { cwd: web, env: { ...process.env, CATALOGUES: fresh }, encoding: 'utf8', shell: process.platform === 'win32' });
if (extract.status !== 0) faults.push(`The texts cannot be read out of the code:\n${extract.stdout}${extract.stderr}`);

const catalogues = ['en', 'fr', 'nl', 'de'].flatMap((language) => [language, `courses/${language}`, `office/${language}`, `porch/${language}`]);
for (const language of catalogues) {
  const now = new Set(read(fresh, language).map((item) => item.msgid));
  const before = new Map(read(kept, language).map((item) => [item.msgid, item.msgstr[0] ?? '']));
  for (const text of now) if (!before.has(text)) faults.push(`${language}: not in the catalogue (npm run texts -w apps/web): ${text}`);
  for (const [text, translated] of before) {
    if (!now.has(text)) faults.push(`${language}: no longer used (npm run texts -w apps/web): ${text}`);
    else if (translated.trim() === '') faults.push(`${language}: not translated: ${text}`);
    else if (placeholders(text) !== placeholders(translated)) faults.push(`${language}: other placeholders than the source: ${text} → ${translated}`);
  }
}
rmSync(fresh, { recursive: true, force: true });
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log('Texts: complete in four languages.');
