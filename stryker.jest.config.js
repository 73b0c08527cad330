const base = require('./jest.config.js');

/** Mutants run against the fast tests of the pure parts: no database, no HTTP, no files. */
/** @type {import('jest').Config} */
module.exports = {
  ...base,
  testMatch: [
    '**/test/checks/*.test.ts',
    '**/test/edit-distance.test.ts',
    '**/test/register/**/{address-line,city-name,edit-distance,fold,house-number,house-number-runs}.test.ts',
    '**/test/register/**/{key-shape,look-up,postcode,postcode-range,postcode-slips,street-*,suggest-*}.test.ts',
    '**/test/register/**/{edition,compile-edition,written-addresses,text-table,binary-search}.test.ts',
  ],
  testPathIgnorePatterns: [
    ...['any-request', 'check-memory', 'nothing-leaks', 'story', 'batch-lines'],
    // Thousands of runs each, which every mutant would repeat.
    ...['any-entry', 'street-index'],
  ],
  setupFiles: ['<rootDir>/test/support/quick-properties.ts'],
  globalSetup: undefined,
  globalTeardown: undefined,
};
