import { defineConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

const folder = process.env.CATALOGUES ?? '<rootDir>/src/locales';

/** What only those read who run a centre, or who look after their account; loaded with their pages, because everybody else would carry it in vain. */
const office = ['cohorts', 'me', 'organisation', 'operations', 'people', 'people-import', 'registration', 'reminders', 'session', 'set-up', 'studio', 'week'].map((feature) => `<rootDir>/src/features/${feature}`).concat('<rootDir>/src/ui/seats.tsx', '<rootDir>/src/ui/series-dates.tsx', '<rootDir>/src/ui/why-choice.tsx', '<rootDir>/src/features/today/desk.tsx', '<rootDir>/src/features/today/desk-cohorts.tsx', '<rootDir>/src/features/today/proofs-dialog.tsx', '<rootDir>/src/features/today/today-of-centre.tsx', '<rootDir>/src/features/today/trainer-today.tsx', '<rootDir>/src/lib/erasure-words.ts', '<rootDir>/src/lib/audit-words.ts', '<rootDir>/src/app/no-access-page.tsx');

/** Lessons, courses, the catalogue, the agenda, and what a learner's first screen shows only now and then. */
const rare = ['absence-dialog.tsx', 'my-absences.tsx', 'news.tsx', 'photo-field.tsx', 'proof-dialog.tsx', 'proofs.tsx'].map((file) => `<rootDir>/src/features/today/${file}`);
const courses = ['courses', 'agenda'].map((feature) => `<rootDir>/src/features/${feature}`).concat(rare);

/** Sign-in, invitation, reset: nobody who is inside carries them. */
const porch = '<rootDir>/src/features/identity';

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'fr', 'nl', 'de'],
  catalogs: [
    { path: `${folder}/{locale}`, include: ['<rootDir>/src'], exclude: ['**/generated/**', '**/*.spec.ts', ...office.map((path) => (/\.tsx?$/.test(path) ? path : `${path}/**`)), ...courses.map((path) => (/\.tsx?$/.test(path) ? path : `${path}/**`)), `${porch}/**`] },
    { path: `${folder}/porch/{locale}`, include: [porch], exclude: ['**/*.spec.ts'] },
    { path: `${folder}/courses/{locale}`, include: courses, exclude: ['**/*.spec.ts'] },
    { path: `${folder}/office/{locale}`, include: office, exclude: ['**/*.spec.ts'] },
  ],
  // Line numbers would change every catalogue with every edit.
  format: formatter({ lineNumbers: false }),
  orderBy: 'message',
});
