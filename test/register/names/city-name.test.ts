import { isSameCity, parseCity } from '../../../src/register/names/city-name';

test.each([
  ['Den Haag', "'s-Gravenhage"],
  ['den haag', "'S-GRAVENHAGE"],
  ['The Hague', "'s-Gravenhage"],
  ['Den Bosch', "'s-Hertogenbosch"],
  ['s Hertogenbosch', "'s-Hertogenbosch"],
  ['Alphen a/d Rijn', 'Alphen aan den Rijn'],
  ['Ljouwert', 'Leeuwarden'],
  ['Hardegarijp', 'Hurdegaryp'],
  ['St. Annaparochie', 'Sint Annaparochie'],
  ['IJmuiden', 'ijmuiden'],
  ['Hengelo', 'Hengelo (Gld)'],
  ['Hengelo GLD', 'Hengelo (Gld)'],
  ['Hengelo (Gelderland)', 'Hengelo (Gld)'],
  ['Katwijk', 'Katwijk NB'],
  ['Katwijk (NB)', 'Katwijk NB'],
  ['Bergen', 'Bergen (NH)'],
  ['Bergen', 'Bergen (L)'],
  ['Bergen (L)', 'Bergen'],
  ['Rijswijk gld', 'Rijswijk (GLD)'],
])('%s may be %s', (typed, official) => {
  expect(isSameCity(parseCity(typed), parseCity(official))).toBe(true);
});

test.each([
  ['Bergen (NH)', 'Bergen (L)'],
  ['Hengelo (O)', 'Hengelo (Gld)'],
  ['Bergen op Zoom', 'Bergen (NH)'],
  ['Den Haag', 'Haaksbergen'],
  ['Katwijk ZH', 'Katwijk NB'],
  ['', 'Utrecht'],
])('%s is not %s', (typed, official) => {
  expect(isSameCity(parseCity(typed), parseCity(official))).toBe(false);
});

test.each([
  ['Hengelo (Gld)', { base: 'hengelo', qualifier: 'gld', isAlias: false }],
  ['Den Haag', { base: 's gravenhage', qualifier: '', isAlias: true }],
  ['Katwijk NB', { base: 'katwyk', qualifier: 'nb', isAlias: false }],
  ['Beek', { base: 'beek', qualifier: '', isAlias: false }],
  ['Katwijk (Land van Cuijk', { base: 'katwyk land van cuyk', qualifier: '', isAlias: false }],
  [' Bergen (NH) ', { base: 'bergen', qualifier: 'nh', isAlias: false }],
  ['Huis Utrecht', { base: 'huis utrecht', qualifier: '', isAlias: false }],
  ['NH', { base: 'nh', qualifier: '', isAlias: false }],
  ['Utrecht', { base: 'utrecht', qualifier: '', isAlias: false }],
])('%s is taken apart', (name, parts) => {
  expect(parseCity(name)).toEqual(parts);
});
