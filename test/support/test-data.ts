import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = process.env.KLOPT_TEST_DATA ?? resolve(__dirname, '../../../shared/data');

/**
 * Tests on real files, which the project does not ship: run where KLOPT_TEST_DATA (default ../shared/data beside the project)
 * holds them all, and said to be left out where it does not.
 */
export function describeWithTestData(
  what: string,
  files: readonly string[],
  body: (pathOf: (file: string) => string) => void,
): void {
  const missing = files.filter((file) => !existsSync(join(folder, file)));
  if (missing.length === 0) {
    describe(what, () => body((file) => join(folder, file)));
    return;
  }
  it(`${what}: not run, KLOPT_TEST_DATA lacks ${missing.join(', ')}`, () => {
    console.warn(`${what}: not run. ${folder} (KLOPT_TEST_DATA) lacks ${missing.join(', ')}.`);
  });
}
