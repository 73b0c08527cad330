import { everySecond, registerOf, type StreetRow } from './small-register';

const zilverwaard: Omit<StreetRow, 'place'>[] = [
  { street: 'Kerkstraat', postcode: '8951AB', numbers: everySecond(2, 40) },
  { street: 'Kerkstraat', postcode: '8951AC', numbers: everySecond(1, 39) },
  { street: 'Lindelaan', postcode: '8962KL', numbers: everySecond(2, 60) },
  { street: 'Lindelaan', postcode: '8962KM', numbers: everySecond(1, 59) },
  // Real streets that look like one another.
  { street: 'Beukenlaan', postcode: '8963BL', numbers: everySecond(2, 30) },
  { street: 'Beukelaan', postcode: '8964BM', numbers: everySecond(2, 30) },
  { street: 'Prins Hendrikstraat', postcode: '8965PH', numbers: everySecond(1, 29) },
  { street: 'Prinses Hendrikastraat', postcode: '8965PR', numbers: everySecond(1, 29) },
  // Divided numbers: 7 and 9 are no addresses of their own, 13 is.
  {
    street: 'Havenkade',
    postcode: '8953HK',
    numbers: [1, '7 A', '7 B', '7 C', '7 D-1', '7 D-2', '7 E', '11 hs', '11 bis', 13, '13 A'],
  },
  { street: 'Havenkade', postcode: '8953HL', numbers: [2, '9 I', '9 II', '9 III', '15 A'] },
  { street: 'Molenweg', postcode: '8954MW', numbers: everySecond(1, 11), underInvestigation: [5] },
  {
    street: 'Burgemeester Van Tilstraat',
    postcode: '8955BT',
    numbers: everySecond(1, 29),
    shortName: 'Burg v Tilstr',
    formerName: 'Spoorstraat',
  },
  { street: 'Marktplein', postcode: '8956MP', numbers: everySecond(2, 20), formerPostcode: '8956ZZ' },
  { street: 'Achterom', postcode: '8957AO', numbers: [1, 2, 3, 4] },
  { street: 'Voorom', postcode: '8957AO', numbers: [1, 2, 7, 8] },
  { street: 'Nieuwlandseweg', postcode: null, numbers: everySecond(1, 25) },
  { street: 'Botter 40', postcode: '8958BT', numbers: everySecond(1, 11) },
  { street: 'Plein 1944', postcode: '8958PL', numbers: everySecond(1, 11) },
  { street: '1e Sluisdwarsstraat', postcode: '8958SW', numbers: everySecond(1, 15) },
  { street: 'J.P. Sterkplein', postcode: '8959JP', numbers: everySecond(1, 21) },
  { street: "'t Zilverhof", postcode: '8959ZH', numbers: everySecond(2, 14) },
  { street: 'Renéstraat', postcode: '8959RN', numbers: everySecond(1, 17) },
  { street: 'Jan van der Meerlaan', postcode: '8960JM', numbers: everySecond(1, 31) },
  // Nothing is known of this street's additions.
  { street: 'Oude Haven', postcode: '8961OH', numbers: [1, 3, 5], additionsKnown: false },
];

const elsewhere: StreetRow[] = [
  { place: 'Molenhorn', street: 'Kerkstraat', postcode: '8971AB', numbers: everySecond(2, 24) },
  { place: 'Molenhorn', street: 'Grensdijk', postcode: '8975GD', numbers: everySecond(1, 19) },
  { place: 'Sint Odaberg', street: 'Grensdijk', postcode: '8975GD', numbers: [1, 21, 23] },
  { place: 'Sint Odaberg', street: 'Odaweg', postcode: '8985AA', numbers: everySecond(1, 27) },
  { place: 'Lytsewâl', street: 'Noarderstrjitte', postcode: '8979NS', numbers: everySecond(2, 28) },
  { place: 'Bergen (NH)', street: 'Dorpsweg', postcode: '8987NH', numbers: [1, 3, 5] },
  { place: 'Bergen (L)', street: 'Dorpsweg', postcode: '8988LB', numbers: [1, 3, 5] },
  { place: "'s-Gravenhage", street: 'Hofvijver', postcode: '8981GH', numbers: [1, 3, 5] },
  { place: "'s-Hertogenbosch", street: 'Parade', postcode: '8982HB', numbers: [1, 3, 5] },
];

/** A town and what lies around it, with the shapes that the check must know; all fictional. */
export const town = registerOf([
  ...zilverwaard.map((row) => ({ place: 'Zilverwaard', ...row })),
  ...elsewhere,
]);
