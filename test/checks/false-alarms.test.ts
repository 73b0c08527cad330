import { judge, told } from '../support/judged';

/** As people write it, and the address that they mean: each is accepted. */
const written: [string, string, string][] = [
  ['capitals', 'KERKSTRAAT 12, 8951AB ZILVERWAARD', 'Kerkstraat 12, 8951AB Zilverwaard'],
  ['small letters', 'kerkstraat 12, 8951ab zilverwaard', 'Kerkstraat 12, 8951AB Zilverwaard'],
  ['a shortened type', 'Kerkstr. 12, 8951AB Zilverwaard', 'Kerkstraat 12, 8951AB Zilverwaard'],
  ['a type of its own', 'Kerk straat 12, 8951AB Zilverwaard', 'Kerkstraat 12, 8951AB Zilverwaard'],
  ['laan shortened', 'Lindeln 12, 8962KL Zilverwaard', 'Lindelaan 12, 8962KL Zilverwaard'],
  ['plein shortened', 'Marktpln 2, 8956MP Zilverwaard', 'Marktplein 2, 8956MP Zilverwaard'],
  ['weg shortened', 'Molenwg 3, 8954MW Zilverwaard', 'Molenweg 3, 8954MW Zilverwaard'],
  ['no diacritics', 'Renestraat 3, 8959RN Zilverwaard', 'Renéstraat 3, 8959RN Zilverwaard'],
  ['diacritics taken apart', 'Rene\u0301straat 3, 8959RN Zilverwaard', 'Renéstraat 3, 8959RN Zilverwaard'],
  ['the wrong diacritic', 'Renèstraat 3, 8959RN Zilverwaard', 'Renéstraat 3, 8959RN Zilverwaard'],
  ['no apostrophe', 't Zilverhof 2, 8959ZH Zilverwaard', "'t Zilverhof 2, 8959ZH Zilverwaard"],
  ['a curled apostrophe', '’t Zilverhof 2, 8959ZH Zilverwaard', "'t Zilverhof 2, 8959ZH Zilverwaard"],
  ['an article in full', 'Het Zilverhof 2, 8959ZH Zilverwaard', "'t Zilverhof 2, 8959ZH Zilverwaard"],
  ['initials without stops', 'J P Sterkplein 3, 8959JP Zilverwaard', 'J.P. Sterkplein 3, 8959JP Zilverwaard'],
  [
    'initials with stops and blanks',
    'J. P. Sterkplein 3, 8959JP Zilverwaard',
    'J.P. Sterkplein 3, 8959JP Zilverwaard',
  ],
  [
    'an ordinal in words',
    'Eerste Sluisdwarsstraat 3, 8958SW Zilverwaard',
    '1e Sluisdwarsstraat 3, 8958SW Zilverwaard',
  ],
  [
    'an ordinal with -ste',
    '1ste Sluisdwarsstr 3, 8958SW Zilverwaard',
    '1e Sluisdwarsstraat 3, 8958SW Zilverwaard',
  ],
  [
    'a shortened title',
    'Burg. Van Tilstraat 1, 8955BT Zilverwaard',
    'Burgemeester Van Tilstraat 1, 8955BT Zilverwaard',
  ],
  [
    'a title left to one’s ears',
    'Burgem. v. Tilstraat 1, 8955BT Zilverwaard',
    'Burgemeester Van Tilstraat 1, 8955BT Zilverwaard',
  ],
  [
    'an initial for a first name',
    'J. van der Meerlaan 3, 8960JM Zilverwaard',
    'Jan van der Meerlaan 3, 8960JM Zilverwaard',
  ],
  [
    'v.d. for van der',
    'Jan v.d. Meerlaan 3, 8960JM Zilverwaard',
    'Jan van der Meerlaan 3, 8960JM Zilverwaard',
  ],
  [
    'van den for van der',
    'Jan van den Meerlaan 3, 8960JM Zilverwaard',
    'Jan van der Meerlaan 3, 8960JM Zilverwaard',
  ],
  [
    'another word order',
    'Van der Meerlaan Jan 3, 8960JM Zilverwaard',
    'Jan van der Meerlaan 3, 8960JM Zilverwaard',
  ],
  ['a hyphen', 'Prins-Hendrikstraat 5, 8965PH Zilverwaard', 'Prins Hendrikstraat 5, 8965PH Zilverwaard'],
  ['words joined', 'Prinshendrikstraat 5, 8965PH Zilverwaard', 'Prins Hendrikstraat 5, 8965PH Zilverwaard'],
  ['Dutch for Frisian', 'Noarderstraat 2, 8979NS Lytsewâl', 'Noarderstrjitte 2, 8979NS Lytsewâl'],
  ['a number within the name', 'Plein 1944 3, 8958PL Zilverwaard', 'Plein 1944 3, 8958PL Zilverwaard'],
  [
    'a city without its circumflex',
    'Noarderstrjitte 2, 8979NS Lytsewal',
    'Noarderstrjitte 2, 8979NS Lytsewâl',
  ],
  ['Sint shortened', 'Odaweg 3, 8985AA St. Odaberg', 'Odaweg 3, 8985AA Sint Odaberg'],
  ['a blank within the postcode', 'Kerkstraat 12, 8951 AB Zilverwaard', 'Kerkstraat 12, 8951AB Zilverwaard'],
  ['a city that nobody knows', 'Kerkstraat 12, 8951AB Thuis', 'Kerkstraat 12, 8951AB Zilverwaard'],
  ['blanks around', '  Kerkstraat   12, 8951AB   Zilverwaard ', 'Kerkstraat 12, 8951AB Zilverwaard'],
];

