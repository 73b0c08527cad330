import type { StopAddress } from '../route';
import type { DriverInstruction, DriverRoute, DriverStop } from './contract';

/** Where shipments were to go before: the address that the driver last knew, by shipment. */
export type Was = Readonly<Record<string, StopAddress>>;

/**
 * What is to be shown struck through after a change. A shipment that moves twice before the driver has seen it was, to the
 * driver, at the first address.
 */
export function wasAfter(was: Was, before: DriverRoute, after: DriverRoute): Was {
  if (before.stops === after.stops) return was;
  const known = addressesOf(before.stops);
  const now = addressesOf(after.stops);
  const marks: Record<string, StopAddress> = { ...was };
  for (const [shipmentId, address] of known) {
    const to = now.get(shipmentId);
    if (to !== undefined && isSameAddress(address, to)) continue;
    const seen = isSeen(shipmentId, before.instructions);
    marks[shipmentId] = (seen ? undefined : was[shipmentId]) ?? address;
  }
  return withoutReturned(marks, now);
}

/** Whether two addresses are one door. */
export function isSameAddress(one: StopAddress, other: StopAddress): boolean {
  return (
    one.street === other.street &&
    one.houseNumber === other.houseNumber &&
    one.houseNumberAddition === other.houseNumberAddition &&
    one.postcode === other.postcode &&
    one.city === other.city
  );
}

/** A shipment that goes where it was known to go has not moved. */
function withoutReturned(marks: Was, now: ReadonlyMap<string, StopAddress>): Was {
  const moved = Object.entries(marks).filter(([shipmentId, address]) => {
    const to = now.get(shipmentId);
    return to === undefined || !isSameAddress(address, to);
  });
  return Object.fromEntries(moved);
}

function addressesOf(stops: readonly DriverStop[]): ReadonlyMap<string, StopAddress> {
  return new Map(stops.flatMap(({ shipmentIds, address }) => shipmentIds.map((id) => [id, address])));
}

/**
 * Whether the driver answered what was last said of the shipment, also where a later instruction came in its place. A route
 * that is fetched whole no longer holds what was answered.
 */
function isSeen(shipmentId: string, instructions: readonly DriverInstruction[]): boolean {
  return instructions.findLast((one) => one.shipmentId === shipmentId)?.answeredAt !== null;
}
