import { readConfig } from '../src/config';
import { parseOptionCosts } from '../src/option-costs';

describe('what options cost', () => {
  it('is read from a setting', () => {
    const { optionCosts } = readConfig({
      KLOPT_OPTION_COSTS: 'next_day=carrier:250, return_to_sender=shop:695',
    });
    expect(optionCosts).toEqual({
      next_day: { payer: 'carrier', cents: 250 },
      return_to_sender: { payer: 'shop', cents: 695 },
    });
  });

  it.each([
    ['next_day', ['"next_day" is not of the form option=payer:cents']],
    ['', ['"" is not of the form option=payer:cents']],
    [
      'tomorrow=shop:1',
      [
        '"tomorrow" is not one of same_route, other_route_today, transfer, next_day, hold_at_depot, return_to_sender',
      ],
    ],
    ['toString=shop:1', [expect.stringContaining('"toString" is not one of same_route')]],
    ['next_day=us:1', ['"us" of next_day is not one of nobody, carrier, shop, customer']],
    ['next_day=shop:2.50', ['"2.50" of next_day is not a whole number of cents up to 100000']],
    ['next_day=shop:-1', ['"-1" of next_day is not a whole number of cents up to 100000']],
    ['next_day=shop:100001', ['"100001" of next_day is not a whole number of cents up to 100000']],
    ['next_day=shop:1,next_day=shop:2', ['next_day is given twice']],
    ['x=y:z', [expect.stringMatching(/^"x"/), expect.stringMatching(/^"y"/), expect.stringMatching(/^"z"/)]],
  ])('"%s" is refused, with every mistake named', (text, mistakes) => {
    expect(parseOptionCosts(text).mistakes).toEqual(mistakes);
  });
});
