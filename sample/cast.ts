import { everySecond, type SampleStreet } from './sample-street';

/** The places of the municipality; the first is the town, the third Frisian. */
export const places = ['Zilverwaard', 'Molenhorn', 'Lytsewâl', 'Sint Odaberg'] as const;
const [town, village, frisian, hamlet] = places;

/**
 * Streets that every seed holds, so that documentation, examples and tests can rely on them. The story's customer moved
 * from Kerkstraat 12, 8951 AB to Lindelaan 12, 8962 KL, both in Zilverwaard.
 */
export const cast: readonly SampleStreet[] = [
  {
    place: town,
    name: 'Kerkstraat',
    segments: [
      { postcode: '8951AB', numbers: everySecond(2, 40) },
      { postcode: '8951AC', numbers: everySecond(1, 39) },
    ],
  },
  {
    place: town,
    name: 'Lindelaan',
    segments: [
      { postcode: '8962KL', numbers: everySecond(2, 60) },
      { postcode: '8962KM', numbers: [...everySecond(1, 59), '15 A', '15 B'] },
    ],
  },
  // The same street, with the same numbers, in another place.
  {
    place: village,
    name: 'Kerkstraat',
    segments: [{ postcode: '8971AB', numbers: [...everySecond(2, 24), ...everySecond(1, 23)] }],
  },
  // Only with an addition: 7 itself is no address, nor is 9.
  {
    place: town,
    name: 'Havenkade',
    segments: [
      {
        postcode: '8953HK',
        numbers: ['1', '3', '5', '7 A', '7 B', '7 C', '7 D-1', '7 D-2', '11 hs', '11 bis'],
      },
      { postcode: '8953HL', numbers: ['2', '4', '6', '8', '9 I', '9 II', '9 III', '13 1', '13 2', '13 3'] },
    ],
  },
  {
    place: town,
    name: 'Molenweg',
    segments: [
      { postcode: '8954MW', numbers: ['1', '3', '7', '9', '11'] },
      { postcode: '8954MW', numbers: ['5'], underInvestigation: true },
    ],
  },
  {
    place: town,
    name: 'Oude Veerdam',
    underInvestigation: true,
    segments: [{ postcode: '8954VD', numbers: everySecond(1, 9) }],
  },
  {
    place: town,
    name: 'Burgemeester Van Tilstraat',
    shortName: 'Burg v Tilstr',
    formerName: 'Spoorstraat',
    segments: [{ postcode: '8955BT', numbers: [...everySecond(1, 29), ...everySecond(2, 30)] }],
  },
  {
    place: town,
    name: 'Marktplein',
    segments: [{ postcode: '8956MP', numbers: everySecond(2, 20), formerPostcode: '8956ZZ' }],
  },
  // Two streets on one postcode.
  {
    place: town,
    name: 'Achterom',
    segments: [{ postcode: '8957AO', numbers: ['1', '2', '3', '4', '5', '6'] }],
  },
  {
    place: town,
    name: 'Voorom',
    segments: [{ postcode: '8957AO', numbers: ['1', '2', '3', '7', '8', '9'] }],
  },
  // A postcode in two places: the dike's last houses lie in the hamlet.
  {
    place: village,
    name: 'Grensdijk',
    segments: [
      { postcode: '8975GD', numbers: everySecond(1, 19) },
      { postcode: '8975GD', numbers: ['21', '23'], place: hamlet },
    ],
  },
  // New houses: the street is known, the postcodes are not.
  { place: town, name: 'Nieuwlandseweg', segments: [{ postcode: null, numbers: everySecond(1, 25) }] },
  { place: town, name: 'Botter 40', segments: [{ postcode: '8958BT', numbers: everySecond(1, 11) }] },
  { place: town, name: 'Botter 41', segments: [{ postcode: '8958BV', numbers: everySecond(1, 11) }] },
  {
    place: town,
    name: '1e Sluisdwarsstraat',
    segments: [{ postcode: '8958SW', numbers: everySecond(1, 15) }],
  },
  { place: town, name: '3 Oktoberpad', segments: [{ postcode: '8958KP', numbers: everySecond(2, 12) }] },
  { place: town, name: 'J.P. Sterkplein', segments: [{ postcode: '8959JP', numbers: everySecond(1, 21) }] },
  { place: town, name: "'t Zilverhof", segments: [{ postcode: '8959ZH', numbers: everySecond(2, 14) }] },
  { place: town, name: 'Renéstraat', segments: [{ postcode: '8959RN', numbers: everySecond(1, 17) }] },
  {
    place: town,
    name: 'Jonkvrouw Wilhelmina van Zilverwaardtlaan',
    shortName: 'Jkvr W v Zilverwaardtln',
    segments: [{ postcode: '8960JW', numbers: everySecond(1, 31) }],
  },
  {
    place: town,
    name: 'Zeilmakersgracht',
    type: 'Water',
    segments: [{ postcode: '8961ZG', numbers: ['1', '2', '3', '4', '5'], object: 'Ligplaats' }],
  },
  {
    place: hamlet,
    name: 'Kermispad',
    segments: [{ postcode: '8985KP', numbers: ['2', '4', '6', '8'], object: 'Standplaats' }],
  },
  { place: frisian, name: 'Âlde Leane', segments: [{ postcode: '8979AL', numbers: everySecond(1, 33) }] },
  {
    place: frisian,
    name: 'Noarderstrjitte',
    segments: [{ postcode: '8979NS', numbers: everySecond(2, 28) }],
  },
  {
    place: hamlet,
    name: 'Odaweg',
    segments: [
      { postcode: '8985AA', numbers: everySecond(1, 27) },
      { postcode: '8985AA', numbers: ['29', '31'], withdrawn: true },
    ],
  },
];
