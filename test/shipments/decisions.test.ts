import { decideRelease } from '../../src/shipments/decide-release';
import {
  cancelled,
  heldByAgent,
  readdressed,
  releasedByDesk,
  releasedByShop,
  withDetails,
} from '../../src/shipments/decisions';
import { asDecided } from '../../src/shipments/new-shipment';
import { HOLD_REASONS, type Shipment } from '../../src/shipments/shipment';
import { SHIPMENT_STATES, type ShipmentState } from '../../src/shipments/states';
import { anAddress, aShipment } from '../support/a-shipment';

const nowMs = 1_000;
const other = { ...anAddress, houseNumber: 9999 };

describe('what a check makes of a shipment', () => {
  const meant = { asTyped: other };
  it.each([
    ['accept', anAddress, null, 'released', null, anAddress],
    ['accept', anAddress, meant, 'released', null, anAddress],
    ['confirm', anAddress, null, 'held', 'check_confirm', anAddress],
    ['confirm', anAddress, meant, 'released', null, anAddress],
    ['confirm', null, null, 'held', 'check_confirm', null],
    ['confirm', null, meant, 'released', null, other],
    ['confirm', null, { asTyped: null }, 'held', 'check_confirm', null],
    ['fix', null, null, 'held', 'check_fix', null],
    ['fix', null, meant, 'held', 'check_fix', null],
    ['fix', anAddress, meant, 'held', 'check_fix', null],
  ] as const)('%s, meant %j, confirmed %j: %s', (...[verdict, address, confirmed, state, reason, goesTo]) => {
    const hold = reason === null ? null : { reason, note: null };
    expect(decideRelease({ verdict, address }, confirmed)).toEqual({ state, hold, address: goesTo });
  });

  it('waits where there is no check', () => {
    expect(asDecided({ entry: anAddress, isConfirmed: true }, null, nowMs)).toEqual({
      ...{ state: 'registered', hold: null, addressId: null, address: null, check: null },
    });
  });
});

/** From which states a decision works; from all others it throws. */
const DECISIONS: [string, (shipment: Shipment) => Shipment, ShipmentState, ShipmentState[]][] = [
  [
    'released by the desk',
    (one) => releasedByDesk(one, nowMs),
    'released',
    ['registered', 'held', 'delivery_failed'],
  ],
  ['released by its shop', (one) => releasedByShop(one, nowMs), 'released', ['held']],
  [
    'held by an agent',
    (one) => heldByAgent(one, 'Klant belt', nowMs),
    'held',
    ['registered', 'released', 'in_transit', 'at_depot', 'delivery_failed'],
  ],
  ['cancelled', (one) => cancelled(one, nowMs), 'cancelled', ['registered', 'held', 'released']],
];

describe.each(DECISIONS)('a shipment %s', (_, decide, to, from) => {
  it.each(SHIPMENT_STATES)('from the state %s', (state) => {
    const hold = state === 'held' ? ({ reason: 'check_confirm', note: null } as const) : null;
    const before = aShipment({ state, hold });
    if (from.includes(state)) expect(decide(before)).toMatchObject({ state: to, stateAtMs: nowMs });
    else expect(() => decide(before)).toThrow('conflict');
    expect(before).toEqual(aShipment({ state, hold }));
  });
});

describe('one that has left', () => {
  it.each(['held', 'released'] as const)('is not cancelled where it is %s again', (state) => {
    const hold = state === 'held' ? ({ reason: 'agent', note: 'Klant belt' } as const) : null;
    expect(() => cancelled(aShipment({ state, hold, hasLeft: true }), nowMs)).toThrow('conflict');
  });
});

describe('a shop', () => {
  it.each(HOLD_REASONS)('releases only what its shopper was asked about: %s', (reason) => {
    const before = aShipment({ state: 'held', hold: { reason, note: null } });
    if (reason === 'check_confirm') expect(releasedByShop(before, nowMs).state).toBe('released');
    else expect(() => releasedByShop(before, nowMs)).toThrow('conflict');
  });
});

describe('a decision', () => {
  it('takes the hold away where it lets go, and names the agent and why where it holds', () => {
    const held = aShipment({ state: 'held', hold: { reason: 'check_fix', note: null } });
    expect(releasedByDesk(held, nowMs).hold).toBeNull();
    expect(cancelled(held, nowMs).hold).toBeNull();
    expect(heldByAgent(aShipment(), 'Klant belt', nowMs).hold).toEqual({
      reason: 'agent',
      note: 'Klant belt',
    });
  });

  it('lets go to where the shipment goes already, in the same row', () => {
    expect(releasedByDesk(aShipment({ state: 'held' }), nowMs)).toMatchObject({
      ...{ addressId: 'adr_1', address: anAddress },
    });
  });

  it('lets go to the address as typed where there is none, in a row of its own', () => {
    const before = aShipment({ state: 'held', addressId: null, address: null });
    const { addressId, address } = releasedByDesk(before, nowMs);
    expect([addressId, address]).toEqual([expect.stringMatching(/^adr_.{26}$/), anAddress]);
  });

  it('lets nothing go that nobody could drive to', () => {
    const before = aShipment({ state: 'held', addressId: null, address: null, entry: { city: 'X' } });
    expect(() => releasedByDesk(before, nowMs)).toThrow('unprocessable');
  });
});

describe('another address', () => {
  it.each<Partial<typeof anAddress> | { houseNumberAddition: string }>([
    { street: 'Kerkstraat' },
    { houseNumber: 14 },
    { houseNumberAddition: 'A' },
    { postcode: '8951AB' },
    { city: 'Molenhorn' },
    { country: 'BE' },
  ])('is another row: %j', (change) => {
    const { addressId, address } = readdressed(aShipment(), { ...anAddress, ...change }, nowMs);
    expect(addressId).not.toBe('adr_1');
    expect(address).toEqual({ ...anAddress, ...change });
  });

  it('is none where it is the same', () => {
    const before = aShipment();
    expect(readdressed(before, { ...anAddress }, nowMs)).toBe(before);
  });
});

describe('what is told anew', () => {
  it('leaves what is left out, and takes away what is null', () => {
    const before = aShipment({ depot: 'ZLV', driverNote: 'Bel stuk' });
    const changed = withDetails(before, { driverNote: null, recipient: { phone: '0612345678' } });
    expect(changed).toEqual({
      ...before,
      driverNote: null,
      recipient: { ...before.recipient, phone: '0612345678' },
    });
  });

  it.each([{}, { recipient: {} }, { depot: 'ZLV', recipient: { name: 'Vera', email: null } }])(
    'is no change where it is so already: %j',
    (told) => {
      const before = aShipment({ depot: 'ZLV' });
      expect(withDetails(before, told)).toBe(before);
    },
  );

  it.each(SHIPMENT_STATES)('comes too late only for what is over: %s', (state) => {
    const tell = () => withDetails(aShipment({ state }), { driverNote: 'x' });
    if (['delivered', 'returned', 'cancelled'].includes(state)) expect(tell).toThrow('conflict');
    else expect(tell().driverNote).toBe('x');
  });
});
