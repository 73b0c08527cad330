import { createAddressChecker, type CheckInput } from '../../src/checks/address-checker';
import { addressCheck } from '../../src/checks/checks-schemas';
import { magicPostcodeOf } from '../../src/checks/magic-postcodes';
import { explainedReasons } from '../../src/checks/reason-pages';
import { REASON_CODES, type ReasonCode } from '../../src/checks/reason-codes';
import { entered } from '../support/judged';
import { ABOUT } from '../support/edition-of';
import { town } from '../support/town';

const DAY_MS = 86_400_000;
const editionMs = Date.parse(ABOUT.date);
let nowMs = editionMs;
const check = createAddressChecker({
  register: () => town,
  nowMs: () => nowMs,
  newCheckId: (ms) => `chk_${ms}`,
  registerMaxAgeDays: 100,
});
const ask = (input: Partial<CheckInput>) =>
  check({ address: entered('Kerkstraat 12, 8951AB Zilverwaard'), language: 'nl', isTest: false, ...input })
    .answer;

beforeEach(() => (nowMs = editionMs));

test('an answer is complete, and leaves out what is empty and optional', () => {
  expect(ask({})).toEqual({
    id: `chk_${editionMs}`,
    verdict: 'accept',
    status: 'verified',
    address: {
      street: 'Kerkstraat',
      houseNumber: 12,
      houseNumberAddition: null,
      postcode: '8951AB',
      city: 'Zilverwaard',
      country: 'NL',
    },
    reasons: [],
    diagnosis: { kind: 'none', stale: [], confidence: 'high', evidence: [] },
    candidates: [],
    reference: { register: 'BAG', edition: '2026-11-08' },
    previousCheckId: null,
  });
});

test('messages come in both languages', () => {
  const address = entered('Lindelaan 12, 8951AB Zilverwaard');
  const messages = (language: 'nl' | 'en') =>
    ask({ address, language }).reasons.map(({ message }) => message);
  expect(messages('nl')).toEqual(['De postcode en de straat horen niet bij elkaar.']);
  expect(messages('en')).toEqual(['The postcode and the street do not belong together.']);
});

test.each([
  ['Kerkstraat 12, c/o Jansen, 8951AB', ['c/o Jansen']],
  [
    't.a.v. mevrouw De Vries, Kerkstraat 12, gebouw C, 8951 AB Zilverwaard',
    ['t.a.v. mevrouw De Vries', 'gebouw C'],
  ],
  ['Kerkstraat 12, Postbus 99, 8951AB', ['Postbus 99']],
])('what is no part of the address is set aside, not lost: %s', (addressLine, unusedText) => {
  expect(ask({ address: { addressLine } })).toMatchObject({ verdict: 'accept', unusedText });
});

test('further additions are counted', () => {
  expect(ask({ address: entered('Havenkade 7, 8953HK Zilverwaard') })).toMatchObject({ moreCandidates: 1 });
});

test('a correction is judged beside the entry that it corrects', () => {
  const address = entered('Lindelaan 12, 8951AB Zilverwaard');
  const answer = ask({ address, previous: { id: 'chk_0', address, verdict: 'fix' } });
  expect(answer.reasons.map(({ code }) => code)).toContain('CORRECTION_REPEATS_REJECTED');
  expect(answer.previousCheckId).toBe('chk_0');
});

test.each([
  [99.9, []],
  [100.1, ['REGISTER_STALE']],
])('an edition of %d days ago', (days, expected) => {
  nowMs = editionMs + days * DAY_MS;
  const { verdict, reasons } = ask({});
  expect([verdict, reasons.map(({ code }) => code)]).toEqual(['accept', expected]);
});

test('the fictional sample does not age', () => {
  const sample = Object.create(town, { info: { value: { ...town.info, sample: true } } }) as typeof town;
  const checkSample = createAddressChecker({
    register: () => sample,
    nowMs: () => editionMs + 1_000 * DAY_MS,
    newCheckId: () => 'chk_1',
    registerMaxAgeDays: 100,
  });
  const address = entered('Kerkstraat 12, 8951AB Zilverwaard');
  expect(checkSample({ address, language: 'nl', isTest: false }).answer.reasons).toEqual([]);
});

test('twenty known addresses are compared, null means none', () => {
  const address = entered('Lindelaan 12, 8951AB Zilverwaard');
  expect(ask({ address, knownAddresses: null })).toEqual(ask({ address }));
  const twenty = Array.from({ length: 20 }, () => entered('Kerkstraat 14, 8951AB Zilverwaard'));
  expect(ask({ address, knownAddresses: twenty }).diagnosis.kind).toBe('mixed_addresses');
});

