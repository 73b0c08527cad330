// Node loads these as they are; jest has to have them made into CommonJS.
const esmOnly = ['ulidx', 'layerr', '@noble/hashes', 'openid-client', 'oauth4webapi', 'jose'];

const react = { runtime: 'automatic', importSource: 'preact' };
const swc = (jsc) => ({ module: { type: 'commonjs' }, jsc: { target: 'es2022', ...jsc } });

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.[jt]s$': ['@swc/jest', swc({ parser: { syntax: 'typescript' } })],
    '^.+\\.tsx$': ['@swc/jest', swc({ parser: { syntax: 'typescript', tsx: true }, transform: { react } })],
  },
  // What is loaded on first use is named with its extension, as Node wants it of import().
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  testTimeout: 20_000,
  maxWorkers: 2,
};
