import { listDepotPlaces } from '../access/depot-places';
import type { Clock } from '../clock';
import type { Database } from '../database/open-database';
import type { OptionCosts } from '../option-costs';
import type { OptionsQuestion } from '../routes/planning/option';
import type { AskTravelTimes } from '../routes/planning/osrm-source';
import { placesAsked } from '../routes/planning/places-asked';
import type { TravelMs } from '../routes/planning/travel';
import { STRAIGHT_LINES, type TravelTimes } from '../routes/planning/travel-times';
import { amsterdamDay } from '../routes/planning/windows';
import type { Place, Route, StopAddress } from '../routes/route';
import { type OnRoute, routesToLeave, whereOnRoute } from '../routes/route-of-shipment';
import { depotOfShipment } from '../shipments/find-shipment';
import type { DeliveryAddress, Shipment } from '../shipments/shipment';
import { isFinal } from '../shipments/states';
import { isOnBoard } from './parcel-way';
import { unknownTransferDepot } from './refusals';

export interface OptionsDependencies {
  database: Database;
  clock: Clock;
  /** Where an address is; null where the register knows no coordinates. */
  placeOf: (address: StopAddress) => Place | null;
  /** null where straight lines are all there is. */
  askTravelTimes: AskTravelTimes | null;
  optionCosts: OptionCosts;
}

/** A parcel that may go elsewhere. */
export interface CorrectedParcel {
  shipment: Shipment;
  onRoute: OnRoute | null;
  address: DeliveryAddress;
}

export interface Allowances {
  mayBreakPromises: boolean;
  /** The depot that an agent names for a transfer; null for the nearest. */
  depot: string | null;
}

/** Asks how long the roads take that options depend on, before any transaction: it may wait for another server. */
export async function travelTimesFor(
  { database, clock, placeOf, askTravelTimes }: OptionsDependencies,
  shipmentId: string,
  address: StopAddress,
): Promise<TravelTimes> {
  const place = placeOf(address);
  if (askTravelTimes === null || place === null) return STRAIGHT_LINES;
  const onRoute = await whereOnRoute(database, shipmentId);
  const depot = await depotOf(database, shipmentId, onRoute);
  const others = await otherRoutes(database, { onRoute, depot }, clock.nowMs());
  const { around, others: to } = placesAsked({ route: onRoute?.route ?? null, others, place, shipmentId });
  return askTravelTimes(around, to);
}

async function depotOf(database: Database, shipmentId: string, onRoute: OnRoute | null): Promise<string> {
  return onRoute?.route.depot ?? (await depotOfShipment(database, shipmentId)) ?? '';
}

/** Where a route is under way a parcel is in its van, and no other route can have it. */
async function otherRoutes(
  database: Database,
  { onRoute, depot }: { onRoute: OnRoute | null; depot: string },
  nowMs: number,
): Promise<Route[]> {
  if (onRoute?.route.state === 'under_way') return [];
  return routesToLeave(database, { depot, day: amsterdamDay(nowMs) });
}

/** All that decides what can still be done with a parcel as things stand; reads only, also within a transaction. */
export async function optionsQuestion(
  database: Database,
  { placeOf, optionCosts }: Pick<OptionsDependencies, 'placeOf' | 'optionCosts'>,
  { shipment, onRoute, address }: CorrectedParcel,
  { travelMs, nowMs, ...allowances }: Allowances & { travelMs: TravelMs; nowMs: number },
): Promise<OptionsQuestion> {
  const depot = onRoute?.route.depot ?? shipment.depot ?? '';
  const others = await otherRoutes(database, { onRoute, depot }, nowMs);
  const place = placeOf(address);
  return {
    ...{ nowMs, travelMs, shipmentId: shipment.id, address, place, depot, others },
    isOnBoard: isOnBoard(shipment, onRoute),
    isFinal: isFinal(shipment.state),
    route: onRoute?.route ?? null,
    depots: await depotsFor(database, allowances.depot),
    transferTo: allowances.depot,
    mayBreakPromises: allowances.mayBreakPromises,
    costs: optionCosts,
  };
}

/** Every depot. @throws Problem invalid-request where an agent names another */
async function depotsFor(database: Database, named: string | null) {
  const depots = await listDepotPlaces(database);
  const codes = depots.map(({ code }) => code);
  if (named !== null && !codes.includes(named)) throw unknownTransferDepot(codes);
  return depots;
}
