// The operations of the web app against the schema of the API: what is generated is what the documents and schema.graphql say today.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const web = join(import.meta.dirname, '..');
const { status, stdout, stderr } = spawnSync('npx', ['graphql-codegen', '--config', 'codegen.ts', '--check'], { cwd: web, encoding: 'utf8', shell: process.platform === 'win32' });
if (status !== 0) {
  console.error(`${stdout}${stderr}`.trim());
  console.error('Run "npm run codegen -w apps/web" and commit src/generated.');
  process.exit(1);
}
console.log('Documents: they fit the schema.');
