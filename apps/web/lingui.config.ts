import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

const folder = process.env.CATALOGUES ?? '<rootDir>/src/locales';

/** What only those read who run a centre; loaded with their pages, because everybody else would carry it in vain. */
const office = ['cohorts', 'organisation', 'operations', 'people', 'people-import', 'registration', 'reminders', 'set-up'].map((feature) => `<rootDir>/src/features/${feature}`).concat('<rootDir>/src/ui/seats.tsx');

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'fr', 'nl', 'de'],
  catalogs: [
    { path: `${folder}/{locale}`, include: ['<rootDir>/src'], exclude: ['**/generated/**', '**/*.spec.ts', ...office.map((path) => (path.endsWith('.tsx') ? path : `${path}/**`))] },
    { path: `${folder}/office/{locale}`, include: office, exclude: ['**/*.spec.ts'] },
  ],
  // Line numbers would change every catalogue with every edit.
  format: formatter({ lineNumbers: false }),
  orderBy: 'message',
});
