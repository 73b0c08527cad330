import fc from 'fast-check';
import { asBefore, corrected, priorOf } from '../../src/corrections/corrected-shipment';
import type { Shipment } from '../../src/shipments/shipment';
import { canBeReaddressed, canBecome, SHIPMENT_STATES } from '../../src/shipments/states';
import { anyDeliveryAddress, anyReachableShipment } from '../support/any-shipment';

/** Those that nobody can be put back to: they were on the way to being held. */
const NO_WAY_BACK: readonly string[] = ['registered', 'delivery_failed'];
const settled = (shipment: Shipment) => ({ ...shipment, version: 0, updatedAtMs: 0, stateAtMs: 0 });

/** A shipment, as it was and after a correction of its address. */
const applied = fc.tuple(anyReachableShipment, anyDeliveryAddress).map(([before, address]) => {
  const after = corrected(before, { address, check: null }, 2_000);
  return { before, after, address, undone: asBefore(after, priorOf(before), 3_000) };
});

describe('a shipment and its corrected address', () => {
  it('go together, and nothing stands still any more', () => {
    fc.assert(
      fc.property(applied, ({ before, after, address }) => {
        expect(after.address).toEqual(address);
        expect(after.addressId).not.toBeNull();
        expect(['registered', 'held', 'delivery_failed']).not.toContain(after.state);
        expect([after.hold, canBeReaddressed(after.state)]).toEqual([null, true]);
        expect(after.state === before.state || canBecome(before.state, after.state)).toBe(true);
        expect(before.addressId === after.addressId).toBe(isSame(before.address, address));
      }),
    );
  });

  it('are as before when it is undone at once', () => {
    fc.assert(
      fc.property(applied, ({ before, undone }) => {
        if (NO_WAY_BACK.includes(before.state)) {
          const { state, hold } = undone;
          expect(state).toBe('held');
          expect(settled({ ...undone, state: before.state, hold: before.hold })).toEqual(settled(before));
          expect(hold?.reason).toBe(before.failure === null ? 'agent' : 'delivery_failed');
        } else expect(settled(undone)).toEqual(settled(before));
      }),
    );
  });

  const since = fc.record({
    state: fc.constantFrom(...SHIPMENT_STATES.filter(canBeReaddressed)),
    failure: fc.constantFrom(null, 'not_at_home' as const),
  });

  it('are where they are now when it is undone later, unless that was the question', () => {
    fc.assert(
      fc.property(applied, since, ({ before, after }, { state, failure }) => {
        const hold = state === 'held' ? { reason: 'agent' as const, note: 'Gebeld' } : null;
        const now = { ...after, state, failure, hold };
        const undone = asBefore(now, priorOf(before), 3_000);
        const wasQuestion = before.address === null || ['held', ...NO_WAY_BACK].includes(before.state);
        expect(undone.state).toBe(wasQuestion ? 'held' : state);
        expect([undone.address, undone.addressId]).toEqual([before.address, before.addressId]);
        expect(undone.failure).toBe(failure ?? before.failure);
        expect(undone.hold === null).toBe(undone.state !== 'held');
        if (state === 'held') expect(undone.hold).toEqual(hold);
        if (undone.state !== state) expect(canBecome(state, undone.state)).toBe(true);
      }),
    );
  });
});

function isSame(one: Shipment['address'], other: Shipment['address']): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
