import { knownTogether } from '../../src/checks/known-together';
import { known } from '../support/judged';

const OLD = 'Kerkstraat 12, 8951 AB Zilverwaard';

describe('what a shop tells of its customer beside what is remembered', () => {
  it('counts first, and each address once', () => {
    const together = knownTogether(
      [known(OLD)],
      [
        known('Kerkstr. 12, 8951AB Zilverwaard', 'unknown'),
        known('Lindelaan 12, 8962 KL Zilverwaard', 'unknown'),
      ],
    );
    expect(together.map(({ street, role }) => [street, role])).toEqual([
      ['Kerkstraat', 'previous'],
      ['Lindelaan', 'unknown'],
    ]);
  });

  it.each([
    ['another number', 'Kerkstraat 14, 8951 AB Zilverwaard'],
    ['another addition', 'Kerkstraat 12A, 8951 AB Zilverwaard'],
    ['another postcode', 'Kerkstraat 12, 8951 AC Zilverwaard'],
    ['another town where there is no postcode', 'Kerkstraat 12, Molenhoek'],
  ])('is another address by %s', (_, other) => {
    expect(knownTogether([known(OLD)], [known(other)])).toHaveLength(2);
  });

  it('is no more than a check takes, what the shop tells before all', () => {
    const many = (from: number) =>
      Array.from({ length: 15 }, (_, index) => known(`Kerkstraat ${from + index}, 8951 AB Zilverwaard`));
    const together = knownTogether(many(1), many(101));
    expect(together).toHaveLength(20);
    expect(together.slice(0, 15)).toEqual(many(1));
  });
});