describe('magic postcodes', () => {
  const magic = (postcode: string, isTest = true) => ask({ address: { postcode, houseNumber: 1 }, isTest });

  test.each(REASON_CODES)('%s can be had with a test key', (code) => {
    const answer = magic(magicPostcodeOf(code));
    expect(answer.reasons.map((reason) => reason.code)).toEqual([code]);
    expect(addressCheck.parse(answer)).toEqual(answer);
    expect(answer.verdict === 'fix' ? answer.address : null).toBeNull();
    expect(answer.diagnosis.kind === 'mixed_addresses').toBe(code.startsWith('MIXED_OLD_'));
  });

  test.each<[string, ReasonCode[]]>([
    [
      'accept, verified, an address, 0 candidates',
      [
        'STREET_ABBREVIATION_EXPANDED',
        'FORMER_NAME_MATCHED',
        'CITY_ALIAS_MATCHED',
        'MATCHES_PREVIOUS_ADDRESS',
        'UNDER_INVESTIGATION',
        'REGISTER_STALE',
      ],
    ],
    ['confirm, verified, an address, 0 candidates', ['STREET_SPELLING_CORRECTED']],
    ['confirm, conflict, an address, 1 candidates', ['CITY_MISMATCH', 'MIXED_OLD_CITY']],
    ['confirm, partial, no address, 0 candidates', ['HOUSE_NUMBER_NOT_FOUND', 'MIXED_OLD_HOUSE_NUMBER']],
    ['confirm, partial, no address, 1 candidates', ['ADDITION_UNKNOWN', 'ADDITION_REQUIRED']],
    ['confirm, unverified, no address, 0 candidates', ['NEW_BUILD_SUSPECTED', 'COUNTRY_NOT_COVERED']],
    [
      'fix, unverified, no address, 0 candidates',
      ['HOUSE_NUMBER_MISSING', 'FIELD_MISSING', 'PO_BOX', 'PICKUP_POINT'],
    ],
    [
      'fix, conflict, no address, 1 candidates',
      ['POSTCODE_STREET_MISMATCH', 'MIXED_OLD_POSTCODE', 'MIXED_OLD_STREET', 'POSTCODE_TYPO_SUSPECTED'],
    ],
  ])('have the shape of the check itself: %s', (shape, codes) => {
    for (const code of codes) {
      const { verdict, status, address, candidates } = magic(magicPostcodeOf(code));
      const of = address === null ? 'no address' : 'an address';
      expect(`${verdict}, ${status}, ${of}, ${candidates.length} candidates`).toBe(shape);
    }
  });

  test.each([
    ['8999VA', 'accept'],
    ['8999VC', 'confirm'],
    ['8999 vf', 'fix'],
  ])('%s is %s', (postcode, verdict) => {
    const answer = magic(postcode);
    expect(answer.verdict).toBe(verdict);
    expect(addressCheck.parse(answer)).toEqual(answer);
  });

  test('are like any other without a test key', () => {
    expect(magic('8999VA', false).reasons.map(({ code }) => code)).toEqual(['POSTCODE_UNKNOWN']);
  });

  test('leave other entries of test keys to the register', () => {
    expect(ask({ isTest: true })).toEqual(ask({ isTest: false }));
    expect(magic('8999ZZ').reasons.map(({ code }) => code)).toEqual(['POSTCODE_UNKNOWN']);
    expect(ask({ address: { street: 'Kerkstraat', houseNumber: 1 }, isTest: true }).status).toBe(
      'unverified',
    );
  });

  test('echo the entry, so that an integration can show it', () => {
    const address = { street: 'Dorpsweg', houseNumber: '3b', postcode: '8999VA', city: 'Ergens' };
    expect(ask({ address, isTest: true }).address).toEqual({
      street: 'Dorpsweg',
      houseNumber: 3,
      houseNumberAddition: 'b',
      postcode: '8999VA',
      city: 'Ergens',
      country: 'NL',
    });
  });

  test('stand in for what was not typed', () => {
    expect(magic('8999VA').address).toEqual({
      street: 'Teststraat',
      houseNumber: 1,
      houseNumberAddition: null,
      postcode: '8999VA',
      city: 'Testdorp',
      country: 'NL',
    });
  });

  test.each<[ReasonCode, string]>([
    ['POSTCODE_STREET_MISMATCH', 'postcode'],
    ['ADDITION_UNKNOWN', 'houseNumberAddition'],
    ['CITY_MISMATCH', 'city'],
  ])('%s offers a candidate that changes the %s', (code, field) => {
    const { candidates } = magic(magicPostcodeOf(code));
    expect(candidates).toMatchObject([{ basis: ['street', 'houseNumber'], changedFields: [field] }]);
  });

  test.each<[ReasonCode, string]>([
    ['MIXED_OLD_STREET', 'street'],
    ['MIXED_OLD_HOUSE_NUMBER', 'houseNumber'],
  ])('%s says what is stale, and how that is known', (code, field) => {
    expect(magic(magicPostcodeOf(code)).diagnosis).toMatchObject({
      stale: [field],
      evidence: ['known_address'],
    });
  });

  test('are told for every reason in the documentation', () => {
    expect(explainedReasons.map(({ code }) => code)).toEqual(REASON_CODES);
    expect(new Set(explainedReasons.map(({ example }) => example)).size).toBe(REASON_CODES.length);
  });
});
