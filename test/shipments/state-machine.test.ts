import fc from 'fast-check';
import { cancelled, heldByAgent, releasedByDesk, releasedByShop } from '../../src/shipments/decisions';
import { atMsOf, changedBy, effectOf, type Scan, type ScanEffect } from '../../src/shipments/scan';
import { SCAN_CODES, type ScanCodeName } from '../../src/shipments/scan-codes';
import { FAILURE_REASONS, type Shipment } from '../../src/shipments/shipment';
import {
  canBecome,
  canBeReaddressed,
  isFinal,
  isWithDriver,
  SHIPMENT_STATES,
  type ShipmentState,
  TRANSITIONS,
} from '../../src/shipments/states';
import { aShipment } from '../support/a-shipment';

type Happening = Omit<Scan, 'receivedAtMs'> | Decision;
type Decision = 'desk' | 'shop' | 'hold' | 'cancel';

const decide: Record<Decision, (shipment: Shipment, nowMs: number) => Shipment> = {
  desk: releasedByDesk,
  shop: releasedByShop,
  hold: (shipment, nowMs) => heldByAgent(shipment, 'Klant belt', nowMs),
  cancel: cancelled,
};

const anyScan = fc.record({
  code: fc.constantFrom(...(Object.keys(SCAN_CODES) as ScanCodeName[])),
  reason: fc.option(fc.constantFrom(...FAILURE_REASONS)),
  device: fc.option(fc.constantFrom('scanner-1', 'scanner-2')),
  // Of a device whose clock is late, right or ahead.
  occurredAtMs: fc.integer({ min: 0, max: 400 }),
});
const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: anyScan },
  { weight: 1, arbitrary: fc.constantFrom<Decision>('desk', 'shop', 'hold', 'cancel') },
);
const anyWay = fc.array(anyHappening, { maxLength: 40 });

/** Everything that happens, each ten milliseconds after the one before. */
function walk(way: readonly Happening[]): { shipment: Shipment; seen: Step[] } {
  let shipment = aShipment({ stateAtMs: 0 });
  const seen: Step[] = [];
  const heard = new Set<string>();
  way.forEach((happening, index) => {
    const nowMs = 10 * (index + 1);
    const before = shipment;
    if (typeof happening === 'string') shipment = decidedOr(before, happening, nowMs);
    else {
      const scan = { ...happening, receivedAtMs: nowMs };
      const effect = effectOf(before, scan, heard.has(nameOf(happening)));
      if (effect === 'applied') {
        heard.add(nameOf(happening));
        shipment = { ...before, ...changedBy(before, scan) };
      }
      seen.push({ before, after: shipment, scan, effect });
    }
  });
  return { shipment, seen };
}

interface Step {
  before: Shipment;
  after: Shipment;
  scan: Scan;
  effect: ScanEffect;
}

/** As it was where the decision is refused. */
function decidedOr(before: Shipment, decision: Decision, nowMs: number): Shipment {
  try {
    return decide[decision](before, nowMs);
  } catch {
    return before;
  }
}

/** Every state that can be come to, over any number of permitted changes. */
function reachable(from: ShipmentState, seen = new Set<ShipmentState>()): Set<ShipmentState> {
  for (const next of TRANSITIONS[from])
    if (!seen.has(next)) {
      seen.add(next);
      reachable(next, seen);
    }
  return seen;
}

describe('the states of a shipment', () => {
  it('are all left by a permitted change, or final', () => {
    expect(SHIPMENT_STATES.filter(isFinal)).toEqual(['delivered', 'returned', 'cancelled']);
  });

  it('can all be come to from the first', () => {
    expect([...reachable('registered')].sort()).toEqual(
      SHIPMENT_STATES.filter((one) => one !== 'registered').sort(),
    );
  });

  it('never lead back to the first, nor to themselves', () => {
    for (const from of SHIPMENT_STATES) {
      expect(TRANSITIONS[from]).not.toContain('registered');
      expect(TRANSITIONS[from]).not.toContain(from);
    }
  });

  it('let a parcel be readdressed only where no driver has it and it is not over or lost', () => {
    for (const state of SHIPMENT_STATES)
      expect(canBeReaddressed(state) && (isWithDriver(state) || isFinal(state))).toBe(false);
    expect(SHIPMENT_STATES.filter(isWithDriver)).toEqual(['on_board', 'out_for_delivery']);
  });
});

