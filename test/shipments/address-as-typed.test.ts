import type { EnteredAddress } from '../../src/checks/address';
import { addressAsTyped } from '../../src/shipments/address-as-typed';

const typed = { street: 'Lindelaan', houseNumber: 12, postcode: '8962 KL', city: 'Zilverwaard' };
const whole = { ...typed, houseNumberAddition: null, postcode: '8962KL', country: 'NL' };

describe('an address as it was typed', () => {
  it.each<[string, EnteredAddress, object]>([
    ['in parts', typed, whole],
    ['in small letters', { ...typed, postcode: '8962kl' }, whole],
    ['in one line', { ...typed, street: '', houseNumber: null, addressLine: 'Lindelaan 12' }, whole],
    ['with the number in the street', { ...typed, street: 'Lindelaan 12', houseNumber: '' }, whole],
    [
      'with its addition in the number',
      { ...typed, houseNumber: '12a' },
      { ...whole, houseNumberAddition: 'a' },
    ],
    [
      'with an addition apart',
      { ...typed, houseNumberAddition: ' bis ' },
      { ...whole, houseNumberAddition: 'bis' },
    ],
    ['without a postcode', { ...typed, postcode: null }, { ...whole, postcode: null }],
    ['with a postcode that cannot be', { ...typed, postcode: '12AB' }, { ...whole, postcode: '12AB' }],
    [
      'of another country',
      { ...typed, postcode: '1000', country: 'be' },
      { ...whole, postcode: '1000', country: 'BE' },
    ],
    ['in a country by its name', { ...typed, country: 'Nederland' }, whole],
    [
      'with the largest number there is',
      { ...typed, houseNumber: 99_999 },
      { ...whole, houseNumber: 99_999 },
    ],
  ])('is complete enough to drive to: %s', (_, entered, expected) => {
    expect(addressAsTyped(entered)).toEqual(expected);
  });

  it.each<[string, EnteredAddress]>([
    ['nothing', {}],
    ['no street', { ...typed, street: ' ' }],
    ['no number', { ...typed, houseNumber: null }],
    ['a number that is none', { ...typed, houseNumber: 'twaalf' }],
    ['number nought', { ...typed, houseNumber: 0 }],
    ['a number below nought', { ...typed, houseNumber: -12 }],
    ['a number that no house has', { ...typed, houseNumber: 100_000 }],
    ['no city', { ...typed, city: null }],
    ['a country that is none', { ...typed, country: '😀' }],
    ['a country without its code', { ...typed, country: 'België' }],
  ])('leaves nowhere to drive to: %s', (_, entered) => {
    expect(addressAsTyped(entered)).toBeNull();
  });
});
