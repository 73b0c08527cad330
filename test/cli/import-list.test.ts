import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { onEveryDatabase } from '../support/databases';
import {
  day,
  finished,
  header,
  importFolder,
  right,
  shipmentsOf,
  shopOn,
  startKlopt,
} from '../support/shipments-import';

let folder: ReturnType<typeof importFolder>;
beforeAll(() => (folder = importFolder()));
afterAll(() => folder.remove());
beforeEach(() => (process.exitCode = 0));
afterAll(() => (process.exitCode = 0));

onEveryDatabase('rows with mistakes', (databases) => {
  const wrong = [
    header,
    'B-1;;geen adres;12;Lindelaan;12;8962KL;Zilverwaard;;31-31-2026',
    'B-2;te kort',
    right,
    `B-3;Cor;;+31 6 11111111;${'x'.repeat(300)};12;8962KL;Zilverwaard;;`,
    '',
  ].join('\r\n');

  it('are all named, each mistake at once, and spoil only themselves', async () => {
    const { run } = await shopOn(databases, folder);
    const { registered, rejected } = await run(wrong, '--language', 'en');
    expect(registered).toBe(1);
    expect(rejected).toEqual([
      {
        line: 2,
        reason:
          'Naam: This field is required. E-mail: This must be an e-mail address, as vera@example.nl. ' +
          'Telefoon: This is not in the right form. Bezorgdatum: This must be a date that exists, as 2026-11-26.',
      },
      { line: 3, reason: '2 columns where the first line has 10 columns.' },
      { line: 5, reason: 'Straat: This may be at most 200 characters long.' },
    ]);
  });

  it('are written in a list that can be put right and imported', async () => {
    const { run, words } = await shopOn(databases, folder);
    const out = folder.inFolder('rejected.csv');
    await run(`\uFEFF${wrong}`, '--out', out);
    const text = readFileSync(out, 'utf8');
    expect(text).toMatch(/^\uFEFFOrdernummer;.*;Bezorgdatum;klopt_line;klopt_reason\r\nB-1;.*;2;Naam: Dit /);
    expect(text).toContain("'+31 6 11111111");
    const put = text.replace('x'.repeat(300), 'Lindelaan');
    writeFileSync(out, put);
    await expect(words(out, '--out', out)).rejects.toThrow('is the list itself');
    const rest = folder.inFolder('rest.csv');
    expect(await words(out, '--out', rest)).toMatch(
      /\nregistered +1\n[^]*\nrejected +2\nline 2: [^\n]+\nline 3: [^\n]+\nThey are in .*rest\.csv/,
    );
    expect(readFileSync(rest, 'utf8').match(/klopt_line/g)).toHaveLength(1);
  });

  it('leave no old list where there are none', async () => {
    const { run } = await shopOn(databases, folder);
    const out = folder.write('rejected.csv', 'old');
    await run(day, '--out', out);
    expect(readFileSync(out, 'utf8')).toBe(`${header};klopt_line;klopt_reason\r\n`);
  });
});

