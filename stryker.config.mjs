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

export default {
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  // Looking for related tests finds none for the rules, which are reached by way of a table.
  jest: { configFile: 'stryker.jest.config.js', enableFindRelatedTests: false },
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
