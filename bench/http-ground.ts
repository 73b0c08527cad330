/**
 * What the HTTP ground costs: a synchronous endpoint with a body schema, authentication, logging and metrics,
 * against a bare Express 5 JSON echo. Alternating rounds, medians. Run: npx tsx bench/http-ground.ts [rounds] [seconds]
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import autocannon from 'autocannon';

const rounds = Number(process.argv[2] ?? 5);
const seconds = Number(process.argv[3] ?? 3);
const entry = {
  address: {
    street: 'Kerkstraat',
    houseNumber: 12,
    houseNumberAddition: 'A',
    postcode: '1234 AB',
    city: 'Voorbeeld',
  },
};

interface Server {
  process: ChildProcess;
  url: string;
}

interface Figures {
  perSecond: number[];
  cpuMicroseconds: number[];
}

const medianOf = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

async function start(file: string): Promise<Server> {
  const child = fork(new URL(file, `file://${__dirname}/`), {
    execArgv: process.execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [url] = (await once(child, 'message')) as [string];
  return { process: child, url };
}

async function cpuOf({ process: child }: Server): Promise<number> {
  child.send('cpu');
  const [microseconds] = (await once(child, 'message')) as [number];
  return microseconds;
}

async function round(server: Server, figures: Figures): Promise<void> {
  const before = await cpuOf(server);
  const result = await autocannon({
    url: server.url,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer kl_test' },
    body: JSON.stringify(entry),
    connections: 32,
    duration: seconds,
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${server.url}: ${result.non2xx} answers were not 2xx`);
  figures.perSecond.push(result.requests.total / result.duration);
  figures.cpuMicroseconds.push(((await cpuOf(server)) - before) / result.requests.total);
}

async function main(): Promise<void> {
  const servers = [await start('support/echo-server.ts'), await start('support/ground-server.ts')] as const;
  const figures: [Figures, Figures] = [
    { perSecond: [], cpuMicroseconds: [] },
    { perSecond: [], cpuMicroseconds: [] },
  ];
  for (let n = -1; n < rounds; n++) {
    const [echo, ground]: [Figures, Figures] = n < 0 ? structuredClone(figures) : figures;
    await round(servers[0], echo);
    await round(servers[1], ground);
  }
  for (const server of servers) server.process.kill();
  const [echo, ground] = figures;
  const table = { echo, ground };
  for (const [name, { perSecond, cpuMicroseconds }] of Object.entries(table))
    console.log(
      `${name}: ${medianOf(perSecond).toFixed(0)} requests/s, ${medianOf(cpuMicroseconds).toFixed(1)} µs CPU each`,
    );
  console.log(
    `ground / echo: ${(medianOf(ground.perSecond) / medianOf(echo.perSecond)).toFixed(2)} × requests/s (target ≥ 0.75)`,
  );
  console.log(
    `ground / echo: ${(medianOf(ground.cpuMicroseconds) / medianOf(echo.cpuMicroseconds)).toFixed(2)} × CPU (target ≤ 1.4)`,
  );
}

void main();
