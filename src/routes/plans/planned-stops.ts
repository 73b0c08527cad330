import { newId } from '../../ids';
import type { Parcel } from '../parcel';
import type { PlannedStop, RoutePlan } from './plan';
import { isSameAddress } from '../planning/same-address';
import type { Place, Stop, StopAddress } from '../route';

/** Where an address is, as far as the register knows. */
export type PlaceOf = (address: StopAddress) => Place | null;

interface Known {
  parcels: ReadonlyMap<string, Parcel | 'several'>;
  placeOf: PlaceOf;
  /** The stops of the plan before this one. */
  before: readonly Stop[];
}

/**
 * The stops of a plan whose parcels were found. One with a parcel and the address of a stop before is that stop, and keeps
 * its id and the window that was promised there; where nothing is another it is the same object.
 */
export function plannedStops({ stops }: RoutePlan, known: Known, nowMs: number): Stop[] {
  const left = new Set(known.before);
  return stops.map((planned, index) => {
    const { shipmentIds, address } = handedOver(planned, known.parcels);
    const earlier = earlierOf(left, shipmentIds, address);
    if (earlier !== undefined) left.delete(earlier);
    const stop: Stop = {
      id: earlier?.id ?? newId('stp', nowMs),
      rank: index + 1,
      state: 'planned',
      ...{ shipmentIds, address },
      place: planned.place ?? known.placeOf(address),
      serviceMs: planned.serviceMs,
      window: earlier?.window?.state === 'promised' ? earlier.window : planned.window,
      plannedAtMs: planned.plannedAtMs,
      travel: null,
      ...{ failure: null, arrivedAtMs: null, doneAtMs: null },
    };
    return earlier !== undefined && isSame(earlier, stop) ? earlier : stop;
  });
}

/** What is handed over at a stop, in the order in which it is kept, and where. */
function handedOver(
  { parcels: names }: PlannedStop,
  parcels: Known['parcels'],
): Pick<Stop, 'shipmentIds' | 'address'> {
  const found = names.map((name) => parcels.get(name)).filter((parcel) => typeof parcel === 'object');
  const address = found[0]?.address;
  if (!address) throw new Error('A plan is carried out only once all of its parcels were found.');
  return { shipmentIds: found.map(({ shipmentId }) => shipmentId).sort(), address };
}

function earlierOf(
  stops: ReadonlySet<Stop>,
  shipmentIds: readonly string[],
  address: StopAddress,
): Stop | undefined {
  return [...stops].find(
    (stop) => isSameAddress(stop.address, address) && stop.shipmentIds.some((id) => shipmentIds.includes(id)),
  );
}

function isSame(one: Stop, other: Stop): boolean {
  return contentOf(one) === contentOf(other);
}

function contentOf({ id, rank, shipmentIds, place, serviceMs, window, plannedAtMs, ...of }: Stop): string {
  const spot = [of.address, place?.lat, place?.lon, window?.fromMs, window?.untilMs, window?.state];
  return JSON.stringify([id, rank, of.state, shipmentIds, spot, serviceMs, plannedAtMs, of.travel]);
}
