/** What the parts share; `npm run prove:mutation` runs them one by one, see scripts/prove-mutation.mjs. */
export default {
  plugins: ['@stryker-mutator/mocha-runner'],
  testRunner: 'mocha',
  mochaOptions: {
    require: ['tsx/cjs', './test/support/jest-in-mocha.cjs', './test/support/quick-properties.ts'],
  },
  coverageAnalysis: 'perTest',
  // Words, aliases and abbreviations are data: a changed one is no changed rule.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 10_000,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: false },
  incremental: true,
};
