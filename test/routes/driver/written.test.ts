import { dutch } from '../../../src/routes/driver/texts-nl';
import { english } from '../../../src/routes/driver/texts-en';
import { languageFor, textsIn } from '../../../src/routes/driver/texts';
import { doorOf, geoLink, hoursOf, lineOf, timeOf } from '../../../src/routes/driver/written';
import { anAddress, aStop } from '../../support/driver/a-route';

const address = { ...anAddress('Kerkstraat', 12), houseNumberAddition: 'A-3', postcode: '8951AB' };

describe('how the page writes', () => {
  it('an address, its number never alone on a line', () => {
    expect(doorOf(address)).toBe('Kerkstraat\u00A012\u00A0A-3');
    expect(lineOf(address)).toMatch(/, 8951 AB Zilverwaard$/);
    expect(lineOf({ ...address, postcode: null })).toMatch(/, Zilverwaard$/);
  });

  it.each([
    ['2026-07-01T12:05:00Z', '14:05'],
    ['2026-11-27T12:05:00Z', '13:05'],
    // The hour that comes twice.
    ['2026-10-25T00:30:00Z', '02:30'],
    ['2026-10-25T01:30:00Z', '02:30'],
    ['2026-10-24T22:00:00Z', '00:00'],
  ])('%s as the clock on the wall says', (at, expected) => {
    expect([timeOf(Date.parse(at), 'nl'), timeOf(Date.parse(at), 'en')]).toEqual([expected, expected]);
  });

  it('hours: what was promised, else about when', () => {
    const window = {
      from: '2026-11-27T12:28:00Z',
      until: '2026-11-27T13:28:00Z',
      state: 'promised',
    } as const;
    const stop = aStop('stp_1', { window, estimatedAt: '2026-11-27T12:58:00Z' });
    expect(hoursOf(stop, 'nl', dutch)).toBe('13:28 – 14:28 beloofd');
    expect(hoursOf({ ...stop, window: null }, 'en', english)).toBe('about 13:58');
    expect(hoursOf({ ...stop, window: null, estimatedAt: null }, 'nl', dutch)).toBe('');
  });

  it('a link for navigation: by the place, else by the address', () => {
    const place = { lat: 52.1, lon: 5.25 };
    expect(geoLink({ address, place })).toBe('geo:52.100000,5.250000?q=52.100000,5.250000');
    const query = 'Kerkstraat%2012%20A-3%2C%208951%20AB%20Zilverwaard';
    expect(geoLink({ address, place: null })).toBe(`geo:0,0?q=${query}`);
  });

  it.each([
    [null, 'nl-BE', 'nl'],
    [null, 'en-US', 'en'],
    [null, 'pl', 'nl'],
    ['en', 'nl', 'en'],
  ] as const)(
    'in the language that was chosen (%s), or that the browser speaks (%s)',
    (chosen, browser, expected) => {
      expect(languageFor(chosen, browser)).toBe(expected);
    },
  );

  it('all that it says in both languages', () => {
    const nl = textsIn('nl');
    expect(nl.notLive('14:02')).toBe('Geen verbinding sinds 14:02 – wat u doet wordt bewaard');
    expect(textsIn('en').notLive(null)).toBe('No connection – what you do is kept');
    expect([nl.unsent(1), nl.unsent(2)]).toEqual([
      '1 actie wordt nog verstuurd',
      '2 acties worden nog verstuurd',
    ]);
  });
});
