const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { availableParallelism } = require('node:os');
const { join } = require('node:path');

/** Jest can only require(esm) from Node 24.9 on, so every package that says "type": "module" is compiled to CommonJS by swc. */
function esmPackages(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).flatMap((name) => (name.startsWith('@') ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`) : [name]));
  return names.flatMap((name) => {
    const manifest = join(folder, name, 'package.json');
    const isEsm = existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).type === 'module';
    return [...(isEsm ? [name] : []), ...esmPackages(join(folder, name, 'node_modules'))];
  });
}

const decorators = { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false };
const base = { swcrc: false, sourceMaps: 'inline', module: { type: 'commonjs' } };
const ts = { ...base, jsc: { target: 'es2023', parser: { syntax: 'typescript', decorators: true }, transform: decorators, keepClassNames: true } };
const js = { ...base, jsc: { target: 'es2023', parser: { syntax: 'ecmascript' } } };
const esm = [...new Set(esmPackages(join(__dirname, 'node_modules')))];

const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  setupFiles: ['reflect-metadata'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  moduleNameMapper: {
    '^@app/([^/]+)$': '<rootDir>/libs/$1/src',
    '^@app/([^/]+)/(.+)$': '<rootDir>/libs/$1/src/$2',
    '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'],
  },
  transform: { '^.+\\.ts$': ['@swc/jest', ts], '^.+\\.m?js$': ['@swc/jest', js] },
  // The innermost node_modules of a path decides.
  transformIgnorePatterns: [`/node_modules/(?!.*/node_modules/)(?!(${esm.join('|')})/)`],
};
/** Several processes, a browser and a clock at once: see docs/decisions/second-try.md. */
const twice = { setupFilesAfterEnv: ['<rootDir>/test/support/second-try.ts'] };
const database = {
  globalSetup: '<rootDir>/test/support/postgres.setup.mjs',
  globalTeardown: '<rootDir>/test/support/postgres.teardown.mjs',
};

module.exports = {
  // Jest ignores testTimeout inside projects[].
  testTimeout: 30_000,
  // Every file has a database of its own, so files run beside each other; Jest's own default on two cores is one at a time.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/{apps,libs}/**/*.spec.ts', '<rootDir>/test/unit/**/*.spec.ts'], testPathIgnorePatterns: ['/node_modules/', '<rootDir>/apps/web/'] },
    { ...common, displayName: 'web', testMatch: ['<rootDir>/apps/web/src/**/*.spec.ts'], moduleNameMapper: { '^~/(.*)$': '<rootDir>/apps/web/src/$1' } },
    ...['toolchain', 'integration', 'e2e'].map((name) => ({ ...common, ...database, displayName: name, testMatch: [`<rootDir>/test/${name}/**/*.spec.ts`] })),
    ...['browser', 'faults'].map((name) => ({ ...common, ...database, ...twice, displayName: name, testMatch: [`<rootDir>/test/${name}/**/*.spec.ts`] })),
  ],
};
