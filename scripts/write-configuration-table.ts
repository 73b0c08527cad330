// Writes the table of settings between the markers in the documentation; with --check says whether it is up to date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { withSettingsTable } from './settings-table';

const check = process.argv.includes('--check');

for (const file of ['README.md', 'docs/configuration.md'].filter((name) => existsSync(name))) {
  const before = readFileSync(file, 'utf8');
  const after = withSettingsTable(before);
  if (!check) writeFileSync(file, after);
  else if (after !== before) {
    console.error(`${file} does not list the settings as they are: run npm run docs:config and commit it.`);
    process.exitCode = 1;
  }
}
