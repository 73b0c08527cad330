import { judge, told } from '../support/judged';

test.each([
  ['Hofvijver 1, 8981GH Den Haag', "Hofvijver 1, 8981GH 's-Gravenhage", ['CITY_ALIAS_MATCHED']],
  ['Hofvijver 1, 8981GH the hague', "Hofvijver 1, 8981GH 's-Gravenhage", ['CITY_ALIAS_MATCHED']],
  ['Hofvijver 1, 8981GH s gravenhage', "Hofvijver 1, 8981GH 's-Gravenhage", []],
  ['Parade 1, 8982HB Den Bosch', "Parade 1, 8982HB 's-Hertogenbosch", ['CITY_ALIAS_MATCHED']],
  ['Dorpsweg 1, 8987NH Bergen', 'Dorpsweg 1, 8987NH Bergen (NH)', []],
  ['Dorpsweg 1, 8988LB Bergen', 'Dorpsweg 1, 8988LB Bergen (L)', []],
  ['Dorpsweg 1, 8988LB Bergen Limburg', 'Dorpsweg 1, 8988LB Bergen (L)', []],
  ['Dorpsweg 1, 8988LB Bergen (Limburg)', 'Dorpsweg 1, 8988LB Bergen (L)', []],
  ['Parade 1, Den Bosch', "Parade 1, 8982HB 's-Hertogenbosch", []],
  ['Dorpsweg 1, Bergen NH', 'Dorpsweg 1, 8987NH Bergen (NH)', []],
])('%s is delivered', (entry, address, reasons) => {
  expect(told(judge(entry))).toMatchObject({ verdict: 'accept, verified', address, reasons });
});

test('a name of two places, and no postcode to tell them apart', () => {
  expect(told(judge('Dorpsweg 1, Bergen'))).toMatchObject({
    verdict: 'confirm, ambiguous',
    reasons: ['FIELD_MISSING'],
    address: null,
    candidates: ['Dorpsweg 1, 8988LB Bergen (L)', 'Dorpsweg 1, 8987NH Bergen (NH)'],
  });
});

test('the other place of that name', () => {
  expect(told(judge('Dorpsweg 1, 8987NH Bergen (L)'))).toMatchObject({
    verdict: 'confirm, conflict',
    reasons: ['CITY_MISMATCH'],
    diagnosis: 'mismatch',
    address: null,
    candidates: ['Dorpsweg 1, 8987NH Bergen (NH)', 'Dorpsweg 1, 8988LB Bergen (L)'],
  });
});

test('another town, which has no such street', () => {
  expect(told(judge('Lindelaan 12, 8962KL Lytsewâl'))).toMatchObject({
    verdict: 'confirm, conflict',
    reasons: ['CITY_MISMATCH'],
    address: 'Lindelaan 12, 8962KL Zilverwaard',
    candidates: ['Lindelaan 12, 8962KL Zilverwaard'],
  });
});

test('a neighbour that shares the district is the postal town, unless it has the street itself', () => {
  expect(told(judge('Grensdijk 21, 8975GD Molenhorn'))).toMatchObject({
    verdict: 'accept, verified',
    reasons: ['CITY_ALIAS_MATCHED'],
    address: 'Grensdijk 21, 8975GD Sint Odaberg',
  });
});

test('another town’s street of that name with the number: the street may be what was meant', () => {
  expect(told(judge('Kerkstraat 2, 8951AC Molenhorn'))).toMatchObject({
    verdict: 'fix, conflict',
    candidates: expect.arrayContaining(['Kerkstraat 2, 8971AB Molenhorn']),
  });
});

test('in another town, what was typed of the address is kept: only the city changes', () => {
  const [candidate] = judge('Lindelaan 12, 8962KL Lytsewâl').candidates;
  expect(candidate).toMatchObject({
    basis: ['street', 'houseNumber', 'postcode'],
    changedFields: ['city'],
  });
});
