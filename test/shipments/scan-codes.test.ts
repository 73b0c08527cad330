import { FAILURE_REASONS } from '../../src/shipments/shipment';
import { ADDRESS_FAILURES, failureReasonOf, SCAN_CODES, scanCodeOf } from '../../src/shipments/scan-codes';

describe('a scan code', () => {
  it.each([
    ['collected', 'collected', 'in_transit'],
    ['EMA', 'collected', 'in_transit'],
    ['EMC', 'collected', 'in_transit'],
    ['in_transit', 'in_transit', 'in_transit'],
    ['EMF', 'in_transit', 'in_transit'],
    ['at_depot', 'at_depot', 'at_depot'],
    ['EMD', 'at_depot', 'at_depot'],
    ['EMG', 'at_depot', 'at_depot'],
    ['on_board', 'on_board', 'on_board'],
    ['out_for_delivery', 'out_for_delivery', 'out_for_delivery'],
    ['delivered', 'delivered', 'delivered'],
    ['EMI', 'delivered', 'delivered'],
    ['delivery_failed', 'delivery_failed', 'delivery_failed'],
    ['EMH', 'delivery_failed', 'delivery_failed'],
    ['returning', 'returning', 'returning'],
    ['returned', 'returned', 'returned'],
    ['lost', 'lost', 'lost'],
    ['damaged', 'damaged', 'damaged'],
  ] as const)('%s is %s, and says that the shipment is %s', (sent, name, state) => {
    expect(scanCodeOf(sent)).toBe(name);
    expect(SCAN_CODES[name].state).toBe(state);
  });

  it.each(['emh', ' EMH ', 'Delivery failed', 'DELIVERY-FAILED', 'delivery  failed', 'delivery__failed'])(
    'is read however a device writes it: %j',
    (sent) => expect(scanCodeOf(sent)).toBe('delivery_failed'),
  );

  it.each(['', 'EM', 'EMHH', 'registered', 'held', 'deliveryfailed', '__proto__', 'constructor'])(
    'is none: %j',
    (sent) => expect(scanCodeOf(sent)).toBeUndefined(),
  );
});

describe('the reason of a failure', () => {
  it.each([
    ['incorrect address', 'incorrect_address'],
    ['insufficient address', 'incorrect_address'],
    ['address not found', 'incorrect_address'],
    ['adres onjuist', 'incorrect_address'],
    ['addressee moved', 'moved'],
    ['addressee unknown', 'moved'],
    ['gone away', 'moved'],
    ['verhuisd', 'moved'],
    ['addressee not available', 'not_at_home'],
    ['closed', 'not_at_home'],
    ['niet thuis', 'not_at_home'],
    ['refused by addressee', 'refused'],
    ['geweigerd', 'refused'],
    ['no access', 'no_access'],
    ['geen toegang', 'no_access'],
    ['other', 'other'],
    ['overig', 'other'],
    ...FAILURE_REASONS.map((name) => [name, name] as const),
  ] as const)('%s is %s', (sent, name) => {
    for (const text of [sent, sent.toUpperCase(), ` ${sent.replaceAll(' ', '_')} `])
      expect(failureReasonOf(text)).toBe(name);
  });

  it.each(['', 'hond', 'toString'])('is none: %j', (sent) => expect(failureReasonOf(sent)).toBeUndefined());

  it('leaves the address in doubt where nobody of that name is there', () => {
    expect(ADDRESS_FAILURES).toEqual(['incorrect_address', 'moved']);
  });
});
