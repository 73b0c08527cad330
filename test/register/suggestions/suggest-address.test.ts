import fc from 'fast-check';
import { amend } from '../../../src/register/amendments/amended-register';
import type { Edition } from '../../../src/register/edition/edition';
import { formatPostcode } from '../../../src/register/names/postcode';
import { suggestAddresses, type TypedAddress } from '../../../src/register/suggestions/suggest-address';
import type { Suggestion } from '../../../src/register/suggestions/suggest-number';
import { sampleEdition } from '../../support/sample-parts';
import { registerOf } from '../../support/small-register';
import { times } from '../../support/times';

let register: Edition;
beforeAll(async () => {
  register = await sampleEdition();
});

/** "Kerkstraat 12 A, 8951AB Zilverwaard", with … for what is still to be typed. */
function written({ street, segment, houseNumber, addition, missing }: Suggestion): string {
  const code = segment === null ? 0 : register.postcodeOf(segment);
  const number = houseNumber === null ? '…' : `${houseNumber} ${addition}`.trim();
  const more = missing === 'houseNumberAddition' ? ' …' : '';
  const city = register.placeName(register.placeOf(street));
  return `${register.streetName(street)} ${number}${more}, ${code === 0 ? '' : `${formatPostcode(code)} `}${city}`;
}

function suggest(typed: Partial<TypedAddress>, limit = 8): string[] {
  return suggestAddresses(register, { text: '', city: '', postcode: '', ...typed }, limit).map(written);
}

describe('what is typed of an address', () => {
  test.each<[string, string, string[]]>([
    ['a whole postcode', '8951 AB', ['Kerkstraat …, 8951AB Zilverwaard']],
    ['four digits', '8951', ['Kerkstraat …, 8951AB Zilverwaard', 'Kerkstraat …, 8951AC Zilverwaard']],
    [
      'a postcode of which a letter is missing',
      '8957 a',
      ['Achterom …, 8957AO Zilverwaard', 'Voorom …, 8957AO Zilverwaard'],
    ],
    ['a postcode and a number', '8951ab 12', ['Kerkstraat 12, 8951AB Zilverwaard']],
    ['a postcode and a number without a space', '8951AB12', ['Kerkstraat 12, 8951AB Zilverwaard']],
    [
      'the beginning of a number',
      '8954MW 1',
      ['Molenweg 1, 8954MW Zilverwaard', 'Molenweg 11, 8954MW Zilverwaard'],
    ],
    ['a postcode in two places', '8975GD 21', ['Grensdijk 21, 8975GD Sint Odaberg']],
    [
      'a street and number, and the beginning of a city',
      'kerkstr 12 zil',
      ['Kerkstraat 12, 8951AB Zilverwaard'],
    ],
    ['the other place with that street', 'kerkstraat 12 mol', ['Kerkstraat 12, 8971AB Molenhorn']],
    ['the beginning of a city behind a street', 'kerkstraat molen', ['Kerkstraat …, Molenhorn']],
    ['a whole line', 'Lindelaan 15 B, 8962KM Zilverwaard', ['Lindelaan 15 B, 8962KM Zilverwaard']],
    [
      'the beginning of a postcode behind a number',
      'kerkstraat 11 8951',
      ['Kerkstraat 11, 8951AC Zilverwaard'],
    ],
    [
      'an addition of two',
      'havenkade 7 d',
      ['Havenkade 7 D-1, 8953HK Zilverwaard', 'Havenkade 7 D-2, 8953HK Zilverwaard'],
    ],
    ['an addition in other words', 'havenkade 11 huis', ['Havenkade 11 hs, 8953HK Zilverwaard']],
    ['a number with more additions than a list holds', 'havenkade 7', ['Havenkade 7 …, 8953HK Zilverwaard']],
    ['a street whose name holds a number', 'botter 40', ['Botter 40 …, Zilverwaard']],
    ['a number on such a street', 'botter 40 3', ['Botter 40 3, 8958BT Zilverwaard']],
    ['half an ij', 'grensdi', ['Grensdijk …, Molenhorn', 'Grensdijk …, Sint Odaberg']],
    ['a street without postcodes', 'nieuwlandseweg 3', ['Nieuwlandseweg 3, Zilverwaard']],
    ['letters without their marks', 'alde leane 3', ['Âlde Leane 3, 8979AL Lytsewâl']],
    ['nothing', '  ', []],
    ['one letter', 'k', []],
    ['what is nowhere', 'xyzzy 12', []],
  ])('%s', (_, text, expected) => expect(suggest({ text })).toEqual(expected));
});

describe('what the other fields hold', () => {
  it('puts the streets of the city first, and leaves the others in', () => {
    expect(suggest({ text: 'kerkstraat', city: 'Molenhorn' })).toEqual([
      'Kerkstraat …, Molenhorn',
      'Kerkstraat …, Zilverwaard',
    ]);
  });

  it('puts what lies at the postcode first', () => {
    expect(suggest({ text: 'kerkstraat 1', postcode: '8971' })[0]).toBe('Kerkstraat 1, 8971AB Molenhorn');
    expect(suggest({ text: 'kerkstr', postcode: '8951 AC' })[0]).toBe('Kerkstraat …, 8951AC Zilverwaard');
  });

  it('finds a former name and a misspelt one in that city', () => {
    const city = 'Zilverwaard';
    expect(suggest({ text: 'spoorstraat 3', city })).toContain(
      'Burgemeester Van Tilstraat 3, 8955BT Zilverwaard',
    );
    expect(suggest({ text: 'kerkstrat 12', city })).toEqual(['Kerkstraat 12, 8951AB Zilverwaard']);
  });
});

