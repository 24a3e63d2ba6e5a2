import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printedPages } from './pages.js';

const repository = process.cwd();
for (const [path, text] of await printedPages(repository)) await writeFile(join(repository, path), text);
