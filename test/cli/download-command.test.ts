import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createSampleExtract } from '../../sample/sample-extract';
import { readEdition } from '../../src/register/edition/edition-file';
import { serveFile, type Behaviour, type FileServer } from '../support/file-server';

let content: Buffer;
beforeAll(async () => {
  content = await createSampleExtract();
});

let folder = '';
let edition = '';
let server: FileServer | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klopt-download-'));
  edition = join(folder, 'register.edition');
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  rmSync(folder, { recursive: true });
});

async function serve(behaviour: Partial<Behaviour> = {}): Promise<FileServer> {
  server = await serveFile({ content, etag: '"november"', ...behaviour });
  return server;
}

function start(...args: string[]): ChildProcess {
  const command = ['--import', 'tsx', 'src/cli/klopt.ts', 'register', 'download', ...args];
  return spawn(process.execPath, command, { env: { ...process.env, KLOPT_REGISTER: edition } });
}

async function outcome(child: ChildProcess) {
  const [answer, remarks, [exitCode]] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, 'exit'),
  ]);
  return { answer, remarks, exitCode: exitCode as number };
}

const download = (...args: string[]) => outcome(start(...args));

/** A server from which little comes at a time, so that there is time to break off. */
const inSmallPieces = () => serve({ dropAfterBytes: 1_000, drops: 1_000 });

async function somethingCame(): Promise<void> {
  const part = `${edition}.extract.zip.part`;
  while (!existsSync(part) || statSync(part).size === 0) await new Promise((go) => setTimeout(go, 10));
}

async function brokenOff() {
  const child = start('--url', server!.url);
  const ended = outcome(child);
  await somethingCame();
  child.kill('SIGINT');
  return ended;
}

test('fetches the extract, builds the edition that KLOPT_REGISTER names, and leaves nothing else', async () => {
  const { url } = await serve();
  const { answer, remarks, exitCode } = await download('--url', url);
  expect({ exitCode, remarks }).toMatchObject({ exitCode: 0 });
  expect(answer).toContain(`Edition 2026-11-08 of the register is in ${edition}.`);
  expect(answer).toMatch(/^addresses +4,508$/m);
  expect(remarks).toContain(`Fetching ${url} into ${edition}.extract.zip.\n`);
  expect(remarks).toMatch(/^fetching: 0 bytes of \d+\.\d KB \(0 %\)$/m);
  expect(remarks).toMatch(/^reading: .*\ncompiling\nwriting$/m);
  expect(readEdition(edition).info.counts.addresses).toBe(4_508);
  expect(readdirSync(folder)).toEqual(['register.edition']);
});

test('keeps the extract where told to, and does not fetch it again while it has not changed', async () => {
  const { url, ranges } = await serve();
  const out = join(folder, 'other.edition');
  const first = await download('--url', url, '--out', out, '--keep', '--coordinates', '--json');
  expect(first.remarks).toContain(`The extract is kept in ${out}.extract.zip.\n`);
  expect(JSON.parse(first.answer)).toMatchObject({ file: out, info: { edition: '2026-11-08' } });
  expect(statSync(`${out}.extract.zip`).size).toBe(content.length);
  const second = await download('--url', url, '--out', out);
  expect(second.exitCode).toBe(0);
  expect(ranges).toEqual(['', `bytes=${content.length}-`]);
  expect(readdirSync(folder)).toEqual(['other.edition']);
});

test('goes on by itself where the connection is dropped half-way, and says so', async () => {
  const { url, ranges } = await serve({ dropAfterBytes: content.length >> 1, drops: 1 });
  const { remarks, exitCode } = await download('--url', url);
  expect(exitCode).toBe(0);
  expect(remarks).toMatch(/; trying again in 1\.0 s$/m);
  expect(ranges).toEqual(['', expect.stringMatching(/^bytes=[1-9]\d+-$/)]);
  expect(readEdition(edition).info.counts.addresses).toBe(4_508);
});

test('broken off, it says what is kept, and the next run goes on from there', async () => {
  await inSmallPieces();
  const { answer, remarks, exitCode } = await brokenOff();
  expect({ answer, exitCode }).toEqual({ answer: '', exitCode: 1 });
  const [, kept] =
    /^Stopped\. (\d+) bytes are kept in \S+\.part: run it again to go on\.$/m.exec(remarks) ?? [];
  expect(Number(kept)).toBe(statSync(`${edition}.extract.zip.part`).size);
  await server?.close();
  const { url, ranges } = await serve();
  expect((await download('--url', url)).exitCode).toBe(0);
  expect(ranges).toEqual([`bytes=${kept}-`]);
  expect(readdirSync(folder)).toEqual(['register.edition']);
});

test('where there is no such file, says so in a sentence and leaves the old edition', async () => {
  const { url } = await serve({ failures: [404] });
  writeFileSync(edition, 'old');
  const { answer, remarks, exitCode } = await download('--url', url);
  expect({ answer, exitCode }).toEqual({ answer: '', exitCode: 1 });
  expect(remarks.trimEnd().split('\n').at(-1)).toBe(`${url}: the server answered 404: check the address.`);
  expect(readdirSync(folder)).toEqual(['register.edition']);
});

test('where no edition can be built of it, says that the extract is kept', async () => {
  const emptyZip = Buffer.from(`PK\u0005\u0006${'\0'.repeat(18)}`, 'latin1');
  const { url } = await serve({ content: emptyZip });
  const { remarks, exitCode } = await download('--url', url);
  expect(exitCode).toBe(1);
  expect(remarks).toContain(`The extract is kept: remove ${edition}.extract.zip to have it fetched anew.\n`);
  expect(remarks).not.toMatch(/\n\s+at /);
});

test.each(['extract.zip', 'ftp://localhost/extract.zip', 'http://me:secret@localhost/extract.zip'])(
  'refuses %s as an address before it fetches anything',
  async (url) => {
    const { remarks, exitCode } = await download('--url', url);
    expect(exitCode).toBe(2);
    expect(remarks).toMatch(/begins with http:\/\/ or https:\/\/, without a user name/);
  },
);
