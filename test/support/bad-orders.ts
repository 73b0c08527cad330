import type { BadBody } from './checklist';
import { addresses } from './shipments-service';

const long = (length: number) => 'x'.repeat(length);

/** What can be wrong with an order: what is sent in place of a right one's parts, and what is said of each. */
export const badOrders: readonly BadBody[] = [
  [
    'without what it cannot do without',
    { reference: undefined, recipient: undefined, address: undefined },
    [
      ['/reference', 'required'],
      ['/recipient', 'required'],
      ['/address', 'required'],
    ],
  ],
  [
    'of the wrong types, all of them named',
    {
      reference: 7,
      recipient: 'Vera',
      address: 'Lindelaan 12',
      addressConfirmed: 'yes',
      promisedOn: 20261126,
    },
    [
      ['/reference', 'type'],
      ['/recipient', 'type'],
      ['/address', 'type'],
      ['/addressConfirmed', 'type'],
      ['/promisedOn', 'type'],
    ],
  ],
  [
    'with texts that are too long',
    {
      reference: long(101),
      recipient: { name: long(201), email: `${long(250)}@example.nl`, phone: '0'.repeat(40) },
      address: { street: long(201), city: long(201), postcode: long(21), houseNumberAddition: long(41) },
      ...{ customerReference: long(201), depot: long(21), driverNote: long(501), barcode: long(41) },
    },
    [
      ['/reference', 'too_big'],
      ['/recipient/name', 'too_big'],
      ['/recipient/email', 'too_big'],
      ['/recipient/phone', 'format'],
      ['/address/street', 'too_big'],
      ['/address/city', 'too_big'],
      ['/address/postcode', 'too_big'],
      ['/address/houseNumberAddition', 'too_big'],
      ['/customerReference', 'too_big'],
      ['/depot', 'format'],
      ['/driverNote', 'too_big'],
      ['/barcode', 'format'],
    ],
  ],
  [
    'with blanks where something must be told',
    { reference: ' ', recipient: { name: '' }, driverNote: ' ' },
    [
      ['/reference', 'too_small'],
      ['/recipient/name', 'too_small'],
      ['/driverNote', 'too_small'],
    ],
  ],
  [
    'with halves of characters, as cutting a text within an emoji leaves',
    {
      ...{ reference: 'ORD-\ud83d', customerReference: '\udc4dvera', driverNote: 'Bel stuk \ud800' },
      recipient: { name: 'Vera \udc4d\ud83d' },
    },
    [
      ['/reference', 'half_character'],
      ['/recipient/name', 'half_character'],
      ['/customerReference', 'half_character'],
      ['/driverNote', 'half_character'],
    ],
  ],
  [
    'with fields that nobody knows',
    { referense: 'x', recipient: { name: 'Vera', surname: 'V' }, address: { zip: '8962KL' } },
    [
      ['/referense', 'unknown_field'],
      ['/recipient/surname', 'unknown_field'],
      ['/address/zip', 'unknown_field'],
    ],
  ],
  [
    'in another form than is written',
    {
      recipient: { name: 'Vera', email: 'vera', phone: 'bel maar', language: 'fr' },
      ...{ promisedOn: '2026-02-30', barcode: '3S', depot: 'Z L V' },
    },
    [
      ['/recipient/email', 'format'],
      ['/recipient/phone', 'format'],
      ['/recipient/language', 'not_allowed'],
      ['/promisedOn', 'format'],
      ['/barcode', 'format'],
      ['/depot', 'format'],
    ],
  ],
  [
    'with an address line beside street and number',
    { address: { ...addresses.right, addressLine: 'Lindelaan 12' } },
    [
      ['/address/street', 'beside_address_line'],
      ['/address/houseNumber', 'beside_address_line'],
    ],
  ],
  [
    'with more known addresses than are looked at',
    { knownAddresses: Array(21).fill(addresses.old) },
    [['/knownAddresses', 'too_big']],
  ],
];
