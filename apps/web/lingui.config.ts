import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

const folder = process.env.CATALOGUES ?? '<rootDir>/src/locales';

/** What only those read who run a centre, or who look after their account; loaded with their pages, because everybody else would carry it in vain. */
const office = ['cohorts', 'me', 'organisation', 'operations', 'people', 'people-import', 'registration', 'reminders', 'set-up', 'studio', 'week'].map((feature) => `<rootDir>/src/features/${feature}`).concat('<rootDir>/src/ui/seats.tsx', '<rootDir>/src/lib/erasure-words.ts');

/** Lessons, courses and the catalogue. */
const courses = '<rootDir>/src/features/courses';

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'fr', 'nl', 'de'],
  catalogs: [
    { path: `${folder}/{locale}`, include: ['<rootDir>/src'], exclude: ['**/generated/**', '**/*.spec.ts', ...office.map((path) => (/\.tsx?$/.test(path) ? path : `${path}/**`)), `${courses}/**`] },
    { path: `${folder}/courses/{locale}`, include: [courses], exclude: ['**/*.spec.ts'] },
    { path: `${folder}/office/{locale}`, include: office, exclude: ['**/*.spec.ts'] },
  ],
  // Line numbers would change every catalogue with every edit.
  format: formatter({ lineNumbers: false }),
  orderBy: 'message',
});
