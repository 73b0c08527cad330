import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSampleExtract } from './sample-extract';

/** Writes the sample beside the compiled script, where the service looks for it: dist/sample/bag-sample.zip. */
async function main(): Promise<void> {
  await mkdir(__dirname, { recursive: true });
  await writeFile(join(__dirname, 'bag-sample.zip'), await createSampleExtract());
}

void main();