describe('where all of it fits nowhere', () => {
  test.each<[string, string, string[]]>([
    [
      'postcode and street contradict each other: either is offered',
      '8951AB Lindelaan 12',
      ['Kerkstraat 12, 8951AB Zilverwaard', 'Lindelaan 12, 8962KL Zilverwaard'],
    ],
    ['the number is not there: the street', '8951AB 99', ['Kerkstraat …, 8951AB Zilverwaard']],
    ['the addition is not there: the number', 'molenweg 7 x', ['Molenweg 7, 8954MW Zilverwaard']],
    ['the city is nowhere: the street', 'Marktplein 4, Nergens', ['Marktplein 4, 8956MP Zilverwaard']],
  ])('%s', (_, text, expected) => expect(suggest({ text })).toEqual(expected));
});

it('takes a city for the beginning of a longer one too', () => {
  const towns = registerOf([
    { place: 'Een', street: 'Hoofdweg', postcode: '8951AB', numbers: [1] },
    { place: 'Eenrum', street: 'Hoofdweg', postcode: '8971AB', numbers: [1, 2] },
  ]);
  const placesOf = (text: string) =>
    suggestAddresses(towns, { text, city: '', postcode: '' }, 8).map(({ street }) =>
      towns.placeName(towns.placeOf(street)),
    );
  expect(placesOf('hoofdweg 1 een')).toEqual(['Een', 'Eenrum']);
  expect(placesOf('hoofdweg 2 een')).toEqual(['Eenrum']);
});

it('suggests what an amendment adds', () => {
  const added = {
    kind: 'street',
    place: 'Zilverwaard',
    street: 'Bouwlaan',
    postcode: null,
    houseNumber: 5,
    addition: null,
    expiresAtMs: 2,
  } as const;
  const amended = amend(register, [added], 1);
  const [first] = suggestAddresses(amended, { text: 'bouwl 5', city: '', postcode: '' }, 8);
  expect(first).toMatchObject({ houseNumber: 5, missing: null });
  expect(amended.streetName(first?.street ?? 0)).toBe('Bouwlaan');
});

it('gives no more than asked for', () => {
  expect(suggest({ text: '8951AB 1' }, 3)).toHaveLength(3);
});

/** A registered address, in the ways that people type one whole. */
const address = fc
  .record({ segment: fc.nat(), number: fc.nat(), addition: fc.nat() })
  .map(({ segment, number, addition }) => {
    const at = segment % register.info.counts.segments;
    const ranges = register.numberRanges(at);
    const numbers = ranges.flatMap(({ first, last, step }) =>
      Array.from({ length: (last - first) / step + 1 }, (_, index) => first + index * step),
    );
    const houseNumber = numbers[number % numbers.length] ?? 0;
    const additions = register.additionsOf(at, houseNumber) ?? [''];
    return addressOf(at, houseNumber, additions[addition % additions.length] ?? '');
  });

function addressOf(segment: number, houseNumber: number, addition: string) {
  const street = register.streetOf(segment);
  const code = register.postcodeOf(segment);
  const city = register.placeName(register.placeOf(street));
  const line = `${register.streetName(street)} ${houseNumber} ${addition}`.trim();
  const postcode = code === 0 ? '' : formatPostcode(code);
  const ways: Partial<TypedAddress>[] = [
    { text: line, city },
    { text: line, postcode },
    { text: `${line}, ${postcode} ${city}` },
    { text: `${line}, ${city}` },
    ...(code === 0
      ? []
      : [{ text: `${postcode} ${houseNumber} ${addition}` }, { text: `${postcode} ${line}` }]),
  ];
  return { expected: { street, segment, houseNumber, addition, missing: null }, ways };
}

test('an address that is typed whole is always among the suggestions', () => {
  fc.assert(
    fc.property(address, fc.nat(), ({ expected, ways }, way) => {
      const typed = { text: '', city: '', postcode: '', ...ways[way % ways.length] };
      expect(suggestAddresses(register, typed, 20)).toContainEqual(expected);
    }),
    times(2_000),
  );
});

function expectReal(suggestions: readonly Suggestion[], limit: number): void {
  expect(suggestions.length).toBeLessThanOrEqual(limit);
  expect(new Set(suggestions.map((one) => JSON.stringify(one))).size).toBe(suggestions.length);
  for (const { street, segment, houseNumber, addition, missing } of suggestions) {
    expect(missing === 'houseNumber').toBe(houseNumber === null);
    if (segment === null || houseNumber === null) {
      expect(segment === null ? register.segmentsOf(street) : [segment]).not.toEqual([]);
      continue;
    }
    expect(register.streetOf(segment)).toBe(street);
    expect(register.hasNumber(segment, houseNumber)).toBe(true);
    const additions = register.additionsOf(segment, houseNumber);
    if (missing === null && additions !== null) expect(additions).toContain(addition);
  }
}

test('whatever is typed of an address, all that is suggested is registered', () => {
  const beginning = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      address,
      fc.nat(),
      beginning,
      fc.integer({ min: 1, max: 20 }),
      ({ ways }, way, part, limit) => {
        const typed = { text: '', city: '', postcode: '', ...ways[way % ways.length] };
        const text = typed.text.slice(0, Math.ceil(typed.text.length * part));
        expectReal(suggestAddresses(register, { ...typed, text }, limit), limit);
      },
    ),
    times(2_000),
  );
});

test('any text at all gives suggestions that are registered, or none', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 400, size: 'max', unit: 'grapheme' }),
    fc.stringMatching(/^[1-9]\d{3} ?[A-Za-z]{0,2} ?[\w ,'.-]{0,30}$/),
  );
  fc.assert(
    fc.property(text, text, text, (typed, city, postcode) => {
      expectReal(suggestAddresses(register, { text: typed, city, postcode }, 8), 8);
    }),
    times(1_000),
  );
});
