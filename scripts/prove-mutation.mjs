/**
 * Proves that the tests of the pure parts of the check and the register notice when a rule is changed: each part is mutated
 * and tried against its own tests. Files that read and write are proved by tests of another kind.
 * What was found is kept in reports/mutation, and only what changed since is tried again.
 * Run: npm run prove:mutation [-- PART …]
 */
import { Stryker } from '@stryker-mutator/core';

// Mocha splits patterns at a comma, so that those of tests have no braces. Slow tests come last: few mutants get there.
const OF_CHECKS = [
  'test/checks/!(any-*|batch-*|check-memory|checks-endpoints|nothing-leaks|story).test.ts',
  'test/checks/any-entry.test.ts',
];

const PARTS = {
  checks: {
    mutate: [
      'src/checks/*.ts',
      '!src/checks/*-{endpoints,store,worker,schemas,examples,pages,texts,lines,words}.ts',
    ],
    tests: OF_CHECKS,
  },
  rules: { mutate: ['src/checks/rules/*.ts'], tests: OF_CHECKS },
  names: {
    mutate: ['src/register/names/*.ts', 'src/edit-distance.ts'],
    tests: [
      'test/register/names/!(spelling-rules|written-addresses).test.ts',
      'test/edit-distance.test.ts',
      'test/checks/@(additions|cities|false-alarms|spelling).test.ts',
      'test/register/edition/street-index.test.ts',
    ],
  },
  edition: {
    mutate: [
      'src/register/edition/{binary-search,street-index,text-table}.ts',
      'src/register/compile/house-number-runs.ts',
    ],
    tests: [
      'test/register/compile/house-number-runs.test.ts',
      'test/register/edition/@(street-index|text-table).test.ts',
      'test/register/edition/edition.test.ts',
    ],
  },
  postcodes: {
    mutate: ['src/register/postcodes/look-up.ts'],
    tests: ['test/register/postcodes/look-up.test.ts'],
  },
  suggestions: {
    mutate: ['src/register/suggestions/{postcode-range,suggest-*}.ts'],
    tests: ['test/register/suggestions/suggest-*.test.ts'],
  },
};

const TARGET = 80;
const KINDS = ['Killed', 'Timeout', 'Survived', 'NoCoverage'];

async function prove(name, { mutate, tests }) {
  const results = await new Stryker({
    mutate,
    mochaOptions: { spec: tests },
    incrementalFile: `reports/mutation/${name}.json`,
  }).runMutationTest();
  return countsOf((kind) => results.filter(({ status }) => status === kind).length);
}

function countsOf(count) {
  return Object.fromEntries(KINDS.map((kind) => [kind, count(kind)]));
}

function scoreOf({ Killed, Timeout, Survived, NoCoverage }) {
  return (100 * (Killed + Timeout)) / (Killed + Timeout + Survived + NoCoverage);
}

const asked = process.argv.slice(2);
const rows = {};
for (const [name, part] of Object.entries(PARTS))
  if (asked.length === 0 || asked.includes(name)) rows[name] = await prove(name, part);
rows.total = countsOf((kind) => Object.values(rows).reduce((sum, row) => sum + row[kind], 0));
for (const row of Object.values(rows)) row.score = Number(scoreOf(row).toFixed(1));
console.table(rows);
if (scoreOf(rows.total) < TARGET) process.exitCode = 1;
