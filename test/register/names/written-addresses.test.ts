import { splitAddressLine } from '../../../src/register/names/address-line';
import { findAddition, parseHouseNumber } from '../../../src/register/names/house-number';
import { parsePostcode } from '../../../src/register/names/postcode';
import { describeWithTestCases } from '../../support/test-cases';

interface WrittenCase {
  kind: string;
  input: unknown;
  expected: unknown;
}
type Parts = Partial<Record<string, string>>;

/** Where the expectation is what one library does rather than what is right, and why it is split otherwise here. */
const DEVIATIONS: Record<string, { parts: Parts; why: string }> = {
  'Markerkant 10 noordzijde': {
    parts: { street: 'Markerkant', number: '10', suffix: 'noordzijde' },
    why: 'Text is split, not rewritten: the register says whether "noordzijde" is written NZ there.',
  },
  'Markerkant 10 west': {
    parts: { street: 'Markerkant', number: '10', suffix: 'west' },
    why: 'As noordzijde: what was typed is kept as typed.',
  },
};

/** Every reading of a line as parts with the names that the cases use. */
function readingsOf(text: string): Parts[] {
  const { readings, postcode, city, poBox, unusedText } = splitAddressLine(text);
  const around = {
    postcode: postcode.replace(/\s/g, ''),
    city,
    po_box: /\d+/.exec(poBox)?.[0] ?? '',
    extra: unusedText.join(' '),
  };
  if (readings.length === 0)
    return [{ street: poBox.replace(/\s*\d+$/, ''), number: around.po_box, suffix: '', ...around }];
  return readings.map(({ street, houseNumber, addition }) => {
    const number = houseNumber === null ? '' : String(houseNumber);
    return { street, number, building_num: number, suffix: addition, unit_num: addition, ...around };
  });
}

const textOf = (input: unknown): string =>
  typeof input === 'string'
    ? input
    : Object.values(input as Record<string, string | string[] | null>)
        .flat()
        .filter((part) => part !== null)
        .join('\n');

describeWithTestCases('addresses as people wrote them', 'written-addresses.dev.jsonl', (lines) => {
  const all = lines as WrittenCase[];
  const of = (...kinds: string[]) =>
    all.filter(({ kind }) => kinds.includes(kind)).map((one) => [textOf(one.input), one.expected] as const);

  test.each(of('split_street', 'parse_line', 'parse_block'))('%j is split so', (text, expected) => {
    const deviation = DEVIATIONS[text];
    const wanted = deviation === undefined ? [expected].flat() : [deviation.parts];
    for (const parts of wanted)
      expect(readingsOf(text)).toContainEqual(expect.objectContaining(parts as Parts));
  });

  test.each(of('split_number', 'number_spelling'))(
    '%j is a house number with its addition',
    (text, expected) => {
      const { number, letter, addition } = expected as {
        number: string;
        letter: string | null;
        addition?: string | null;
      };
      const parsed = parseHouseNumber(text);
      expect(parsed?.houseNumber).toBe(Number(number));
      // The register's own spelling of letter and addition is found by what was typed, in whichever order it was.
      const registered = [letter?.toUpperCase(), addition].filter(Boolean).join('-');
      expect(findAddition(parsed?.addition ?? '', ['Z', registered, 'Y'])).toBe(registered);
    },
  );

  test.each(of('valid_number'))('%j is a house number', (text) => {
    expect(parseHouseNumber(text)).not.toBeNull();
  });

  test.each(of('invalid_postcode'))('%j is no postcode', (text) => {
    expect(parsePostcode(text)).toBeNull();
  });

  test.each(of('trim'))('%j is trimmed', (text, expected) => {
    expect(parsePostcode(text)).toBe(parsePostcode((expected as { postcode: string }).postcode));
  });

  test.each(of('american_style'))('%j is split so', (text) => {
    const expected = {
      'Weezenhof 8210': { street: 'Weezenhof', number: '8210' },
      'Zwolseweg 1A/101': { street: 'Zwolseweg', number: '1', suffix: 'A/101' },
    }[text];
    expect(readingsOf(text)).toContainEqual(expect.objectContaining(expected));
  });

  test('every kind is tested, or needs a register of its own', () => {
    // These ask what the real register holds: see the evaluation on the national edition.
    const needRegister = [
      'lookup',
      'lookup_mismatch',
      'postcode_in_two_places',
      'place_bag_vs_postnl',
      'addition_shape',
    ];
    const tested = [
      'split_street',
      'parse_line',
      'parse_block',
      'split_number',
      'number_spelling',
      'valid_number',
    ];
    const kinds = new Set(all.map(({ kind }) => kind));
    expect(
      [...kinds].filter(
        (kind) => ![...needRegister, ...tested, 'invalid_postcode', 'trim', 'american_style'].includes(kind),
      ),
    ).toEqual([]);
  });
});
