import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLog, definedTexts, faultsOfTexts, Settings } from '@app/platform';
import { printSchema } from 'graphql';
import { AppModule } from '../../apps/api/src/app.module.js';
import { schemaOfModules } from '../../apps/api/src/graphql/schema-of-modules.js';

describe('schema.graphql', () => {
  it('is what the code declares (npm run schema:print)', async () => {
    const schema = await schemaOfModules(AppModule.with(new Settings(), createLog({ LOG_LEVEL: 'silent' }, 'test')));
    expect(readFileSync(join(process.cwd(), 'schema.graphql'), 'utf8')).toBe(`${printSchema(schema)}\n`);
  });

  it('comes with texts that are complete in four languages', () => {
    expect(definedTexts().length).toBeGreaterThan(3);
    expect(definedTexts().flatMap(faultsOfTexts)).toEqual([]);
  });
});
