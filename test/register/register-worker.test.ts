import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Registry } from 'prom-client';
import { createLog } from '../../src/log';
import { EditionError } from '../../src/register/edition/edition-bytes-file';
import { parsePostcode } from '../../src/register/names/postcode';
import { ageInDays, registerFinding } from '../../src/register/register-health';
import { registerMetrics } from '../../src/register/register-metrics';
import { openRegister, type OpenRegister } from '../../src/register/register-worker';
import { editionBytes } from '../support/edition-of';
import { steeredClock } from '../support/steered-clock';

const postcode = parsePostcode('8951AB') ?? 0;
/** An edition whose only street has one house number, and a name that goes with it. */
const editionWith = (houseNumber: number) =>
  editionBytes((sink) => {
    const street = sink.street(sink.place('Zilverwaard'), `Straat ${houseNumber}`);
    sink.address({ street, postcode, houseNumber, addition: null });
  });

const clock = steeredClock(Date.UTC(2026, 10, 22));
let folder = '';
let path = '';
let logged: { level: string; msg: string; edition?: string }[] = [];
let opened: OpenRegister;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klopt-register-'));
  path = join(folder, 'register.edition');
  writeFileSync(path, editionWith(1));
  logged = [];
  const log = createLog('info', { write: (line) => logged.push(JSON.parse(line)) });
  opened = openRegister({ path, clock, log });
});
afterEach(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});

/** Puts another file in the place of the edition, as a build does. */
function replace(bytes: Uint8Array): void {
  writeFileSync(`${path}.part`, bytes);
  renameSync(`${path}.part`, path);
}

function streetNow(): string {
  const register = opened.register.current();
  const [segment = -1] = register.segmentsAt(postcode);
  return register.streetName(register.streetOf(segment));
}

async function until(holds: () => boolean): Promise<void> {
  const started = performance.now();
  while (!holds() && performance.now() - started < 6_000)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(holds()).toBe(true);
}

test('an edition put in its place is noticed without being told, and used', async () => {
  replace(editionWith(2));
  await until(() => streetNow() === 'Straat 2');
  expect(logged.map(({ level, msg }) => [level, msg])).toEqual([
    ['info', 'another edition of the register is in use'],
  ]);
});

test('SIGHUP has it looked at once', async () => {
  const script = `
    const { openRegister } = require(${JSON.stringify(join(__dirname, '../../src/register/register-worker.ts'))});
    const { systemClock } = require(${JSON.stringify(join(__dirname, '../../src/clock.ts'))});
    const log = { info: (fields, message) => process.stdout.write(message) };
    openRegister({ path: ${JSON.stringify(path)}, clock: systemClock, log });
    process.stdout.write('ready');
    setTimeout(() => undefined, 20_000);`;
  const arguments_ = ['--import', 'tsx', '--eval', script];
  const service = spawn(process.execPath, arguments_, { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await once(service.stdout, 'data');
    // The same file again, which no poll would load.
    service.kill('SIGHUP');
    const [message] = (await once(service.stdout, 'data')) as [Buffer];
    expect(message.toString()).toBe('another edition of the register is in use');
  } finally {
    service.kill('SIGKILL');
  }
});

test('lookups under way see one edition or the other, never a mixture, and none fails', async () => {
  const seen = new Set<string>();
  const stopping = new AbortController();
  const lookups = (async () => {
    while (!stopping.signal.aborted) {
      const register = opened.register.current();
      const [segment = -1] = register.segmentsAt(postcode);
      await new Promise((resolve) => setImmediate(resolve));
      const street = register.streetName(register.streetOf(segment));
      const numbers = [1, 2, 3].filter((number) => register.hasNumber(segment, number));
      seen.add(`${street}: ${numbers.join()}`);
    }
  })();
  for (const houseNumber of [2, 3, 1, 2]) {
    replace(editionWith(houseNumber));
    await opened.reload();
  }
  stopping.abort();
  await lookups;
  expect([...seen].sort()).toEqual(['Straat 1: 1', 'Straat 2: 2', 'Straat 3: 3']);
});

function becomeLink(): void {
  unlinkSync(path);
  symlinkSync(path, path);
}

test.each([
  ['is cut short', () => truncateSync(path, 500), /it is truncated/],
  ['is no edition', () => replace(Buffer.from('straat,huisnummer,postcode,woonplaats\n')), /not an edition/],
  ['is gone', () => unlinkSync(path), /There is no such file/],
  ['leads nowhere', becomeLink, /ELOOP/],
])('a file that %s is refused, said to be so, and the edition in use is kept', async (_, spoil, why) => {
  spoil();
  await opened.reload();
  expect(streetNow()).toBe('Straat 1');
  expect(opened.state().refusal).toMatch(why);
  expect(registerFinding(opened.state(), { clock, maxAgeDays: 100 })).toEqual({
    ok: true,
    note: 'a newer edition was refused, the log says why',
  });
  expect(logged).toEqual([
    expect.objectContaining({ level: 'error', edition: '2026-11-08', msg: expect.stringMatching(why) }),
  ]);

  replace(editionWith(3));
  await opened.reload();
  expect(streetNow()).toBe('Straat 3');
  expect(registerFinding(opened.state(), { clock, maxAgeDays: 100 })).toEqual({ ok: true });
});

test('a file that is written in place, bit by bit, is used once it is whole', async () => {
  const whole = editionWith(2);
  writeFileSync(path, whole.subarray(0, 200));
  await opened.reload();
  expect(streetNow()).toBe('Straat 1');
  writeFileSync(path, whole);
  await until(() => streetNow() === 'Straat 2');
});

test('a copy of the same file with the same content changes nothing that can be seen', async () => {
  copyFileSync(path, `${path}.copy`);
  renameSync(`${path}.copy`, path);
  await opened.reload();
  expect(streetNow()).toBe('Straat 1');
});

test('without an edition there is no start', () => {
  const log = createLog('silent', { write: () => undefined });
  const missing = () => openRegister({ path: join(folder, 'none.edition'), clock, log });
  expect(missing).toThrow(EditionError);
  expect(missing).toThrow(/There is no such file: build one with `klopt register build SOURCE --out/);
});

test('the health note tells of an old edition and of the sample', () => {
  const { info } = opened.state();
  const finding = (change: Partial<typeof info>) =>
    registerFinding({ info: { ...info, ...change }, refusal: null }, { clock, maxAgeDays: 100 });
  expect(finding({ date: '2026-08-14' })).toEqual({ ok: true });
  expect(finding({ date: '2026-08-13' })).toEqual({ ok: true, note: 'the edition is 101 days old' });
  expect(finding({ sample: true })).toEqual({ ok: true, note: 'the fictional sample register is in use' });
  expect(ageInDays('2026-11-08', clock.nowMs())).toBe(14);
});

test('Prometheus is told date, addresses and refusals', async () => {
  const registry = new Registry();
  registerMetrics(registry, () => opened.state());
  expect(await registry.metrics()).toContain('klopt_register_addresses 1\n');
  unlinkSync(path);
  await opened.reload();
  expect(await registry.metrics()).toMatch(/^klopt_register_refused 1$/m);
  expect(await registry.metrics()).toMatch(
    new RegExp(`^klopt_register_date_seconds ${Date.UTC(2026, 10, 8) / 1_000}$`, 'm'),
  );
});
