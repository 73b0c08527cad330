import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RULES } from '../../src/checks/check-address';
import { RULE_WORDS } from '../../src/checks/rule-words';
import { registerCommand } from '../../src/cli/register-command';
import { readEdition } from '../../src/register/edition/edition-file';

let folder = '';
let edition = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'klopt-cli-'));
  edition = join(folder, 'register.edition');
  const list = join(folder, 'list-2026-11.csv');
  writeFileSync(
    list,
    [
      'straat,huisnummer,toevoeging,postcode,woonplaats,lat,lon',
      'Kerkstraat,11,,8951AB,Zilverwaard,52.5,5.25',
      'Kerkstraat,13,,8951AB,Zilverwaard,52.5,5.25',
      'Kerkstraat,13,bis,8951AB,Zilverwaard,52.5,5.25',
      'Kerkstraat,1x,bis,8951AB,Zilverwaard,52.5,5.25',
    ].join('\n'),
  );
  await run('build', list, '--out', edition, '--coordinates');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...words: string[]) {
  const answers: string[] = [];
  const remarks: string[] = [];
  const command = registerCommand({
    answer: (text) => answers.push(text),
    remark: (text) => remarks.push(text),
    isInteractive: false,
  });
  for (const one of [command, ...command.commands])
    one.exitOverride().configureOutput({ writeErr: () => undefined });
  await command.parseAsync(words, { from: 'user' });
  return { answer: answers.join('\n'), remarks };
}

describe('build', () => {
  test('ends with a summary of what there is and what was left out', async () => {
    const { answer, remarks } = await run(
      'build',
      join(folder, 'list-2026-11.csv'),
      '--out',
      edition,
      '--coordinates',
    );
    expect(answer).toContain(`Edition 2026-11-01 of the register is in ${edition}.`);
    expect(answer).toMatch(/^addresses +3$/m);
    expect(answer).toMatch(/^memory at most +\d+\.\d [MG]B$/m);
    expect(answer).toMatch(/^Left out:\n {2}house number is not between 1 and 99999 +1$/m);
    expect(remarks.map((line) => line.split(':')[0])).toEqual(['reading', 'compiling', 'writing']);
    expect(readEdition(edition).info.counts.addresses).toBe(3);
  });

  test('prints its summary as JSON', async () => {
    const { answer } = await run(
      'build',
      join(folder, 'list-2026-11.csv'),
      '--out',
      edition,
      '--json',
      '--coordinates',
    );
    expect(JSON.parse(answer)).toMatchObject({
      file: edition,
      info: { edition: '2026-11-01' },
      peakBytes: expect.any(Number),
    });
  });

  test('wants to know where to', async () => {
    await expect(run('build', 'list.csv')).rejects.toThrow(/required option '--out <file>'/);
  });
});

describe('info', () => {
  test('tells source, date, counts and what takes room', async () => {
    const { answer } = await run('info', edition);
    expect(answer).toMatch(/^source +CSV$/m);
    expect(answer).toMatch(/^date +2026-11-01$/m);
    expect(answer).toMatch(/^streets +1$/m);
    expect(answer).toMatch(/^runHead +\d+ bytes$/m);
    expect(answer).not.toMatch(/^formerPostcode/m);
  });

  test('prints all of it as JSON', async () => {
    const { answer } = await run('info', edition, '--json');
    expect(JSON.parse(answer)).toMatchObject({ info: { source: 'CSV' }, sections: expect.any(Array) });
  });

  test('refuses what is no edition with a sentence', async () => {
    await expect(run('info', join(folder, 'list-2026-11.csv'))).rejects.toThrow(
      /is not an edition of the register: give/,
    );
  });
});

describe('lookup', () => {
  test.each([
    [
      ['8951AB', '13'],
      /^Kerkstraat 13, 8951AB Zilverwaard\nregistered +yes\nadditions +\(none\), bis\nnumbers +11–13 \(odd\)\nposition +52\.5, 5\.25$/,
    ],
    [['8951ab', '12'], /registered +no; near 12 are 11, 13$/m],
    [['8951AB'], /^Kerkstraat, 8951AB Zilverwaard\nnumbers +11–13 \(odd\)/],
    [['8951AC', '12'], /^The register has no postcode 8951AC\. The nearest are 8951AB\.$/],
    [['1000AA', '12'], /^The register has no postcode 1000AA, nor any that begins with 1000\.$/],
  ])('%j', async (words, expected) => {
    const { answer } = await run('lookup', ...words, '--register', edition);
    expect(answer).toMatch(expected);
  });

  test('prints what it found as JSON', async () => {
    const { answer } = await run('lookup', '8951AB', '13', '--register', edition, '--json');
    expect(JSON.parse(answer)).toMatchObject({ streets: [{ number: { additions: ['', 'bis'] } }] });
  });

  test.each([
    [['1234SS', '1'], /form 1234AB/],
    [['8951AB', '13bis'], /Give the house number alone/],
  ])('%j is asked again', async (words, sentence) => {
    await expect(run('lookup', ...words, '--register', edition)).rejects.toThrow(sentence);
  });
});

describe('explain', () => {
  const entry = ['--postcode', '8951 AB', '--city', 'Zilverwaard', '--register'];

  test('shows each rule up to the one that decides, and what it decides', async () => {
    const { answer } = await run('explain', '--line', 'Kerkstr 13 bis', ...entry, edition);
    expect(answer).toMatch(
      /^read as: street Kerkstr, number 13, addition bis, postcode 8951 AB, city Zilverwaard/m,
    );
    expect(answer).toMatch(/^ {2}country not covered +- +another country: /m);
    expect(answer).toMatch(/^ {2}belongs together +accept +postcode, street and number /m);
    expect(answer).toMatch(/^verdict +accept \(verified\)$/m);
    expect(answer).toMatch(/^address +Kerkstraat 13 bis, 8951AB Zilverwaard$/m);
  });

  test('has words for every rule, and for no other', () => {
    expect(Object.keys(RULE_WORDS)).toEqual(RULES.map(({ name }) => name));
  });

  test('takes an address as one line', async () => {
    const { answer } = await run('explain', 'Kerkstr. 13 bis, 8951 AB Zilverwaard', '--register', edition);
    expect(answer).toMatch(/^verdict +accept \(verified\)$/m);
  });

  test('shows the candidates of a contradiction', async () => {
    const { answer } = await run('explain', '--street', 'Lindelaan', '--number', '13', ...entry, edition);
    expect(answer).toMatch(/^ {2}contradiction +fix +postcode and street belong to different addresses$/m);
    expect(answer).toMatch(
      /^reasons +POSTCODE_STREET_MISMATCH: .*\n +STREET_UNKNOWN: This street is not known/m,
    );
    expect(answer).toMatch(/^candidate 1 +Kerkstraat 13/m);
  });

  test('prints all of it as JSON, earlier addresses taken into account', async () => {
    const earlier = ['--previous', 'Kerkstraat 11, 8951 AB Zilverwaard', '--json'];
    const { answer } = await run(
      'explain',
      '--street',
      'Kerkstraat',
      '--number',
      '11',
      ...entry,
      edition,
      ...earlier,
    );
    expect(JSON.parse(answer)).toMatchObject({
      judgement: { verdict: 'accept', reasons: [{ code: 'MATCHES_PREVIOUS_ADDRESS' }] },
    });
  });
});
