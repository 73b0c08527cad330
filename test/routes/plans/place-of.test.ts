import { createPlaceOf } from '../../../src/routes/plans/place-of';
import { sampleEdition } from '../../support/sample-parts';

const address = {
  ...{ street: 'Lindelaan', houseNumber: 12, houseNumberAddition: null },
  ...{ postcode: '8962KL', city: 'Zilverwaard', country: 'NL' },
};

describe('where an address is', () => {
  it.each([
    ['the middle of its street under its postcode', {}, true],
    ['nowhere without a postcode', { postcode: null }, false],
    ['nowhere where the street has no such number', { houseNumber: 9_999 }, false],
    ['nowhere where the postcode is of another street', { street: 'Kerkstraat' }, false],
    ['nowhere where the postcode is none', { postcode: 'B-1000' }, false],
  ])('is %s', async (_, change, isKnown) => {
    const edition = await sampleEdition();
    const place = createPlaceOf(() => edition)({ ...address, ...change });
    expect(place).toEqual(isKnown ? { lat: expect.any(Number), lon: expect.any(Number) } : null);
  });
});