test.each(written)('%s is no error: %s', (_, text, meant) => {
  const { verdict, address } = told(judge({ addressLine: text }));
  expect({ verdict, address }).toEqual({ verdict: 'accept, verified', address: meant });
  const fields = told(judge(text.trim()));
  expect({ verdict: fields.verdict, address: fields.address }).toEqual({ verdict, address });
});

test.each([
  ['Kerkstraat', 'Kerkstraat 12, 8951AB Zilverwaard', []],
  ['KERKSTRAAT', 'KERKSTRAAT 12, 8951AB Zilverwaard', []],
  ['Kerkstr', 'Kerkstr 12, 8951AB Zilverwaard', ['STREET_ABBREVIATION_EXPANDED']],
  ['Renestraat', 'Renestraat 3, 8959RN Zilverwaard', []],
  ['1ste Sluisdwarsstraat', '1ste Sluisdwarsstraat 3, 8958SW Zilverwaard', []],
])('nothing is replaced silently: %s', (_, text, reasons) => {
  expect(told(judge(text)).reasons).toEqual(reasons);
});

/** A real street of the town is never taken for the postcode's street, however alike. */
test.each([
  [
    'Beukelaan 12, 8963BL Zilverwaard',
    'Beukelaan 12, 8964BM Zilverwaard',
    'Beukenlaan 12, 8963BL Zilverwaard',
  ],
  [
    'Beukenlaan 12, 8964BM Zilverwaard',
    'Beukenlaan 12, 8963BL Zilverwaard',
    'Beukelaan 12, 8964BM Zilverwaard',
  ],
  ['beukeln 12, 8963BL Zilverwaard', 'Beukelaan 12, 8964BM Zilverwaard', 'Beukenlaan 12, 8963BL Zilverwaard'],
  [
    'Prinses Hendrikastraat 5, 8965PH Zilverwaard',
    'Prinses Hendrikastraat 5, 8965PR Zilverwaard',
    'Prins Hendrikstraat 5, 8965PH Zilverwaard',
  ],
])('%s is not corrected', (entry, byStreet, byPostcode) => {
  const { verdict, address, candidates } = told(judge(entry));
  expect({ verdict, address }).toEqual({ verdict: 'fix, conflict', address: null });
  expect(candidates.slice().sort()).toEqual([byStreet, byPostcode].sort());
});

test.each([
  'Beukenweg 12, 8963BL Zilverwaard',
  'Kerkweg 12, 8951AB Zilverwaard',
  '2e Sluisdwarsstraat 3, 8958SW Zilverwaard',
  'Plein 1945 3, 8958PL Zilverwaard',
])('%s: another type or number makes another street', (entry) => {
  expect(told(judge(entry)).verdict).toBe('fix, conflict');
});

test('the number of a numbered street may be left out, but is asked for', () => {
  const { verdict, address, reasons } = told(
    judge({ street: 'Botter', houseNumber: 3, postcode: '8958BT', city: 'Zilverwaard' }),
  );
  expect([verdict, address, reasons]).toEqual([
    'confirm, verified',
    'Botter 40 3, 8958BT Zilverwaard',
    ['STREET_SPELLING_CORRECTED'],
  ]);
});