describe('whatever happens to a shipment', () => {
  it('comes into another state only by permitted changes', () => {
    fc.assert(
      fc.property(anyWay, (way) => {
        for (const { before, after, scan, effect } of walk(way).seen) {
          if (effect !== 'applied') expect(after).toBe(before);
          else {
            const said = SCAN_CODES[scan.code].state;
            expect(canBecome(before.state, said)).toBe(true);
            expect(after.state === said || (after.state === 'held' && canBecome(said, 'held'))).toBe(true);
          }
        }
      }),
    );
  });

  it('is held with a reason, and has none where it is not, but for one that was lost while it was held', () => {
    fc.assert(
      fc.property(anyWay, (way) => {
        const { shipment } = walk(way);
        if (shipment.state !== 'lost') expect(shipment.hold !== null).toBe(shipment.state === 'held');
      }),
    );
  });

  it('is never undone once it is over', () => {
    fc.assert(
      fc.property(anyWay, anyWay, (first, then) => {
        const { shipment } = walk(first);
        if (isFinal(shipment.state)) expect(walk([...first, ...then]).shipment).toEqual(shipment);
      }),
    );
  });

  it('goes forward in time: a scan that is older changes nothing', () => {
    fc.assert(
      fc.property(anyWay, (way) => {
        for (const { before, after, scan, effect } of walk(way).seen) {
          expect(after.stateAtMs).toBeGreaterThanOrEqual(before.stateAtMs);
          expect(after.stateAtMs).toBeLessThanOrEqual(Math.max(before.stateAtMs, scan.receivedAtMs));
          if (atMsOf(scan) < before.stateAtMs) expect(['late', 'repeated']).toContain(effect);
        }
      }),
    );
  });

  it('is the same however often and however late scans are told again', () => {
    const anyTimes = fc.array(fc.nat(40), { maxLength: 10 });
    fc.assert(
      fc.property(anyWay, anyTimes, (way, times) => {
        const { shipment: once, seen } = walk(way);
        // Behind all that happened, in any order, all over again.
        const counted = seen.filter(({ effect }) => effect === 'applied').map(({ scan }) => scan);
        const again = times.flatMap((time) => counted[time] ?? []);
        expect(walk([...way, ...again]).shipment).toEqual(once);
      }),
    );
  });

  it('is the same in whichever order scans come that are older than what is known', () => {
    const anyOld = fc.array(anyScan, { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(anyOld, (old) => {
        const known = { code: 'at_depot', reason: null, device: 'scanner-9', occurredAtMs: 9 } as const;
        const older = old.map((scan) => ({ ...scan, occurredAtMs: scan.occurredAtMs % 9 }));
        const [there, back] = [walk([known, ...older]), walk([known, ...older.toReversed()])];
        expect(there.shipment).toEqual(walk([known]).shipment);
        expect(back.shipment).toEqual(there.shipment);
      }),
    );
  });

  it('follows the simplest model there is', () => {
    fc.assert(
      fc.property(anyWay, (way) => {
        expect(walk(way).shipment).toMatchObject(model(way));
      }),
    );
  });
});

type Modelled = Pick<Shipment, 'state' | 'stateAtMs' | 'hold' | 'failure' | 'hasLeft'>;

/** Nothing here is held because its shopper must be asked, so a shop lets nothing go. */
const DECIDED = { cancel: 'cancelled', desk: 'released', hold: 'held', shop: null } as const;
const byAgent = { reason: 'agent', note: 'Klant belt' } as const;
const forItsAddress = { reason: 'delivery_failed', note: null } as const;

/** By the sentences alone: what is permitted is done in turn, all else is left. */
function model(way: readonly Happening[]): Modelled {
  const heard = new Set<string>();
  let is: Modelled = { state: 'released', stateAtMs: 0, hold: null, failure: null, hasLeft: false };
  way.forEach((happening, index) => {
    const nowMs = 10 * (index + 1);
    is =
      typeof happening === 'string'
        ? afterDecision(is, happening, nowMs)
        : afterScan(is, happening, { heard, nowMs });
  });
  return is;
}

function afterDecision(is: Modelled, decision: Decision, nowMs: number): Modelled {
  const said = DECIDED[decision];
  const isTooLate = decision === 'cancel' && is.hasLeft;
  if (said === null || isTooLate || !TRANSITIONS[is.state].includes(said)) return is;
  return { ...is, state: said, stateAtMs: nowMs, hold: decision === 'hold' ? byAgent : null };
}

function afterScan(
  is: Modelled,
  scan: Exclude<Happening, Decision>,
  { heard, nowMs }: { heard: Set<string>; nowMs: number },
): Modelled {
  const change = modelScan(scan, nowMs);
  const isNews = change.stateAtMs >= is.stateAtMs && !heard.has(nameOf(scan));
  if (!isNews || !TRANSITIONS[is.state].includes(SCAN_CODES[scan.code].state)) return is;
  heard.add(nameOf(scan));
  // What was held is lost held, and found held.
  const isFound = is.state === 'lost' && ['collected', 'in_transit', 'at_depot'].includes(scan.code);
  if (is.hold === null || (scan.code !== 'lost' && !isFound)) return { ...is, ...change, hasLeft: true };
  return { ...is, ...change, hasLeft: true, hold: is.hold, state: scan.code === 'lost' ? 'lost' : 'held' };
}

function nameOf({ code, device, occurredAtMs }: Exclude<Happening, Decision>): string {
  return [code, device, occurredAtMs].join();
}

type Change = Partial<Modelled> & Pick<Modelled, 'stateAtMs'>;

function modelScan({ code, reason, occurredAtMs }: Exclude<Happening, Decision>, nowMs: number): Change {
  const stateAtMs = Math.min(nowMs, occurredAtMs);
  if (code !== 'delivery_failed') return { state: SCAN_CODES[code].state, stateAtMs, hold: null };
  const failure = reason ?? 'other';
  return failure === 'moved' || failure === 'incorrect_address'
    ? { state: 'held', stateAtMs, hold: forItsAddress, failure }
    : { state: 'delivery_failed', stateAtMs, hold: null, failure };
}
