const { relative } = require('node:path');
const { expect } = require('expect');
const { bind } = require('jest-each');
const { interfaces, Suite, Test } = require('mocha');

/**
 * Jest's words for Mocha, which keeps what it has loaded: a mutant is tried in milliseconds, where Jest loads every test
 * anew for each. A file is a suite of its own, so that what it does before its tests is done before no others.
 */
interfaces.bdd = function jestInMocha(root) {
  root.on('pre-require', (context, path) => {
    const suites = [Suite.create(root, relative(process.cwd(), path))];
    const it = testsIn(suites, path);
    Object.assign(context, { expect, it, test: it, describe: groupsIn(suites) });
    for (const hook of ['beforeAll', 'beforeEach', 'afterEach', 'afterAll'])
      context[hook] = (run) => suites[0][hook](run);
  });
  root.afterAll(forgetLoading);
};

function testsIn(suites, file) {
  const it = (title, run) => suites[0].addTest(Object.assign(new Test(title, remembering(run)), { file }));
  return Object.assign(it, { each: bind(it, false) });
}

function groupsIn(suites) {
  const describe = (title, define) => {
    suites.unshift(Suite.create(suites[0], title));
    define();
    suites.shift();
  };
  return Object.assign(describe, { each: bind(describe, false) });
}

/**
 * What a register remembers must not be a mutant's doing, or the mutants after it would seem to be noticed: the first time
 * in a process, a test is run without the mutant before it is run with it.
 */
function remembering(run) {
  let hasRun = false;
  return () => (hasRun ? run() : runFirst());
  async function runFirst() {
    const stryker = globalThis.__stryker__ ?? {};
    const { activeMutant } = stryker;
    hasRun = true;
    if (activeMutant !== undefined) {
      stryker.activeMutant = undefined;
      await run();
      stryker.activeMutant = activeMutant;
    }
    return run();
  }
}

/**
 * What tests reach is tried by them alone, whether it was reached while they were loaded or not: Stryker starts a new
 * process for each mutant otherwise, in which the tests are loaded without the mutant all the same.
 */
function forgetLoading() {
  const { static: loading = {}, perTest = {} } = globalThis.__stryker__?.mutantCoverage ?? {};
  for (const reached of Object.values(perTest)) for (const id of Object.keys(reached)) delete loading[id];
}
