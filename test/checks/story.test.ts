import { createAddressChecker, type AddressChecker } from '../../src/checks/address-checker';
import { entered, known } from '../support/judged';
import { sampleEdition } from '../support/sample-parts';

/** The story of the customer who moved from Kerkstraat 12 to Lindelaan 12, on the sample register. */
const OLD = 'Kerkstraat 12, 8951 AB Zilverwaard';
const right = {
  street: 'Lindelaan',
  houseNumber: 12,
  houseNumberAddition: null,
  postcode: '8962KL',
  city: 'Zilverwaard',
  country: 'NL',
};

let check: AddressChecker;
beforeAll(async () => {
  const edition = await sampleEdition();
  check = createAddressChecker({
    register: () => edition,
    nowMs: () => 0,
    newCheckId: () => 'chk_1',
    registerMaxAgeDays: 100,
  });
});

const order = entered('Lindelaan 12, 8951 AB Zilverwaard');
const mail = entered('Kerkstraat 12, 8962 KL Zilverwaard');
const asked = { language: 'nl', isTest: false } as const;

test('at the checkout: the new street with the old postcode is seen for what it is', () => {
  const { answer } = check({ ...asked, address: order, knownAddresses: [known(OLD)] });
  expect(answer).toMatchObject({
    verdict: 'fix',
    status: 'conflict',
    address: null,
    diagnosis: { kind: 'mixed_addresses', stale: ['postcode'], evidence: ['known_address'] },
    reference: { register: 'BAG', edition: '2026-11-08' },
  });
  expect(answer.reasons).toEqual([
    {
      code: 'POSTCODE_STREET_MISMATCH',
      severity: 'error',
      fields: ['/address/postcode', '/address/street'],
      message: 'De postcode en de straat horen niet bij elkaar.',
    },
    {
      code: 'MIXED_OLD_POSTCODE',
      severity: 'error',
      fields: ['/address/postcode'],
      message: 'Dit lijkt de postcode van een eerder adres.',
    },
  ]);
  expect(answer.candidates[0]).toEqual({
    address: right,
    basis: ['street', 'houseNumber', 'city'],
    changedFields: ['postcode'],
    knownAs: null,
  });
});

test('in the evening: the correction is mixed the other way round', () => {
  const previous = { id: 'chk_0', address: order, verdict: 'fix' } as const;
  const { answer } = check({ ...asked, address: mail, knownAddresses: [known(OLD)], previous });
  expect(answer).toMatchObject({
    verdict: 'fix',
    address: null,
    diagnosis: { kind: 'mixed_addresses', stale: ['street'] },
    previousCheckId: 'chk_0',
  });
  expect(answer.reasons.map(({ code }) => code)).toEqual([
    'POSTCODE_STREET_MISMATCH',
    'MIXED_OLD_STREET',
    'CORRECTION_STILL_MIXED',
  ]);
  expect(answer.candidates[0]?.address).toEqual(right);
});

test('even who is not known: the two entries together tell that halves of two addresses were mixed', () => {
  const previous = { id: 'chk_0', address: order, verdict: 'fix' } as const;
  const { answer } = check({ ...asked, address: mail, previous });
  expect(answer.diagnosis).toEqual({
    kind: 'mixed_addresses',
    stale: [],
    confidence: 'medium',
    evidence: ['previous_entry'],
  });
  expect(answer.candidates.map((one) => one.address)).toEqual(expect.arrayContaining([right]));
});

test('the next morning: the address that was meant', () => {
  const { answer } = check({ ...asked, address: right, knownAddresses: [known(OLD)] });
  expect(answer).toMatchObject({ verdict: 'accept', status: 'verified', address: right, reasons: [] });
});
