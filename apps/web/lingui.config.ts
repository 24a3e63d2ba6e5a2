import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'fr', 'nl', 'de'],
  catalogs: [{ path: `${process.env.CATALOGUES ?? '<rootDir>/src/locales'}/{locale}`, include: ['<rootDir>/src'], exclude: ['**/generated/**', '**/*.spec.ts'] }],
  // Line numbers would change every catalogue with every edit.
  format: formatter({ lineNumbers: false }),
  orderBy: 'message',
});
