// The pure parts of the check and the register; files that read and write are proved by their own tests.
const pure = [
  'src/checks/**/*.ts',
  '!src/checks/*-{endpoints,store,worker,schemas,examples,pages,texts,lines}.ts',
  'src/edit-distance.ts',
  'src/register/names/*.ts',
  'src/register/edition/{binary-search,street-index,text-table}.ts',
  'src/register/compile/house-number-runs.ts',
  'src/register/postcodes/look-up.ts',
  'src/register/suggestions/{postcode-range,suggest-*}.ts',
];

// What is slow is tried last: most mutants are killed before. Mocha splits at a comma, so no braces.
const tests = [
  'test/checks/@(additions|address-checker|check-address|cities|correction|entry|explain-check).test.ts',
  'test/checks/@(false-alarms|keep-check|known-addresses|not-judged|parts-absent).test.ts',
  'test/register/names/@(address-line|city-name|house-number|postcode|postcode-slips|street-*).test.ts',
  'test/register/compile/house-number-runs.test.ts',
  'test/register/postcodes/look-up.test.ts',
  'test/edit-distance.test.ts',
  'test/register/suggestions/suggest-*.test.ts',
  'test/register/edition/@(street-index|text-table).test.ts',
  'test/checks/any-entry.test.ts',
  'test/register/edition/edition.test.ts',
];

export default {
  plugins: ['@stryker-mutator/mocha-runner'],
  testRunner: 'mocha',
  mochaOptions: {
    require: ['tsx/cjs', './test/support/jest-in-mocha.cjs', './test/support/quick-properties.ts'],
    spec: tests,
  },
  mutate: pure,
  coverageAnalysis: 'perTest',
  // Words, aliases and abbreviations are data: a changed one is no changed rule.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 90, low: 80, break: 80 },
  incremental: true,
  incrementalFile: 'reports/stryker-incremental.json',
};
