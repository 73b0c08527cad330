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

/** Something that happens to a shipment: a scan, or what someone decides. */
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
      const name = JSON.stringify([scan.code, scan.device, scan.occurredAtMs]);
      const effect = effectOf(before, scan, heard.has(name));
      heard.add(name);
      if (effect === 'applied') shipment = { ...before, ...changedBy(before, scan) };
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
        const once = walk(way).shipment;
        // Behind all that happened, in any order, all over again.
        const again = times.flatMap((time) => way[time] ?? []).filter((one) => typeof one !== 'string');
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

type Modelled = Pick<Shipment, 'state' | 'stateAtMs' | 'hold' | 'failure'>;

/** Nothing here is held because its shopper must be asked, so a shop lets nothing go. */
const DECIDED = { cancel: 'cancelled', desk: 'released', hold: 'held', shop: null } as const;
const byAgent = { reason: 'agent', note: 'Klant belt' } as const;
const forItsAddress = { reason: 'delivery_failed', note: null } as const;

/** By the sentences alone: what is permitted is done in turn, all else is left. */
function model(way: readonly Happening[]): Modelled {
  let is: Modelled = { state: 'released', stateAtMs: 0, hold: null, failure: null };
  const heard = new Set<string>();
  way.forEach((happening, index) => {
    const nowMs = 10 * (index + 1);
    const change =
      typeof happening === 'string' ? modelDecision(happening, nowMs) : modelScan(happening, nowMs);
    const isNews =
      typeof happening === 'string' || (change.stateAtMs >= is.stateAtMs && !heard.has(nameOf(happening)));
    if (typeof happening !== 'string') heard.add(nameOf(happening));
    // What was held is lost held, and found held.
    if (typeof happening !== 'string' && is.hold !== null && isLostOrFound(is.state, happening.code))
      Object.assign(change, { hold: is.hold }, happening.code === 'lost' ? {} : { state: 'held' });
    const said = typeof happening === 'string' ? DECIDED[happening] : SCAN_CODES[happening.code].state;
    const cameBack = happening === 'cancel' && is.hold?.reason === 'delivery_failed';
    if (said !== null && isNews && !cameBack && TRANSITIONS[is.state].includes(said))
      is = { ...is, ...change };
  });
  return is;
}

function isLostOrFound(state: ShipmentState, code: string): boolean {
  return code === 'lost' || (state === 'lost' && ['collected', 'in_transit', 'at_depot'].includes(code));
}

function nameOf({ code, device, occurredAtMs }: Exclude<Happening, Decision>): string {
  return [code, device, occurredAtMs].join();
}

type Change = Partial<Modelled> & Pick<Modelled, 'stateAtMs'>;

function modelDecision(decision: Decision, nowMs: number): Change {
  const state = DECIDED[decision] ?? 'released';
  return { state, stateAtMs: nowMs, hold: decision === 'hold' ? byAgent : null };
}

function modelScan({ code, reason, occurredAtMs }: Exclude<Happening, Decision>, nowMs: number): Change {
  const stateAtMs = Math.min(nowMs, occurredAtMs);
  if (code !== 'delivery_failed') return { state: SCAN_CODES[code].state, stateAtMs, hold: null };
  const failure = reason ?? 'other';
  return failure === 'moved' || failure === 'incorrect_address'
    ? { state: 'held', stateAtMs, hold: forItsAddress, failure }
    : { state: 'delivery_failed', stateAtMs, hold: null, failure };
}
