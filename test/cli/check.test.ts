import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { parsePostcode } from '../../src/register/names/postcode';
import { editionBytes } from '../support/edition-of';

const root = join(__dirname, '../..');
let folder = '';
let register = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'klopt-check-'));
  register = join(folder, 'register.edition');
  const bytes = editionBytes((sink) => {
    for (const [street, postcode] of [
      ['Lindelaan', '8962KL'],
      ['Kerkstraat', '8951AB'],
      ['Café-steeg', '8951AC'],
    ] as const)
      sink.address({
        street: sink.street(sink.place('Zilverwaard'), street),
        postcode: parsePostcode(postcode) ?? 0,
        houseNumber: 12,
        addition: '',
      });
  });
  writeFileSync(register, bytes);
});
afterAll(() => rmSync(folder, { recursive: true }));

const inFolder = (name: string) => join(folder, name);

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(inFolder(name), content);
  return inFolder(name);
}

/** Runs the command as a process of its own. */
async function klopt(words: readonly string[], input = '') {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/klopt.ts', 'check', ...words], {
    cwd: root,
    env: { ...process.env, KLOPT_REGISTER: register, KLOPT_REGISTER_MAX_AGE_DAYS: '100000' },
  });
  let output = '';
  let remarks = '';
  child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (remarks += bytes.toString()));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number];
  return { code, output, remarks };
}

/** The rows of a CSV, by the names of their columns. */
function rowsOf(csv: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
}

const list = [
  'naam;straat;huisnummer;postcode;plaats;bedrag',
  '"Jansen; J.";Lindelaan;12;8962 KL;Zilverwaard;=1+1',
  'De Vries;Lindelaan;12;8951AB;Zilverwaard;"=1\r\n+1"',
  '',
].join('\r\n');

describe('klopt check', () => {
  it('gives the list back with a verdict a row, and a summary', async () => {
    const out = inFolder('checked.csv');
    const { code, output, remarks } = await klopt([write('list.csv', `\uFEFF${list}`), '--out', out]);
    expect([code, remarks]).toEqual([0, expect.stringMatching(/^reading: /)]);
    const text = readFileSync(out, 'utf8');
    expect(text).toMatch(/^\uFEFFnaam;straat;huisnummer;postcode;plaats;bedrag;klopt_verdict;[^\n]*\r\n/);
    expect(rowsOf(text.slice(1))).toMatchObject([
      { naam: 'Jansen; J.', bedrag: "'=1+1", klopt_verdict: 'accept', klopt_postcode: '8962KL' },
      {
        naam: 'De Vries',
        bedrag: "'=1\r\n+1",
        klopt_verdict: 'fix',
        klopt_reasons: 'POSTCODE_STREET_MISMATCH',
        klopt_message: 'De postcode en de straat horen niet bij elkaar.',
        klopt_street: expect.stringMatching(/Lindelaan|Kerkstraat/),
        klopt_houseNumber: '12',
      },
    ]);
    expect(output).toMatch(/^2 rows in .*\naccept +1 +50\.0 %\nconfirm +0 .*\nfix +1 .*\nPOSTCODE_STREET_/);
  });

  it('reads the standard input and writes the standard output, its summary beside it', async () => {
    const { code, output, remarks } = await klopt(['-', '--language', 'en', '--json'], list);
    expect(code).toBe(0);
    expect(rowsOf(output).map((row) => row.klopt_message)).toEqual([
      '',
      'The postcode and the street do not belong together.',
    ]);
    expect(JSON.parse(remarks)).toMatchObject({
      file: null,
      rows: 2,
      verdicts: { accept: 1, confirm: 0, fix: 1 },
      notChecked: 0,
      reasons: { POSTCODE_STREET_MISMATCH: 1 },
    });
  });

  it.each([
    ['English names, by comma', 'street,house_number,zip,city\nLindelaan,12,8962KL,Zilverwaard\n', []],
    ['lines, by tab', 'id\tAdres\tland\n1\tLindeln. 12, 8962 KL Zilverwaard\tNederland\n', []],
    ['lines alone', 'adres\nLindelaan 12, 8962KL Zilverwaard\n', []],
    ['a line beside its number', 'adres,nr,postcode\nLindelaan,12,8962KL\n', ['nr=houseNumber']],
    ['what is told', 'a=b;wat;waar\nLindelaan 12;x;8962KL\n', ['a=b=addressLine', 'Waar=postcode']],
    ['a letter and an addition', 'straat;nummer;letter;postcode\nLindelaan;12;;8962KL\n', []],
    ['beside others that say nothing, twice', 'x;adres;x\n1;Lindelaan 12, 8962KL Zilverwaard;2\n', []],
  ])('recognises columns: %s', async (_, content, told) => {
    const { code, output } = await klopt(['-', ...(told.length > 0 ? ['--map', ...told] : [])], content);
    expect([code, rowsOf(output).map((row) => row.klopt_verdict)]).toEqual([0, ['accept']]);
  });

  it('lets a column be there twice that says nothing of an address', async () => {
    const { code, output } = await klopt(['-'], 'x;adres;x\n1;Lindelaan 12, 8962KL Zilverwaard;2\n');
    expect([code, output]).toEqual([0, expect.stringMatching(/^x;adres;x;klopt_verdict.*\n1;.*;2;accept;/)]);
  });

  it('reads what is compressed, and in the encoding of old spreadsheets', async () => {
    const text = Buffer.from('straat;huisnummer;postcode\nCaf\xe9-steeg;12;8951AC\n', 'latin1');
    const path = write('old.csv.gz', gzipSync(text));
    const { output } = await klopt([path, '--encoding', 'windows-1252']);
    expect(rowsOf(output)).toMatchObject([{ straat: 'Café-steeg', klopt_verdict: 'accept' }]);
  });

  it('keeps letters whole where a piece of the file ends within one', async () => {
    const row = 'Café-steeg;12;8951AC\n';
    const path = write('long.csv', `straat;huisnummer;postcode\n${row.repeat(40_000)}`);
    const { remarks } = await klopt([path, '--json']);
    expect(remarks).toContain('"verdicts":{"accept":40000,"confirm":0,"fix":0}');
  });

  it('leaves unjudged what the API would refuse, and says why', async () => {
    const { output } = await klopt(['-'], `straat,huisnummer,postcode\n${'x'.repeat(300)},12,8962KL\n`);
    expect(rowsOf(output)).toMatchObject([
      { klopt_verdict: '', klopt_message: 'street: Dit mag hoogstens 200 tekens lang zijn.' },
    ]);
  });
});

