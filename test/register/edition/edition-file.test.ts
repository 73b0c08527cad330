import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { decodeEdition, EditionError } from '../../../src/register/edition/edition-bytes-file';
import {
  describeEdition,
  prepareFolder,
  readEdition,
  writeEdition,
} from '../../../src/register/edition/edition-file';
import { parsePostcode } from '../../../src/register/names/postcode';
import { editionBytes } from '../../support/edition-of';

const bytes = editionBytes((sink) => {
  const street = sink.street(sink.place('Zilverwaard'), 'Kerkstraat');
  sink.address({ street, postcode: parsePostcode('8951AA') ?? 0, houseNumber: 12, addition: null });
});
const { info, sections } = decodeEdition(bytes.slice().buffer);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klopt-edition-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what was written is read, and nothing else is left in the folder', () => {
  const path = join(folder, 'register.edition');
  expect(writeEdition(path, info, sections)).toBe(bytes.length);
  expect(readFileSync(path).equals(bytes)).toBe(true);
  expect(readEdition(path).info).toEqual(info);
  expect(readdirSync(folder)).toEqual(['register.edition']);
});

test('a failing write leaves the old file and no other', () => {
  const path = join(folder, 'register.edition');
  writeEdition(path, info, sections);
  const broken = {
    ...sections,
    get runHead(): never {
      throw new Error('no room');
    },
  };
  expect(() => writeEdition(path, info, broken)).toThrow('no room');
  expect(readFileSync(path).equals(bytes)).toBe(true);
  expect(readdirSync(folder)).toEqual(['register.edition']);
});

test('a write that cannot be renamed into place takes its temporary file away', () => {
  expect(() => writeEdition(folder, info, sections)).toThrow();
  expect(readdirSync(folder)).toEqual([]);
  expect(readdirSync(dirname(folder)).filter((name) => name.startsWith(`${basename(folder)}.`))).toEqual([]);
});

test('killed at any moment of a write, it leaves the old or the new edition, never a half one', async () => {
  const path = join(folder, 'register.edition');
  writeEdition(path, info, sections);
  const script = `
    const { readFileSync } = require('node:fs');
    const { decodeEdition } = require(${JSON.stringify(compiled('edition-bytes-file'))});
    const { writeEdition } = require(${JSON.stringify(compiled('edition-file'))});
    const { info, sections } = decodeEdition(new Uint8Array(readFileSync(${JSON.stringify(path)})).buffer);
    process.stdout.write('ready');
    for (;;) writeEdition(${JSON.stringify(path)}, info, sections);`;
  for (const delayMs of [0, 3, 7, 13]) {
    const child = spawn(process.execPath, ['--import', 'tsx', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(readFileSync(path).equals(bytes)).toBe(true);
  }
  writeEdition(path, info, sections);
  expect(readdirSync(folder)).toEqual(['register.edition']);
});

test('a build removes what killed builds of the same file left, and nothing of those that run', async () => {
  const path = join(folder, 'register.edition');
  const left = `register.edition.${String(await pidThatIsGone())}.part`;
  const kept = [
    `register.edition.${String(process.ppid)}.part`,
    left.replace('register', 'other'),
    'register.edition.zip.part',
  ];
  for (const name of [left, ...kept]) writeFileSync(join(folder, name), 'half an edition');
  writeEdition(path, info, sections);
  expect(readdirSync(folder).sort()).toEqual(['register.edition', ...kept].sort());
});

async function pidThatIsGone(): Promise<number> {
  const child = spawn(process.execPath, ['--eval', 'setInterval(() => 0, 1000)']);
  child.kill('SIGKILL');
  await once(child, 'exit');
  return child.pid ?? 0;
}

function compiled(module: string): string {
  return join(__dirname, '../../../src/register/edition', `${module}.ts`);
}

test('a missing file is an error that says how to get one', () => {
  const path = join(folder, 'none.edition');
  expect(() => readEdition(path)).toThrow(EditionError);
  expect(() => readEdition(path)).toThrow(
    `The edition ${path} cannot be used. There is no such file: build one with \`klopt register build SOURCE --out ${path}\`, or set KLOPT_REGISTER to another.`,
  );
});

test('a folder in its place and a damaged file are errors that name it', () => {
  expect(() => readEdition(folder)).toThrow(
    `The edition ${folder} cannot be used. It cannot be read (EISDIR)`,
  );
  const path = join(folder, 'damaged.edition');
  writeFileSync(path, bytes.subarray(0, 100));
  expect(() => readEdition(path)).toThrow(`The edition ${path} cannot be used. It has 100 bytes where`);
});

test('the folder is made before the work, and one that cannot be made is refused', () => {
  prepareFolder(join(folder, 'data/deep/register.edition'));
  expect(readdirSync(join(folder, 'data'))).toEqual(['deep']);
  writeFileSync(join(folder, 'file'), '');
  expect(() => prepareFolder(join(folder, 'file/register.edition'))).toThrow(EditionError);
});

test('an edition tells what takes its room', () => {
  const path = join(folder, 'register.edition');
  writeEdition(path, info, sections);
  const described = describeEdition(path);
  expect(described).toMatchObject({ info, bytes: bytes.length });
  expect(described.sections).toContainEqual({ name: 'runHead', bytes: 4 });
});
