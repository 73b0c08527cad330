import type { Edition } from '../../../src/register/edition/edition';
import { formatPostcode } from '../../../src/register/names/postcode';
import { suggestAddresses, type TypedAddress } from '../../../src/register/suggestions/suggest-address';
import { placesMeant } from '../../../src/register/suggestions/suggest-place';
import { everySecond, registerOf } from '../../support/small-register';

let register: Edition;
beforeAll(() => {
  register = registerOf([
    { place: 'Noord', street: 'Kerkweg', postcode: '8951AB', numbers: [1, 100, 12, 11, 10, 3] },
    { place: 'Noord', street: 'Kerkwegel', postcode: '8952AB', numbers: [1] },
    { place: 'Zuid', street: 'Kerkweg', postcode: '8961AB', numbers: [1, 3] },
    { place: 'Zuid', street: 'Kerkweg', postcode: '8961CD', numbers: [2, 5] },
    { place: 'Zuid', street: 'Kerkpad', postcode: '8961CD', numbers: [1, 2] },
    {
      place: 'Oost',
      street: 'Kade',
      postcode: '8971AB',
      numbers: ['1 10', '1 9', '1 b', '1 a', '2 A', '2 B'],
    },
    { place: 'Oost', street: 'Kade', postcode: '8971AC', numbers: ['4', '4 A', '4 B', '4 C', '4 D', '4 E'] },
    { place: 'Oost', street: 'Wal', postcode: '8972AB', numbers: [1, 2], additionsKnown: false },
    { place: "'s-Gravenhage", street: 'Plein', postcode: '8981AB', numbers: everySecond(1, 9) },
    { place: 'Oostwal', street: 'Dijk', postcode: '8991AB', numbers: [1] },
  ]);
});

function suggest(typed: Partial<TypedAddress>): string[] {
  return suggestAddresses(register, { text: '', city: '', postcode: '', ...typed }, 8).map((one) => {
    const code = one.segment === null ? '' : formatPostcode(register.postcodeOf(one.segment));
    const number = one.missing === null ? `${one.houseNumber} ${one.addition}`.trim() : '…';
    const street = register.streetName(one.street);
    return [street, number, code, register.placeName(register.placeOf(one.street))].filter(Boolean).join(' ');
  });
}

test.each<[string, Partial<TypedAddress>, string[]]>([
  [
    'the whole name before a longer one, the longer street before a shorter',
    { text: 'kerkweg' },
    ['Kerkweg … Zuid', 'Kerkweg … Noord', 'Kerkwegel … Noord'],
  ],
  [
    'what begins so in the city before what begins so elsewhere',
    { text: 'kerkw', city: 'Noord' },
    ['Kerkweg … Noord', 'Kerkwegel … Noord', 'Kerkweg … Zuid'],
  ],
  [
    'the street at the postcode before others',
    { text: 'kerk', postcode: '8961CD' },
    ['Kerkpad … 8961CD Zuid', 'Kerkweg … 8961CD Zuid', 'Kerkweg … Noord', 'Kerkwegel … Noord'],
  ],
  [
    'every part of a street at a postcode that was typed with it',
    { text: '8961 kerkweg' },
    ['Kerkweg … 8961AB Zuid', 'Kerkweg … 8961CD Zuid'],
  ],
  [
    'of these only those that the letter leaves',
    { text: '8961 c' },
    ['Kerkpad … 8961CD Zuid', 'Kerkweg … 8961CD Zuid'],
  ],
  [
    'the number itself, then those that it begins, in their order',
    { text: '8951AB 1' },
    ['1', '10', '11', '12', '100'].map((number) => `Kerkweg ${number} 8951AB Noord`),
  ],
  [
    'the same on a street in the city',
    { text: 'kerkweg 10', city: 'Noord' },
    ['Kerkweg 10 8951AB Noord', 'Kerkweg 100 8951AB Noord'],
  ],
  [
    'additions in the order of people, not of characters',
    { text: 'kade 1' },
    ['9', '10', 'a', 'b'].map((addition) => `Kade 1 ${addition} 8971AB Oost`),
  ],
  ['an addition in any case and with any marks', { text: 'kade 1-B' }, ['Kade 1 b 8971AB Oost']],
  ['no longer list of additions than four', { text: 'kade 4' }, ['Kade 4 8971AC Oost', 'Kade … 8971AC Oost']],
  ['any addition where none is known', { text: 'wal 1 b' }, ['Wal 1 b 8972AB Oost']],
  ['but no text that is none', { text: 'wal 1 beganegrond' }, ['Wal 1 8972AB Oost']],
  [
    'a postcode and a number in the town behind them',
    { text: '8961CD 2 zuid' },
    ['Kerkpad 2 8961CD Zuid', 'Kerkweg 2 8961CD Zuid'],
  ],
])('%s', (_, typed, expected) => {
  expect(suggest(typed)).toEqual(expected);
});

test.each([
  ['Oost', ['Oost', 'Oostwal']],
  ['oos', ['Oost', 'Oostwal']],
  ['oostw', ['Oostwal']],
  ['Den Ha', ["'s-Gravenhage"]],
  ['zu', ['Zuid']],
  ['z', []],
  ['Nergens', []],
])('%s is, or is the beginning of, %j', (city, places) => {
  expect(placesMeant(register, city).map((place) => register.placeName(place))).toEqual(places);
});
