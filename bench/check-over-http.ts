/**
 * The check over HTTP, with keys, log and metrics on, against a bare Express 5 echo of the same JSON; and the batch
 * against the single endpoint. Run after npm run build: npm run bench:http -- EDITION CASES.jsonl.gz [rounds] [seconds]
 */
import { execFileSync, fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { readCases } from './support/cases';
import { alternate, medianOf, verdictOn } from './support/rounds';

const [edition = '', casesPath = '', rounds = '5', seconds = '3'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'klopt-bench-'));
const PORT = 3990;
const environment = {
  ...process.env,
  KLOPT_REGISTER: edition,
  KLOPT_DATABASE_URL: `sqlite:${join(folder, 'bench.sqlite')}`,
  KLOPT_PORT: String(PORT),
  KLOPT_METRICS_PORT: String(PORT + 1),
};
const cases = readCases(casesPath);
const TICKS_A_SECOND = 100;
const BATCH_LINES = 100_000;

interface Server {
  child: ChildProcess;
  url: string;
  headers: Record<string, string>;
}

async function startEcho(): Promise<Server> {
  const child = fork(join(__dirname, 'support/echo-server.ts'), {
    execArgv: process.execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [url] = (await once(child, 'message')) as [string];
  return { child, url, headers: {} };
}

async function startKlopt(): Promise<Server> {
  const child = spawn('node', ['dist/src/main.js'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('the service did not start'))),
  ]);
  child.stdout.resume();
  const key = execFileSync(
    'node',
    ['dist/src/cli/klopt.js', 'keys', 'create', '--shop', 'Bench', '--kind', 'secret', '--json'],
    { env: environment },
  );
  const { key: secret } = JSON.parse(key.toString()) as { key: string };
  return {
    child,
    url: `http://127.0.0.1:${PORT}/v1/address-checks`,
    headers: { authorization: `Bearer ${secret}` },
  };
}

/** User and system time that a process has taken, in seconds (proc(5), fields 14 and 15). */
function cpuSeconds({ child }: Server): number {
  const fields = readFileSync(`/proc/${String(child.pid)}/stat`, 'utf8')
    .split(') ')[1]!
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

async function load(server: Server, bodies: readonly string[], cpu: number[]): Promise<number> {
  const before = cpuSeconds(server);
  const headers = { 'content-type': 'application/json', ...server.headers };
  const requests = bodies.map((body) => ({ method: 'POST' as const, headers, body }));
  const result = await autocannon({ url: server.url, connections: 32, duration: Number(seconds), requests });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${server.url}: ${result.non2xx + result.errors} failed`);
  cpu.push(((cpuSeconds(server) - before) * 1e6) / result.requests.total);
  return result.requests.total / result.duration;
}

/** Lines a second; the answers are counted by their line ends, so that the client costs little of the two cores. */
async function batch(server: Server, body: Buffer, lines: number): Promise<number> {
  const headers = { 'content-type': 'application/x-ndjson', ...server.headers };
  const start = performance.now();
  const sent = request(`${server.url}/batch`, { method: 'POST', headers }).end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  let answered = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) answered++;
  }
  if (answered !== lines) throw new Error(`the batch answered ${answered} of ${lines} lines`);
  return (lines * 1000) / (performance.now() - start);
}

async function main(): Promise<void> {
  const bodiesOf = (kind: string) =>
    (cases.get(kind) ?? []).slice(0, 500).map((request) => JSON.stringify(request));
  const valid = bodiesOf('valid_official');
  const mixed = bodiesOf('mixed_old_postcode_known_same_town');
  const lines = Buffer.from(
    Array.from(
      { length: BATCH_LINES },
      (_, index) => `${valid[index % valid.length]!}
`,
    ).join(''),
  );
  const echo = await startEcho();
  const klopt = await startKlopt();
  const cpu = { echo: [] as number[], valid: [] as number[], mixed: [] as number[] };
  const figures = await alternate(
    {
      echo: () => load(echo, valid, cpu.echo),
      valid: () => load(klopt, valid, cpu.valid),
      mixed: () => load(klopt, mixed, cpu.mixed),
      batch: () => batch(klopt, lines, BATCH_LINES),
    },
    Number(rounds),
  );
  const perSecond = Object.fromEntries(
    Object.entries(figures).map(([name, values]) => [name, medianOf(values)]),
  ) as Record<keyof typeof figures, number>;
  console.log(
    Object.entries(perSecond)
      .map(([name, value]) => `${name}: ${value.toFixed(0)} a second`)
      .join('\n'),
  );
  console.log(`valid / echo: ${verdictOn(perSecond.valid / perSecond.echo, { atLeast: 0.75 })}`);
  console.log(`mixed / echo: ${verdictOn(perSecond.mixed / perSecond.echo, { atLeast: 0.65 })}`);
  console.log(
    `CPU, valid / echo: ${verdictOn(medianOf(cpu.valid) / medianOf(cpu.echo), { atMost: 1.4 })} (${medianOf(cpu.valid).toFixed(0)} and ${medianOf(cpu.echo).toFixed(0)} µs)`,
  );
  console.log(`batch / single: ${verdictOn(perSecond.batch / perSecond.valid, { atLeast: 10 })}`);
  echo.child.kill();
  klopt.child.kill();
  await once(klopt.child, 'exit');
  rmSync(folder, { recursive: true });
}

void main();
