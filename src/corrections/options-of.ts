import { listDepotPlaces } from '../access/depot-places';
import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import type { OptionCosts } from '../option-costs';
import type { Option } from '../routes/planning/option';
import { optionsFor } from '../routes/planning/options';
import { amsterdamDay } from '../routes/planning/windows';
import type { Place, Route, StopAddress } from '../routes/route';
import { type OnRoute, routesToLeave, whereOnRoute } from '../routes/route-of-shipment';
import type { DeliveryAddress, Shipment } from '../shipments/shipment';
import { isFinal } from '../shipments/states';
import { isOnBoard } from './parcel-way';

/** How long the road takes between places, and by what that is known. */
export interface Roads {
  travelMs: (from: Place, to: Place) => number;
  basis: 'road' | 'straight_line';
  /** Why it is not by road, where that was asked for. */
  note: string | null;
}

export interface OptionsDependencies {
  database: Database;
  clock: Clock;
  /** Where an address is; null where the register knows no coordinates. */
  placeOf: (address: StopAddress) => Place | null;
  /** Asks what the road takes between a place and others; falls back to the straight line, and says so. */
  roadsBetween: (places: readonly Place[]) => Promise<Roads>;
  optionCosts: OptionCosts;
}

/** A parcel that may go elsewhere. */
export interface Parcel {
  shipment: Shipment;
  onRoute: OnRoute | null;
  address: DeliveryAddress;
}

export interface Allowances {
  mayBreakPromises: boolean;
  /** The depot that an agent names for a transfer; null for the nearest. */
  depot: string | null;
}

/** What can still be done, and what it was worked out on. */
export interface Options {
  options: readonly Option[];
  place: Place | null;
  others: readonly Route[];
}

/** Asks the roads that options for a new address depend on, before any transaction: it may wait for another server. */
export async function roadsTo(
  { database, placeOf, roadsBetween }: OptionsDependencies,
  shipmentId: string,
  address: StopAddress | null,
): Promise<Roads> {
  const place = address === null ? null : placeOf(address);
  const onRoute = place === null ? null : await whereOnRoute(database, shipmentId);
  const stops = onRoute?.route.stops ?? [];
  const places = stops.flatMap((stop) => (stop.place === null ? [] : [stop.place]));
  return roadsBetween(place === null ? [] : [place, ...places]);
}

/** What can still be done with a parcel as things stand; reads only, also within a transaction. */
export async function optionsOf(
  database: Database,
  { placeOf, optionCosts }: Pick<OptionsDependencies, 'placeOf' | 'optionCosts'>,
  { shipment, onRoute, address }: Parcel,
  { travelMs, nowMs, ...allowances }: Allowances & { travelMs: Roads['travelMs']; nowMs: number },
): Promise<Options> {
  const depot = onRoute?.route.depot ?? shipment.depot ?? '';
  const others = await routesToLeave(database, { depot, day: amsterdamDay(nowMs) });
  const place = placeOf(address);
  const options = optionsFor({
    ...{ nowMs, travelMs, shipmentId: shipment.id, address, place, depot, others },
    isOnBoard: isOnBoard(shipment, onRoute),
    isFinal: isFinal(shipment.state),
    route: onRoute?.route ?? null,
    depots: await depotsFor(database, allowances.depot, place),
    mayBreakPromises: allowances.mayBreakPromises,
    costs: optionCosts,
  });
  return { options, place, others };
}

/** The depot that an agent names is the nearest, wherever it is. */
async function depotsFor(database: Database, named: string | null, to: Place | null) {
  const depots = await listDepotPlaces(database);
  if (named === null) return depots;
  return depots.filter(({ code }) => code === named).map(({ code, place }) => ({ code, place: place ?? to }));
}
