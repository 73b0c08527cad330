import type { ReasonCode } from '../../src/checks/reason-codes';
import { CORRECTION_SOURCES } from '../../src/corrections/correction';
import { addressMeant, decideCorrection } from '../../src/corrections/decide-correction';
import { canBeReaddressed, isWithDriver, SHIPMENT_STATES } from '../../src/shipments/states';
import { entered } from '../support/judged';

const typed = { ...entered('lindelaan 12, 8962kl zilverwaard'), country: 'NL' };
const asTyped = {
  ...{ street: 'lindelaan', houseNumber: 12, houseNumberAddition: null },
  ...{ postcode: '8962KL', city: 'zilverwaard', country: 'NL' },
};
const official = { ...asTyped, street: 'Lindelaan', city: 'Zilverwaard' };
const incomplete = entered('Lindelaan, Zilverwaard');

const checked = (verdict: 'accept' | 'confirm' | 'fix', code?: ReasonCode, address = official) => ({
  verdict,
  address: verdict === 'fix' ? null : address,
  reasons: code === undefined ? [] : [{ code, severity: 'warning' as const, fields: [], message: '' }],
});
const noAddress = { ...checked('confirm'), address: null };

const right = checked('accept');
const unclear = checked('confirm');
const previous = checked('accept', 'MATCHES_PREVIOUS_ADDRESS');
const repeated = checked('confirm', 'CORRECTION_REPEATS_REJECTED');
const wrong = checked('fix');

const parcel = { hold: null, isOnRoute: false } as const;

describe('decideCorrection', () => {
  it.each([
    // What the check says; by whom, whether confirmed, and where the parcel is; what becomes of it, and where it goes.
    ['right', right, ['shop', false, 'held'], ['approved', official]],
    ['right', right, ['customer', false, 'released'], ['approved', official]],
    ['right', right, ['agent', false, 'registered'], ['approved', official]],
    ['right', right, ['agent', false, 'in_transit'], ['approved', official]],
    ['right', right, ['customer', false, 'at_depot'], ['approved', official]],
    ['right', right, ['customer', true, 'delivery_failed'], ['approved', official]],
    [
      'right, with a remark',
      checked('accept', 'UNDER_INVESTIGATION'),
      ['shop', false, 'held'],
      ['approved', official],
    ],
    ['right, by e-mail', right, ['email', false, 'held'], ['proposed', null]],
    ['right, by e-mail and confirmed', right, ['email', true, 'held'], ['proposed', null]],
    ['right, on board', right, ['agent', true, 'on_board'], ['proposed', null]],
    ['right, out for delivery', right, ['agent', true, 'out_for_delivery'], ['proposed', null]],
    ['a former home', previous, ['shop', false, 'held'], ['proposed', null]],
    ['a former home, confirmed', previous, ['shop', true, 'held'], ['approved', official]],
    ['unclear', unclear, ['customer', false, 'held'], ['proposed', null]],
    ['unclear, confirmed', unclear, ['customer', true, 'held'], ['approved', official]],
    ['unclear without an address, confirmed', noAddress, ['shop', true, 'held'], ['approved', asTyped]],
    ['unclear, confirmed by e-mail', unclear, ['email', true, 'held'], ['proposed', null]],
    ['refused before', repeated, ['shop', false, 'held'], ['proposed', null]],
    ['refused before, confirmed', repeated, ['customer', true, 'held'], ['proposed', null]],
    ['wrong', wrong, ['agent', false, 'held'], ['blocked', null]],
    ['wrong, confirmed', wrong, ['customer', true, 'released'], ['blocked', null]],
    ['wrong, by e-mail', wrong, ['email', false, 'held'], ['blocked', null]],
    ['wrong, on board', wrong, ['shop', false, 'on_board'], ['blocked', null]],
    ['not checked', null, ['agent', false, 'held'], ['proposed', null]],
    ['not checked, confirmed', null, ['shop', true, 'held'], ['proposed', null]],
  ] as const)('%s: %#', (_, check, [source, isConfirmed, shipmentState], [state, address]) => {
    const proposal = { entry: typed, source, isConfirmed };
    expect(decideCorrection(proposal, check, { ...parcel, state: shipmentState })).toEqual({
      state,
      address,
    });
  });

  it.each([
    ['shop', 'proposed'],
    ['customer', 'proposed'],
    ['agent', 'approved'],
  ] as const)('leaves what an agent holds to an agent: proposed by %s it is %s', (source, state) => {
    const held = { state: 'held', hold: { reason: 'agent', note: 'Politie' } } as const;
    const proposal = { entry: typed, source, isConfirmed: true };
    expect(decideCorrection(proposal, right, { ...held, isOnRoute: false }).state).toBe(state);
  });

  it('lets what is not complete wait, whatever was confirmed', () => {
    const proposal = { entry: incomplete, source: 'agent', isConfirmed: true } as const;
    expect(decideCorrection(proposal, noAddress, { ...parcel, state: 'held' })).toEqual({
      state: 'proposed',
      address: null,
    });
  });

  it('approves nothing for a parcel that is on a route: where it fits is for an agent to see', () => {
    const proposal = { entry: typed, source: 'agent', isConfirmed: true } as const;
    const onRoute = { state: 'released', hold: null, isOnRoute: true } as const;
    expect(decideCorrection(proposal, right, onRoute).state).toBe('proposed');
  });

  it('approves nothing for a parcel that is with a driver, from nobody', () => {
    for (const state of SHIPMENT_STATES)
      for (const source of CORRECTION_SOURCES) {
        const decided = decideCorrection({ entry: typed, source, isConfirmed: true }, right, {
          ...parcel,
          state,
        });
        const waits = isWithDriver(state) || source === 'email';
        expect([state, source, decided.state]).toEqual([state, source, waits ? 'proposed' : 'approved']);
        expect(isWithDriver(state) && canBeReaddressed(state)).toBe(false);
      }
  });
});

describe('addressMeant', () => {
  it('is that of the check, else as it was typed, where that is complete', () => {
    expect(addressMeant(typed, right)).toEqual(official);
    expect(addressMeant(typed, wrong)).toEqual(asTyped);
    expect(addressMeant(typed, null)).toEqual(asTyped);
    expect(addressMeant(incomplete, null)).toBeNull();
    expect(addressMeant(incomplete, right)).toEqual(official);
  });
});
