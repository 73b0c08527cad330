import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = process.env.KLOPT_TEST_CASES ?? resolve(__dirname, '../../../shared/cases');

/**
 * Tests on cases that the project does not ship, a JSON value a line: run where KLOPT_TEST_CASES (default ../shared/cases
 * beside the project) holds the file, and said to be left out where it does not.
 */
export function describeWithTestCases(
  what: string,
  file: string,
  body: (cases: readonly unknown[]) => void,
): void {
  const path = join(folder, file);
  if (existsSync(path)) {
    const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
    describe(what, () => body(lines.map((line) => JSON.parse(line) as unknown)));
    return;
  }
  it(`${what}: not run, KLOPT_TEST_CASES lacks ${file}`, () => {
    console.warn(`${what}: not run. ${folder} (KLOPT_TEST_CASES) lacks ${file}.`);
  });
}
