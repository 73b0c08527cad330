/**
 * All benchmarks of the check and the register, each against its reference in the same run. The edition is built from
 * the CSV of KLOPT_TEST_DATA where none is given. Run after npm run build: npm run bench -- [EDITION]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const data = process.env.KLOPT_TEST_DATA ?? '../shared/data';
const cases = join(process.env.KLOPT_TEST_CASES ?? '../shared/cases', 'address-checks.dev.jsonl.gz');
const csv = join(data, 'nl-addresses-2025-07.csv.gz');
const [edition = 'data/bench.edition'] = process.argv.slice(2);

function run(name: string, program: string, args: readonly string[]): void {
  console.log(`\n# ${name}`);
  execFileSync(process.execPath, ['--import', 'tsx', program, ...args], { stdio: 'inherit' });
}

if (!existsSync(edition)) {
  mkdirSync('data', { recursive: true });
  execFileSync(process.execPath, ['dist/src/cli/klopt.js', 'register', 'build', csv, '--out', edition], {
    stdio: 'inherit',
  });
}
console.log('\n# The check in process');
execFileSync('npm', ['run', '--silent', 'bench:check', '--', edition, csv, cases], { stdio: 'inherit' });
run('The check over HTTP', 'bench/check-over-http.ts', [edition, cases]);
run('What an edition costs a process', 'bench/register-load.ts', [edition]);
run('From start to listening', 'bench/start.ts', [edition]);
run('Suggestions', 'bench/suggestions.ts', [edition]);
