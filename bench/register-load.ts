// What an edition costs a process: time to load, and memory above the same process with the sample.
// npm run --silent bench:register-load -- EDITION
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEdition } from '../src/register/edition/edition-file';
import { writeSampleEdition } from '../test/support/sample-parts';

interface Cost {
  loadMs: number;
  residentMB: number;
}

const rounds = 5;

/** In a process of its own, so that one edition's memory is not the other's. */
function costOf(edition: string): Cost {
  const arguments_ = ['--expose-gc', '--import', 'tsx', __filename, '--child', edition];
  return JSON.parse(execFileSync(process.execPath, arguments_, { encoding: 'utf8' })) as Cost;
}

function measure(path: string): Cost {
  const started = performance.now();
  const edition = readEdition(path);
  const loadMs = performance.now() - started;
  globalThis.gc?.();
  const residentMB = process.memoryUsage().rss / 1e6;
  // Asked once more, so that it is still held when the memory is read.
  if (edition.info.counts.places === 0) throw new Error('an edition without places');
  return { loadMs, residentMB };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function main(path: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'klopt-load-'));
  try {
    const sample = await writeSampleEdition(folder);
    const costs = Array.from({ length: rounds }, () => ({ edition: costOf(path), sample: costOf(sample) }));
    const above = median(costs.map(({ edition, sample: one }) => edition.residentMB - one.residentMB));
    const loadMs = median(costs.map(({ edition }) => edition.loadMs));
    console.log(`loaded in ${loadMs.toFixed(1)} ms (at most 100)`);
    console.log(`${above.toFixed(1)} MB above the process with the sample (at most 60)`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [first = '', second = ''] = process.argv.slice(2);
if (first === '--child') console.log(JSON.stringify(measure(second)));
else void main(first);
