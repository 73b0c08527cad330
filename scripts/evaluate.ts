/**
 * Starts the service on an edition and lets a judge of address checks measure how right it is. The judge and its cases
 * are not part of the project: KLOPT_JUDGE names the program, called with --url, --key and what else is given here.
 * Run after npm run build: npm run evaluate -- EDITION [--cases FILE] [--show KIND]
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [edition = '', ...options] = process.argv.slice(2);
const judge = process.env.KLOPT_JUDGE ?? '../shared/tools/evaluate.mjs';
const folder = mkdtempSync(join(tmpdir(), 'klopt-evaluate-'));
const PORT = 3970;
const environment = {
  ...process.env,
  KLOPT_REGISTER: edition,
  KLOPT_DATABASE_URL: `sqlite:${join(folder, 'evaluate.sqlite')}`,
  KLOPT_PORT: String(PORT),
  KLOPT_METRICS_PORT: String(PORT + 1),
};

async function main(): Promise<void> {
  const service = spawn('node', ['dist/src/main.js'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const failed = once(service, 'exit').then(() => Promise.reject(new Error('the service stopped')));
  await Promise.race([once(service.stdout, 'data'), failed]);
  service.stdout.resume();
  const create = ['dist/src/cli/klopt.js', 'keys', 'create', '--shop', 'Judge', '--kind', 'secret', '--json'];
  const { key } = JSON.parse(execFileSync('node', create, { env: environment }).toString()) as {
    key: string;
  };
  const judged = spawn('node', [judge, '--url', `http://127.0.0.1:${PORT}`, '--key', key, ...options], {
    stdio: 'inherit',
  });
  const [code] = (await once(judged, 'exit')) as [number | null];
  failed.catch(() => undefined);
  service.kill();
  await once(service, 'exit');
  rmSync(folder, { recursive: true });
  process.exitCode = code ?? 1;
}

void main();
