import type { EnteredAddress } from '../../src/checks/address';
import { judgeCorrection } from '../../src/checks/correction';
import type { Verdict } from '../../src/checks/judgement';
import { entered, judge, known } from '../support/judged';

const ORDER = 'Lindelaan 12, 8951AB Zilverwaard';
const EXCHANGED = 'Kerkstraat 12, 8962KL Zilverwaard';
const RIGHT = 'Lindelaan 12, 8962KL Zilverwaard';
const NOWHERE = 'Fantasiestraat 12, 1234AB Zilverwaard';

function correct(
  address: EnteredAddress | string,
  previous: EnteredAddress | string,
  verdict: Verdict = 'fix',
) {
  const typed = typeof address === 'string' ? entered(address) : address;
  const before = typeof previous === 'string' ? entered(previous) : previous;
  const judgement = judgeCorrection(judge(typed), typed, { id: 'chk_0', address: before, verdict });
  return { ...judgement, codes: judgement.reasons.map(({ code }) => code) };
}

test('a right correction is as right as an order', () => {
  expect(correct(RIGHT, ORDER)).toMatchObject({ verdict: 'accept', codes: [] });
});

test.each<[string, EnteredAddress | string]>([
  ['as it was', ORDER],
  ['in other capitals', 'LINDELAAN 12, 8951ab zilverwaard'],
  ['abbreviated', 'Lindeln. 12, 8951 AB Zilverwaard'],
  ['as a line', { addressLine: 'Lindelaan 12', postcode: '8951AB', city: 'Zilverwaard' }],
])('the same address again is said to be so: %s', (_, again) => {
  expect(correct(again, ORDER)).toMatchObject({
    verdict: 'fix',
    codes: ['POSTCODE_STREET_MISMATCH', 'CORRECTION_REPEATS_REJECTED'],
  });
});

test.each([
  'Lindelaan 14, 8951AB Zilverwaard',
  'Lindelaan 12, 8951AB Molenhorn',
  'Marktplein 12, 8951AB Zilverwaard',
])('another address that is as wrong is no repetition: %s', (other) => {
  expect(correct(other, ORDER).codes).toEqual(expect.arrayContaining(['CORRECTION_STILL_MIXED']));
  expect(correct(other, ORDER).codes).not.toContain('CORRECTION_REPEATS_REJECTED');
});

test('halves exchanged are a mix, even of an unknown customer', () => {
  for (const [address, previous] of [
    [EXCHANGED, ORDER],
    [ORDER, EXCHANGED],
  ] as const)
    expect(correct(address, previous)).toMatchObject({
      codes: ['POSTCODE_STREET_MISMATCH', 'CORRECTION_STILL_MIXED'],
      diagnosis: { kind: 'mixed_addresses', stale: [], confidence: 'medium', evidence: ['previous_entry'] },
    });
});

test.each([
  ['the street before with the postcode now', 'Marktplein 12, 8962KL Zilverwaard', ORDER],
  ['the street now with the postcode before', ORDER, 'Marktplein 12, 8962KL Zilverwaard'],
])('%s make an address: one exchanged half is enough', (_, address, previous) => {
  expect(correct(address, previous).diagnosis).toMatchObject({
    kind: 'mixed_addresses',
    evidence: ['previous_entry'],
  });
});

test('an entry that was rejected and is right by now is delivered', () => {
  expect(correct(RIGHT, RIGHT)).toMatchObject({ verdict: 'accept', codes: [] });
});

test('a correction that shares no half with the first entry is a mismatch of its own', () => {
  expect(correct('Marktplein 2, 8954MW Zilverwaard', ORDER).diagnosis.kind).toBe('mismatch');
});

test.each([
  ['the street', 'Marktplein 12, 8951AB Zilverwaard'],
  ['the postcode', 'Lindelaan 12, 8956MP Zilverwaard'],
])('who changes %s alone, and wrongly, has exchanged no halves', (_, address) => {
  expect(correct(address, ORDER)).toMatchObject({
    codes: ['POSTCODE_STREET_MISMATCH', 'CORRECTION_STILL_MIXED'],
    diagnosis: { kind: 'mismatch' },
  });
});

test('a known address tells more than the entry before', () => {
  const knowing = judge(EXCHANGED, [known('Kerkstraat 14, 8951AB Zilverwaard')]);
  const previous = { id: 'chk_0', address: entered(ORDER), verdict: 'fix' } as const;
  expect(judgeCorrection(knowing, entered(EXCHANGED), previous).diagnosis).toEqual(knowing.diagnosis);
  expect(knowing.diagnosis).toMatchObject({ stale: ['street'], evidence: ['known_address'] });
});

test('what is not found at all is not mixed', () => {
  expect(correct({ houseNumber: 1 }, ORDER).codes).toEqual(['FIELD_MISSING']);
  expect(correct({ street: 'Postbus 1' }, ORDER).codes).toEqual(['PO_BOX']);
  expect(correct({ street: 'Postbus 1' }, { street: 'postbus 1' }).codes).toEqual([
    'PO_BOX',
    'CORRECTION_REPEATS_REJECTED',
  ]);
});

test('the first entry is no evidence where it was not rejected', () => {
  for (const verdict of ['accept', 'confirm'] as const)
    expect(correct(ORDER, ORDER, verdict).codes).toEqual(['POSTCODE_STREET_MISMATCH']);
});

test('the reason names the parts that contradict each other', () => {
  const { reasons } = correct(EXCHANGED, ORDER);
  expect(reasons.at(-1)).toEqual({
    code: 'CORRECTION_STILL_MIXED',
    severity: 'error',
    fields: ['postcode', 'street'],
  });
  expect(correct(NOWHERE, NOWHERE).reasons.at(-1)).toMatchObject({
    code: 'CORRECTION_REPEATS_REJECTED',
    fields: [],
  });
});
