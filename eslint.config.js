import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** The numbers are a smell alarm: split by meaning, never to please the counter. */
const smallRooms = (lines) => ({
  'max-lines': ['error', { max: lines, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 10],
  'max-params': ['error', 4],
});

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', 'apps/web/', '**/generated/', 'test/fixtures/', '.tremplin/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js', '*.cjs'] }, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Settings are read in libs/platform/src/config only.' }],
      ...smallRooms(250),
    },
  },
  { files: ['**/*.spec.ts', 'test/**/*.ts'], rules: { ...smallRooms(400), 'max-lines-per-function': 'off', 'no-restricted-properties': 'off', 'max-params': 'off', '@typescript-eslint/no-unsafe-assignment': 'off' } },
  // A migration is one thought in SQL, however long its statements are.
  { files: ['libs/schema/src/migrations/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['libs/platform/src/config/**'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['**/*.resolver.ts', '**/*.types.ts', '**/*.input.ts', '**/*.entity.ts'], rules: { '@typescript-eslint/consistent-type-imports': 'off' } },
  { files: ['**/*.{js,mjs,cjs}'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', module: 'writable', require: 'readonly', __dirname: 'readonly', setTimeout: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', clearTimeout: 'readonly', Buffer: 'readonly', URL: 'readonly', fetch: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off', 'no-restricted-properties': 'off' },
  },
);
