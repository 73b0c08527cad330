import { didYouMean } from '../src/did-you-mean';

describe('a mistyped name', () => {
  const known = ['street', 'houseNumber', 'houseNumberAddition', 'postcode', 'city'];
  it.each([
    ['stret', 'street'],
    ['house_number', 'houseNumber'],
    ['HouseNumberAdition', 'houseNumberAddition'],
    ['postalcode', 'postcode'],
    ['zip', undefined],
    ['', undefined],
    ['x'.repeat(100_000), undefined],
  ])('%.20s stands for %s', (typed, meant) => {
    expect(didYouMean(typed, known)).toBe(meant);
  });

  it('stands for nothing where nothing is known', () => {
    expect(didYouMean('street', [])).toBeUndefined();
  });
});