describe('what cannot be checked', () => {
  it.each<[string, string | Uint8Array, string[], string]>([
    ['an empty file', '', [], 'empty.'],
    ['no column of an address', 'x;y\n1;2\n', [], 'line 1: no column holds an address among x, y.'],
    [
      'a row too short',
      'straat;postcode\n"a\nb";1\nc\n',
      [],
      'line 4: 1 column where the first line has 2 columns.',
    ],
    ['another encoding', Buffer.from([0x61, 0x0a, 0xff, 0x0a]), [], 'line 2: this is not UTF-8.'],
    [
      'a column that is there twice',
      'Postcode;straat;postcode\n1;a;2\n',
      [],
      'line 1: there are two columns "Postcode". Rename or remove one',
    ],
    ['a column that is not there', 'straat\nx\n', ['--map', 'straatt=street'], 'Did you mean straat?'],
    ['a field that is not there', 'straat\nx\n', ['--map', 'straat=stret'], 'Did you mean street?'],
  ])('%s: says which file and line, and leaves the old output', async (_, content, words, sentence) => {
    const out = write('out.csv', 'old');
    const path = write('broken.csv', content);
    const { code, remarks } = await klopt([path, '--out', out, ...words]);
    expect([code, remarks.split('\n').at(-2)]).toEqual([1, expect.stringContaining(sentence)]);
    expect(remarks).toContain('broken.csv');
    expect(readFileSync(out, 'utf8')).toBe('old');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it.each([
    [['nowhere.csv'], /nowhere\.csv cannot be read \(ENOENT\)\.$/m],
    [['-', '--out', '/nowhere/out.csv'], /\/nowhere\/out\.csv cannot be written \(ENOENT\)\.$/m],
    [['-', '--register', 'nowhere.edition'], /nowhere\.edition cannot be used/],
  ])('%j', async (words, sentence) => {
    const { code, remarks } = await klopt(words, list);
    expect([code, remarks]).toEqual([1, expect.stringMatching(sentence)]);
  });
});
