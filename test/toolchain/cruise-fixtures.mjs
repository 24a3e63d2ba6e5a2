// Prints, as JSON, which rules each fixture of test/fixtures/floors trips and in which files. In a process of its own: the tool is ESM.
import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const repository = process.cwd();
const { forbidden, options } = createRequire(import.meta.url)(join(repository, '.dependency-cruiser.cjs'));
const tsConfig = extractTSConfig(join(repository, 'tsconfig.json'));
const ground = realpathSync(mkdtempSync(join(tmpdir(), 'tremplin-floors-')));

async function tripped(fixture) {
  const baseDir = join(ground, fixture);
  cpSync(join(repository, 'test/fixtures/floors', fixture), baseDir, { recursive: true });
  // Packages must look as if they lay in the fixture's own node_modules.
  symlinkSync(join(repository, 'node_modules'), join(baseDir, 'node_modules'));
  const folders = ['apps', 'libs'].filter((name) => readdirSync(baseDir).includes(name));
  const { output } = await cruise(folders, { ...options, baseDir, preserveSymlinks: true, validate: true, ruleSet: { forbidden } }, { ...options.enhancedResolveOptions, symlinks: false }, { tsConfig });
  return output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

const found = {};
for (const fixture of readdirSync(join(repository, 'test/fixtures/floors')).sort()) found[fixture] = await tripped(fixture);
rmSync(ground, { recursive: true });
console.log(JSON.stringify({ rules: forbidden.map((rule) => rule.name), found }));
