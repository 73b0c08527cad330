/** From the start of the process to its first answer. Run after npm run build: npx tsx bench/start.ts EDITION [rounds] */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { medianOf } from './support/rounds';

const [edition = '', rounds = '7'] = process.argv.slice(2);
const PORT = 3960;
const TARGET_S = 0.7;
const folder = mkdtempSync(join(tmpdir(), 'klopt-start-'));

async function answers(): Promise<boolean> {
  return fetch(`http://127.0.0.1:${PORT}/health/live`).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function startOnce(): Promise<number> {
  const started = performance.now();
  const service = spawn('node', ['dist/src/main.js'], {
    env: {
      ...process.env,
      KLOPT_REGISTER: edition,
      KLOPT_DATABASE_URL: `sqlite:${join(folder, 'start.sqlite')}`,
      KLOPT_PORT: String(PORT),
      KLOPT_METRICS_PORT: String(PORT + 1),
    },
    stdio: 'ignore',
  });
  while (!(await answers())) await new Promise((resolve) => setTimeout(resolve, 5));
  const seconds = (performance.now() - started) / 1000;
  service.kill();
  await once(service, 'exit');
  return seconds;
}

async function main(): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < Number(rounds); round++) times.push(await startOnce());
  const median = medianOf(times);
  console.log(
    `start to listening: ${median.toFixed(2)} s (≤ ${TARGET_S}) ${median <= TARGET_S ? 'reached' : 'SHORT'}`,
  );
  rmSync(folder, { recursive: true });
}

void main();
