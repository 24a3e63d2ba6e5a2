import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The same limits as the server's, with one difference: a component's markup is not logic, so functions may be longer. */
const smallRooms = {
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 110, skipBlankLines: true, skipComments: true, IIFEs: false }],
  complexity: ['error', 10],
  'max-params': ['error', 4],
};

export default tseslint.config(
  { ignores: ['dist/', 'dev-dist/', 'src/generated/', 'public/', 'scripts/', '*.config.js'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  hooks.configs.flat['recommended-latest'],
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, properties: false, arguments: false } }],
      // TanStack Router's redirect and notFound are thrown by design.
      '@typescript-eslint/only-throw-error': 'off',
      // Only ui/ knows the kit that our components stand on.
      'no-restricted-imports': ['error', { patterns: [{ group: ['react-aria-components', 'react-aria-components/*', 'react-aria', '@tabler/*'], message: 'Use ~/ui.' }] }],
      ...smallRooms,
    },
  },
  { files: ['src/ui/**', 'src/lib/i18n/**', 'src/app/providers.tsx'], rules: { 'no-restricted-imports': 'off' } },
);
