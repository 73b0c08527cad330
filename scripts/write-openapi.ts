// Writes openapi.yaml, or with --check says whether it is what the endpoints would write.
import { readFileSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { createApp, type AppDependencies } from '../src/app';
import { openapiOf } from '../src/http/openapi';

// Describing the endpoints asks nothing of what they stand on.
const nothing = { reasonCodes: [] } as unknown as AppDependencies;
const text = stringify(openapiOf(createApp(nothing).endpoints), {
  lineWidth: 110,
  aliasDuplicateObjects: false,
});

if (!process.argv.includes('--check')) writeFileSync('openapi.yaml', text);
else if (readFileSync('openapi.yaml', 'utf8') !== text) {
  console.error('openapi.yaml is not what the endpoints say: run npm run openapi and commit it.');
  process.exitCode = 1;
}
