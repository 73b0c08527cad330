import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSampleEdition } from '../support/sample-parts';

const root = join(__dirname, '../..');

let folder = '';
let edition = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klopt-drain-'));
  edition = await writeSampleEdition(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The service as a process of its own, as `npm start` runs it. */
async function startProcess(environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      KLOPT_PORT: '0',
      KLOPT_METRICS_PORT: '0',
      KLOPT_DATABASE_URL: 'sqlite::memory:',
      // The sample that a build makes is not there in a fresh clone.
      KLOPT_REGISTER: edition,
      KLOPT_DRAIN_SECONDS: '1',
      ...environment,
    },
  });
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
  let output = '';
  let errors = '';
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  while (!/answers at \S+;/.test(output) && child.exitCode === null)
    await Promise.race([once(child.stdout, 'data'), exited]);
  const url = /answers at (\S+);/.exec(output)?.[1] ?? '';
  return { child, url, exited, output: () => output, errors: () => errors };
}

/** A request whose body is still on its way; `finish` sends the rest and gives the answer. */
function requestUnderWay(url: string) {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (bytes: Buffer) => (answer += bytes.toString()));
  socket.on('error', () => undefined);
  const closed = once(socket, 'close');
  const write = (text: string) => socket.write(text);
  const answered = async () => {
    while (!answer.includes('\r\n\r\n') && !socket.destroyed)
      await Promise.race([once(socket, 'data'), closed]);
    const text = answer;
    answer = '';
    return text;
  };
  return { write, answered, closed };
}

const stop = (child: ChildProcess) => child.kill('SIGTERM');

describe('the process', () => {
  it('says in one plain line where it answers', async () => {
    const { child, url, exited, output } = await startProcess();
    expect(output()).toMatch(
      /^Klopt answers at http:\/\/127\.0\.0\.1:\d+; its documentation is at \S+\/docs$/m,
    );
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    stop(child);
    expect(await exited).toEqual([0, null]);
  });

  it('finishes what is under way when asked to stop, and takes nothing new', async () => {
    const { child, url, exited } = await startProcess();
    const kept = requestUnderWay(url);
    kept.write('GET /health/ready HTTP/1.1\r\nHost: x\r\n');
    await new Promise((resolve) => setTimeout(resolve, 100));
    stop(child);
    await expect(refused(url)).resolves.toBe(true);
    kept.write('\r\n');
    const answer = await kept.answered();
    expect(answer).toMatch(/^HTTP\/1.1 503 /);
    expect(answer).toMatch(/^Connection: close\r$/m);
    expect(answer).toContain('"status":"draining"');
    expect(await exited).toEqual([0, null]);
  });

  it('cuts off what is still under way when its patience ends', async () => {
    const { child, url, exited } = await startProcess();
    const stuck = requestUnderWay(url);
    stuck.write('GET /health/ready HTTP/1.1\r\nHost: x\r\n');
    await new Promise((resolve) => setTimeout(resolve, 100));
    stop(child);
    await stuck.closed;
    expect(await exited).toEqual([0, null]);
  });

  it('ends at once on a second signal', async () => {
    const { child, url, exited } = await startProcess({ KLOPT_DRAIN_SECONDS: '60' });
    requestUnderWay(url).write('GET /health/ready HTTP/1.1\r\nHost: x\r\n');
    await new Promise((resolve) => setTimeout(resolve, 100));
    stop(child);
    await expect(refused(url)).resolves.toBe(true);
    stop(child);
    expect(await exited).toEqual([1, null]);
  });

  it('does not start on a configuration that is wrong, and says all that is', async () => {
    const { exited, errors } = await startProcess({ KLOPT_PORT: 'http', KLOPT_PROT: '1' });
    expect((await exited)[0]).toBe(1);
    expect(errors()).toContain('KLOPT_PORT should be a whole number.');
    expect(errors()).toContain('Did you mean KLOPT_PORT?');
    expect(errors()).not.toContain('    at ');
  });

  it('says so where its port is taken', async () => {
    const first = await startProcess();
    const second = await startProcess({ KLOPT_PORT: new URL(first.url).port });
    expect((await second.exited)[0]).toBe(1);
    expect(second.errors()).toMatch(/^Port \d+ of 127\.0\.0\.1 is taken: .*KLOPT_PORT/m);
    stop(first.child);
    await first.exited;
  });
});

/** Whether new connections come to be refused, within two seconds. */
async function refused(url: string): Promise<boolean> {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      await fetch(`${url}/health/live`, { headers: { connection: 'close' } });
    } catch {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}
