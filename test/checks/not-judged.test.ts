import type { EnteredAddress } from '../../src/checks/address';
import { judge, told } from '../support/judged';

const fieldsOf = (address: EnteredAddress) =>
  judge(address).reasons.flatMap(({ code, fields }) => [code, ...fields]);

test.each<[string, EnteredAddress, string[]]>([
  [
    'nothing at all',
    {},
    ['HOUSE_NUMBER_MISSING', 'houseNumber', 'FIELD_MISSING', 'postcode', 'street', 'city'],
  ],
  ['a number alone', { houseNumber: 12 }, ['FIELD_MISSING', 'postcode', 'street', 'city']],
  ['street and number', { street: 'Kerkstraat', houseNumber: 12 }, ['FIELD_MISSING', 'postcode', 'city']],
  ['number and city', { houseNumber: 12, city: 'Zilverwaard' }, ['FIELD_MISSING', 'postcode', 'street']],
  ['a postcode alone', { postcode: '8951AB' }, ['HOUSE_NUMBER_MISSING', 'houseNumber']],
  [
    'all but the number',
    { street: 'Kerkstraat', postcode: '8951AB', city: 'Zilverwaard' },
    ['HOUSE_NUMBER_MISSING', 'houseNumber'],
  ],
  [
    'a number without digits',
    { street: 'Kerkstraat', houseNumber: 'twaalf', postcode: '8951AB' },
    ['HOUSE_NUMBER_MISSING', 'houseNumber'],
  ],
])('too little to judge names what is missing: %s', (_, address, expected) => {
  expect(fieldsOf(address)).toEqual(expected);
  expect(told(judge(address))).toMatchObject({ verdict: 'fix, unverified', address: null, candidates: [] });
});

test.each([null, '', '   ', undefined])('an absent part may be given as %j', (absent) => {
  const around = { houseNumberAddition: absent, country: absent, addressLine: absent };
  const whole = { street: absent, houseNumber: 12, postcode: '8951AB', city: absent, ...around };
  expect(told(judge(whole))).toMatchObject({ verdict: 'accept, verified', reasons: [] });
  const noPostcode = {
    street: 'Kerkstraat',
    houseNumber: 12,
    postcode: absent,
    city: 'Zilverwaard',
    ...around,
  };
  expect(told(judge(noPostcode))).toMatchObject({ verdict: 'accept, verified', reasons: [] });
  expect(fieldsOf({ ...whole, houseNumber: absent })).toEqual(['HOUSE_NUMBER_MISSING', 'houseNumber']);
});

test.each([
  ['a covered country in small letters', { country: 'nl' }, 'accept, verified', []],
  ['the country as a shopper calls it', { country: 'Nederland' }, 'accept, verified', []],
  ['the country as another shopper calls it', { country: 'the netherlands ' }, 'accept, verified', []],
  ['another country', { country: 'BE', postcode: '2000' }, 'confirm, unverified', ['COUNTRY_NOT_COVERED']],
  [
    'another country in small letters',
    { country: 'be', postcode: '2000' },
    'confirm, unverified',
    ['COUNTRY_NOT_COVERED'],
  ],
  [
    'a postcode in small letters abroad',
    { country: 'GB', postcode: 'sw1a 1aa' },
    'confirm, unverified',
    ['COUNTRY_NOT_COVERED'],
  ],
  [
    'a postcode that the other country cannot have',
    { country: 'BE', postcode: '8951AB' },
    'confirm, unverified',
    ['COUNTRY_NOT_COVERED', 'POSTCODE_FORMAT_INVALID'],
  ],
  [
    'another country without a postcode',
    { country: 'BE', postcode: '' },
    'confirm, unverified',
    ['COUNTRY_NOT_COVERED'],
  ],
  ['a country that is none', { country: 'Atlantis' }, 'confirm, unverified', ['COUNTRY_NOT_COVERED']],
])('countries: %s', (_, change, verdict, reasons) => {
  const address = {
    street: 'Kerkstraat',
    houseNumber: 12,
    postcode: '8951AB',
    city: 'Zilverwaard',
    ...change,
  };
  expect(told(judge(address))).toMatchObject({ verdict, reasons });
});

const poBoxes: EnteredAddress[] = [
  { street: 'Postbus', houseNumber: 123, postcode: '8951AB' },
  { street: 'Postbus 123', postcode: '8951AB', city: 'Zilverwaard' },
  { street: 'post bus', houseNumber: '123' },
  { addressLine: 'Postbus 123' },
  { addressLine: 'P.O. Box 123, 8951AB Zilverwaard' },
  { addressLine: 'PB 12345' },
  { addressLine: 'Antwoordnummer 77' },
];
test.each(poBoxes)('a PO box has no door: %j', (address) => {
  expect(told(judge(address))).toMatchObject({
    verdict: 'fix, unverified',
    reasons: ['PO_BOX'],
    candidates: [],
  });
});

const pickUpPoints: EnteredAddress[] = [
  { street: 'PostNL-punt Albert Kerkstraat', houseNumber: 12, postcode: '8951AB', city: 'Zilverwaard' },
  { addressLine: 'DHL Servicepoint Kerkstraat 12' },
  { addressLine: 'Pakketpunt, Kerkstraat 12, 8951AB' },
  { addressLine: 'Packstation 123' },
];
test.each(pickUpPoints)('a pick-up point is no address of the shopper: %j', (address) => {
  expect(told(judge(address))).toMatchObject({ verdict: 'fix, unverified', reasons: ['PICKUP_POINT'] });
});

test.each<[string, EnteredAddress]>([
  ['a door beside the PO box', { addressLine: 'Kerkstraat 12, Postbus 123', postcode: '8951AB' }],
  ['the PO box first', { addressLine: 'Postbus 123, Kerkstraat 12', postcode: '8951AB' }],
])('the parcel goes to %s', (_, address) => {
  expect(told(judge(address))).toMatchObject({ verdict: 'accept, verified', reasons: [] });
});

test.each(['Postbusstraat 12', 'Pbstraat 12', 'Pakketpuntlaan 3'])(
  '%s is a street like any other',
  (addressLine) => {
    const reasons = judge({ addressLine, postcode: '8951AB' }).reasons.map(({ code }) => code);
    expect(reasons).not.toContain('PO_BOX');
    expect(reasons).not.toContain('PICKUP_POINT');
  },
);