onEveryDatabase('lists of shipments', (databases) => {
  it.each([
    [
      'English names, by comma',
      'order_number,name,street,house_number,zip,city\nA,Vera,Lindelaan,12,8962KL,Zilverwaard',
      [],
    ],
    [
      'lines, by tab',
      'Reference\tRecipient name\tAddress\tCountry\nA\tVera\tLindelaan 12, 8962KL Zilverwaard\tNederland',
      [],
    ],
    [
      'what is told',
      'nr;wie;waar\nA;Vera;Lindelaan 12, 8962KL Zilverwaard',
      ['nr=reference', 'wie=name', 'waar=addressLine'],
    ],
  ])('may have %s', async (_, content, told) => {
    const { run } = await shopOn(databases, folder);
    const map = told.length > 0 ? ['--map', ...told] : [];
    expect(await run(content, ...map)).toMatchObject({ registered: 1, released: 1, rejected: [] });
  });

  it('may say everything that the API takes', async () => {
    const { database, run } = await shopOn(databases, folder);
    const content = [
      'referentie;barcode;naam;taal;straat;huisnummer;toevoeging;plaats;depot;bezorgdatum;bezorginstructie;bevestigd',
      'A;3SKLPT1;Vera;English;Lindelaan;9999;a;Zilverwaard;zlv;2026-11-26;Bel stuk;Ja',
      'B;;Bram;;Lindelaan;12;;Zilverwaard;;;;nee',
    ].join('\n');
    expect(await run(content)).toMatchObject({ registered: 2, released: 2 });
    expect(await shipmentsOf(database)).toMatchObject([
      {
        ...{ barcode: '3SKLPT1', recipient_language: 'en', depot: 'ZLV', promised_on: '2026-11-26' },
        ...{ driver_note: 'Bel stuk', is_confirmed: 1 },
      },
      { barcode: expect.stringMatching(/^KLPT/), recipient_language: 'nl', depot: null, is_confirmed: 0 },
    ]);
  });

  it('may be compressed', async () => {
    const { words } = await shopOn(databases, folder);
    const path = folder.write('day.csv.gz', gzipSync(day));
    expect(JSON.parse(await words(path, '--json'))).toMatchObject({ registered: 2 });
  });

  it.each([
    [
      'no shop',
      day,
      ['--shop', 'Boekhande'],
      'no shop "Boekhande". Did you mean "Boekhandel"? Make one with: klopt keys create',
    ],
    ['another shop', day, ['--shop', 'Zzz'], 'no shop "Zzz"; there are: Boekhandel, Fietsen. Make one'],
    ['an empty list', '', [], 'day.csv is empty.'],
    [
      'no column of the name',
      'order;adres\n1;a',
      [],
      'line 1: no column holds the name among order, adres. Name it, as in --map "order=name"',
    ],
    ['no column of an address', 'order;naam\n1;a', [], 'line 1: no column holds an address'],
    [
      'a column that is there twice',
      'order;naam;adres;Naam \n1;Vera;a;Bram',
      [],
      'day.csv, line 1: there are two columns "naam". Rename or remove one',
    ],
    ['a field that is not there', day, ['--map', 'Naam=nam'], 'Did you mean name?'],
    ['another encoding', Buffer.from(`${day}A-3;Ren\xe9`, 'latin1'), [], 'line 4: this is not UTF-8.'],
    ['nowhere to write', day, ['--out', '/nowhere/rejected.csv'], 'cannot be written (ENOENT)'],
  ])('are refused before anything is registered: %s', async (_, content, options, sentence) => {
    const { database, words } = await shopOn(databases, folder);
    await expect(words(folder.write('day.csv', content), ...options)).rejects.toThrow(sentence);
    expect(await shipmentsOf(database)).toEqual([]);
  });

  it('end in a sentence without names where the database goes wrong', async () => {
    const { database, words } = await shopOn(databases, folder);
    await database.schema.dropTable('shipment_events');
    const failed = words(folder.write('day.csv', day));
    await expect(failed).rejects.toThrow(
      /^This went wrong: (?:SQLITE_ERROR|42P01), after 0 rows\. They stay registered: run it again, .*\.$/,
    );
    expect(await shipmentsOf(database)).toEqual([]);
  });

  it('come from the standard input, and the exit code says whether rows were rejected', async () => {
    const { url } = await shopOn(databases, folder);
    for (const [content, expected] of [
      [day, 0],
      [`${day}B-1;`, 1],
    ] as const) {
      const child = startKlopt(['shipments', 'import', '-', '--shop', 'Boekhandel'], url);
      child.stdin?.end(content);
      const { code, output, remarks } = await finished(child);
      expect([code, output]).toEqual([expected, expect.stringMatching(/rows in/)]);
      expect(remarks).toMatch(/^registering: 2/);
      expect(output + remarks).not.toMatch(/Vera|Bram|Lindelaan|8962/);
    }
  }, 60_000);
});
