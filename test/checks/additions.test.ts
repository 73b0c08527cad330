import type { EnteredAddress } from '../../src/checks/address';
import { checkAddress } from '../../src/checks/check-address';
import { judge, known, told } from '../support/judged';
import { registerOf } from '../support/small-register';

const at = (houseNumber: number | string, houseNumberAddition?: string): EnteredAddress => ({
  street: 'Havenkade',
  houseNumber,
  houseNumberAddition,
  postcode: /^(?:2|9|15)(?!\d)/.test(String(houseNumber)) ? '8953HL' : '8953HK',
});

/** Number and addition as typed, and the registered addition that they mean. */
test.each<[number | string, string | undefined, string | null]>([
  [7, 'A', 'A'],
  [7, 'a', 'A'],
  ['7A', undefined, 'A'],
  ['7 a', undefined, 'A'],
  ['7-A', undefined, 'A'],
  ['nr. 7 A', undefined, 'A'],
  ['7A', 'A', 'A'],
  [7, '- a -', 'A'],
  [7, 'D-1', 'D-1'],
  ['7D1', undefined, 'D-1'],
  ['7 D 1', undefined, 'D-1'],
  ['7D', '1', 'D-1'],
  ['7', 'd/2', 'D-2'],
  [9, 'I', 'I'],
  [9, '1', 'I'],
  ['9-2', undefined, 'II'],
  ['9 iii', undefined, 'III'],
  ['9-III', undefined, 'III'],
  [11, 'hs', 'hs'],
  [11, 'HUIS', 'hs'],
  ['11h', undefined, 'hs'],
  ['11bis', undefined, 'bis'],
  ['11 bs', undefined, 'bis'],
  [13, undefined, null],
  [13, '', null],
  [13, 'a', 'A'],
  [1, undefined, null],
])('%j with %j is addition %j', (houseNumber, addition, expected) => {
  const { verdict, address } = judge(at(houseNumber, addition));
  expect([verdict, address?.houseNumberAddition]).toEqual(['accept', expected]);
});

test('a divided number asks for its addition, and counts those that it does not show', () => {
  const { verdict, status, reasons, candidates, moreCandidates, address } = judge(at(7));
  expect([verdict, status, reasons.map(({ code }) => code), address]).toEqual([
    'confirm',
    'partial',
    ['ADDITION_REQUIRED'],
    null,
  ]);
  expect(candidates.map((one) => one.address.houseNumberAddition)).toEqual(['A', 'B', 'C', 'D-1', 'D-2']);
  expect(moreCandidates).toBe(1);
  expect(candidates[0]).toMatchObject({
    basis: ['street', 'houseNumber', 'postcode'],
    changedFields: ['houseNumberAddition'],
    knownAs: null,
  });
});

test('an unknown addition is asked about, never refused; those that begin so come first', () => {
  const { verdict, status, reasons, candidates, moreCandidates, address } = judge(at(7, 'D-9'));
  expect([verdict, status, reasons.map(({ code }) => code), address]).toEqual([
    'confirm',
    'partial',
    ['ADDITION_UNKNOWN'],
    null,
  ]);
  expect(candidates.map((one) => one.address.houseNumberAddition)).toEqual(['D-1', 'D-2', 'A', 'B', 'C']);
  expect(moreCandidates).toBe(1);
});

test('an addition where the number has none', () => {
  expect(told(judge(at(1, 'B')))).toMatchObject({
    verdict: 'confirm, partial',
    reasons: ['ADDITION_UNKNOWN'],
    candidates: ['Havenkade 1, 8953HK Zilverwaard'],
  });
});

test('another addition than the only registered one resolves nothing', () => {
  expect(told(judge(at(15, 'Z')))).toMatchObject({ verdict: 'confirm, partial', address: null });
});

test('one registered addition is the address meant', () => {
  expect(told(judge(at(15)))).toMatchObject({
    verdict: 'confirm, partial',
    reasons: ['ADDITION_REQUIRED'],
    address: 'Havenkade 15 A, 8953HL Zilverwaard',
  });
});

test('where nothing is known of additions, any passes through unjudged', () => {
  const whole = { street: 'Oude Haven', houseNumber: 3, postcode: '8961OH' };
  for (const addition of ['A', 'zolder', 'III-b'])
    expect(judge({ ...whole, houseNumberAddition: addition })).toMatchObject({
      verdict: 'accept',
      reasons: [],
      address: { houseNumber: 3, houseNumberAddition: addition },
    });
  expect(judge(whole).address?.houseNumberAddition).toBeNull();
});

test('numbers count as numbers in the order of additions', () => {
  const register = registerOf([
    {
      place: 'Zilverwaard',
      street: 'Kade',
      postcode: '8951KA',
      numbers: ['1 10', '1 9', '1 2', '1 1', '1 B', '1 A'],
    },
  ]);
  const { candidates, moreCandidates } = checkAddress(register, { houseNumber: 1, postcode: '8951KA' });
  expect(candidates.map((one) => one.address.houseNumberAddition)).toEqual(['1', '2', '9', '10', 'A']);
  expect(moreCandidates).toBe(1);
});

test('candidates of a contradiction keep the typed addition where they have it', () => {
  const { candidates } = judge({ ...at(7, 'd1'), postcode: '8956MP', city: 'Zilverwaard' });
  expect(candidates[0]?.address).toMatchObject({ street: 'Havenkade', houseNumberAddition: 'D-1' });
});

test('the addition that the shop knows this customer by comes first', () => {
  const current = known('Havenkade 7C, 8953HK Zilverwaard', 'current');
  const [first, second] = judge('Havenkade 7, 8953HK Zilverwaard', [current]).candidates;
  expect(first).toMatchObject({ address: { houseNumberAddition: 'C' }, knownAs: 'current' });
  expect(second).toMatchObject({ address: { houseNumberAddition: 'A' }, knownAs: null });
});

test.each([
  ['Havenkade 7A, 8953HK Zilverwaard', []],
  ['Havenkade 7c, 8953HK Zilverwaard', ['MATCHES_PREVIOUS_ADDRESS']],
])('another door of the number is another address: %s', (entry, reasons) => {
  const judged = judge(entry, [known('Havenkade 7C, 8953HK Zilverwaard', 'previous')]);
  expect(told(judged)).toMatchObject({ verdict: 'accept, verified', reasons });
});

test('an addition is chosen by what was typed: the parts that were not are no basis', () => {
  const [candidate] = judge({ street: 'Havenkade', houseNumber: 7, city: 'Zilverwaard' }).candidates;
  expect(candidate).toMatchObject({ basis: ['street', 'houseNumber', 'city'] });
});

test('at an unknown postcode too, a divided number is asked for its addition: the bare number is no address', () => {
  const { verdict, address, reasons, candidates } = judge('Havenkade 7, 8953HZ Zilverwaard');
  expect([verdict, address]).toEqual(['confirm', null]);
  expect(reasons.map(({ code }) => code)).toContain('ADDITION_REQUIRED');
  expect(candidates[0]).toMatchObject({
    address: { houseNumberAddition: 'A', postcode: '8953HK' },
    changedFields: ['postcode', 'houseNumberAddition'],
  });
});
