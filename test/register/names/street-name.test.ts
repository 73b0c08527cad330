import fc from 'fast-check';
import {
  dutchStreetKey,
  streetKey,
  streetTypeOf,
  typedStreetKeys,
  unexpandedStreetKey,
  withoutStreetType,
} from '../../../src/register/names/street-name';

/** Spellings of one name share a key. */
test.each([
  ['kerkstraat', ['Kerkstraat', 'KERKSTRAAT', 'kerkstr.', 'Kerkstr', ' Kerkstraat ']],
  ['lindelaan', ['Lindelaan', 'Lindeln', 'lindeln.']],
  ['marktplein', ['Marktplein', 'Marktpln', 'Marktpl.']],
  ['molenweg', ['Molenweg', 'Molenwg.']],
  ['kerkdwarsstraat', ['Kerkdwarsstraat', 'Kerkdwstr.', 'Kerkdwarsstr']],
  ['havensingel', ['Havensingel', 'Havensngl']],
  ['1e sluisdwarsstraat', ['1e Sluisdwarsstraat', '1ste Sluisdwarsstraat', 'Eerste Sluisdwarsstr.']],
  ['12e straat', ['Twaalfde Straat', '12de Straat', '12e str']],
  ['burgemeester van tilstraat', ['Burgemeester Van Tilstraat', 'Burg. v Tilstr', 'bgm. van Tilstraat']],
  [
    'jan van de meerlaan',
    ['Jan van der Meerlaan', 'Jan v.d. Meerlaan', 'Jan vd Meerln', 'Jan van den Meerlaan'],
  ],
  ['het zilverhof', ["'t Zilverhof", '’t Zilverhof', 'Het Zilverhof', 't Zilverhof']],
  ['reneestraat', ['Renéestraat', 'Reneestraat', 'RENÉESTRAAT']],
  ['ysbaanpad', ['IJsbaanpad', 'ijsbaanpad', 'Ysbaanpad', 'Ĳsbaanpad']],
  ['doctor jongplein', ['Dr. Jongplein', 'Dokter Jongplein', 'Doctor Jongpln']],
  ['j p sterkplein', ['J.P. Sterkplein', 'J P Sterkplein', 'J. P. Sterkplein']],
  ['sint jansweg', ['Sint Jansweg', 'St. Jansweg', 'St Janswg']],
  ['j van de meerlaan', ['J v d Meerlaan', 'J. van d. Meerlaan', 'J vdn Meerlaan']],
  ['d meerlaan', ['D. Meerlaan']],
  ['a t hart', ["A. 't Hart"]],
  ['oude st', ['Oude St']],
  ['laan v', ['Laan V']],
  ['straat', ['Straat', 'str']],
  ['', ['', '  ', '-', "'"]],
])('%j is the key of its spellings', (key, spellings) => {
  expect(spellings.map((spelling) => [spelling, streetKey(spelling)])).toEqual(
    spellings.map((spelling) => [spelling, key]),
  );
});

test.each([
  ['Kerkstraat', 'Kerkweg'],
  ['Kerkstraat', 'Kerklaan'],
  ['Botter 40', 'Botter 41'],
  ['1e Sluisdwarsstraat', '2e Sluisdwarsstraat'],
  ['Plein 1944', 'Plein'],
  ['Jan van der Meerlaan', 'Jan Meerlaan'],
])('%s and %s are two streets', (one, other) => {
  expect(streetKey(one)).not.toBe(streetKey(other));
});

test.each([
  ['Kipln', ['kiplein', 'kiplaan', 'kipln']],
  ['Veldstr', ['veldstraat', 'veldstr']],
  ['Kerkweg', ['kerkweg']],
])('%s may mean each of its forms, the unexpanded too', (typed, forms) => {
  expect([...typedStreetKeys(typed)].sort()).toEqual([...forms].sort());
});

test.each([
  ['haadstrjitte', 'haadstraat'],
  ['alde leane', 'alde laan'],
  ['strjitteweg', null],
])('the Dutch name of %s is %s', (frisian, dutch) => {
  expect(dutchStreetKey(frisian)).toBe(dutch);
});

test('the likeliest form of a typed name is its key', () => {
  const name = fc.string({ unit: fc.constantFrom(...Array.from('abé .-1ijstrlnwgpd')), maxLength: 30 });
  fc.assert(
    fc.property(name, (typed) => {
      expect(typedStreetKeys(typed)[0]).toBe(streetKey(typed));
      expect(typedStreetKeys(typed)).toContain(unexpandedStreetKey(typed));
    }),
  );
});

test.each([
  ['kerkstraat', 'straat', 'kerk'],
  ['kerkdwarsstraat', 'dwarsstraat', 'kerk'],
  ['lange straat', 'straat', 'lange'],
  ['straat', '', 'straat'],
  ['botter 40', '', 'botter 40'],
])('%s has the type %j', (key, type, stem) => {
  expect([streetTypeOf(key), withoutStreetType(key)]).toEqual([type, stem]);
});

test('a key is ASCII, and its own key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
      const key = streetKey(name);
      expect(key).toMatch(/^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/);
    }),
  );
});
