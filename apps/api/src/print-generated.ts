import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles } from './docs/generated.js';
import { installation } from './server/installation.js';

// npm run schema:print: writes schema.graphql and docs/permissions.md. The tests compare them with the code.
for (const [path, content] of await generatedFiles()) writeFileSync(join(installation.root, path), content);
