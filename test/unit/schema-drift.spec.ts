import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definedTexts, faultsOfTexts } from '@app/platform';
import { generatedFiles } from '../../apps/api/src/docs/generated.js';

describe('what is printed from the API (npm run schema:print)', () => {
  it.each(['schema.graphql', 'docs/permissions.md'])('%s is what the code says', async (path) => {
    expect(readFileSync(join(process.cwd(), path), 'utf8')).toBe((await generatedFiles()).get(path));
  });

  it('comes with texts that are complete in four languages', () => {
    expect(definedTexts().length).toBeGreaterThan(3);
    expect(definedTexts().flatMap(faultsOfTexts)).toEqual([]);
  });
});
