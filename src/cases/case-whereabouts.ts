import { isOnBoard } from '../corrections/parcel-way';
import { isDone } from '../routes/states';
import type { Route } from '../routes/route';
import type { OnRoute } from '../routes/route-of-shipment';
import { estimateOf } from '../routes/shown-route';
import { stateWords } from '../shipments/refusals';
import type { Shipment } from '../shipments/shipment';
import { isFinal } from '../shipments/states';
import { dayText, type ShownTime, shownTime } from './case-times';
import { type Language, say } from './case-words';

/** Where a parcel is now. */
export interface CaseWhereabouts {
  /** All of it in one sentence. */
  text: string;
  /** The route that it is on; null where it is on none. */
  route: CaseRoute | null;
  /** When the driver is estimated to be at its stop; null where nobody knows, or it is on its way back. */
  estimatedAt: ShownTime | null;
}

export interface CaseRoute {
  id: string;
  version: number;
  reference: string;
  day: string;
  driver: string;
  vehicle: string;
  /** Which stop of how many; null where the parcel is brought back. */
  stop: { sequence: number; of: number } | null;
}

/** Where a parcel is: on a route and when the driver will be there, in the depot, or as its state says. */
export function caseWhereabouts(
  shipment: Pick<Shipment, 'state' | 'depot'>,
  onRoute: OnRoute | null,
  { nowMs, language }: { nowMs: number; language: Language },
): CaseWhereabouts {
  if (onRoute === null) return { text: offRoute(shipment, language), route: null, estimatedAt: null };
  const route = caseRoute(onRoute);
  const atMs = arrivalMs(onRoute, nowMs);
  const estimatedAt = atMs === null ? null : shownTime(atMs, nowMs, language);
  const sentence = [
    isOnBoard(shipment, onRoute) ? inVan(language) : planned(language),
    routeText(route, { nowMs, language }),
    stopText(onRoute, { route, estimatedAt }, language),
  ];
  return { text: `${sentence.filter((part) => part !== null).join(', ')}.`, route, estimatedAt };
}

function offRoute({ state, depot }: Pick<Shipment, 'state' | 'depot'>, language: Language): string {
  const at = stateWords(state)[language];
  if (isFinal(state)) return say([`De zending is ${at}.`, `The shipment is ${at}.`], language);
  const ofDepot = depot === null ? '' : `, ${say(['depot', 'depot'], language)} ${depot}`;
  return say(
    [`De zending is ${at}${ofDepot}; op geen rit.`, `The shipment is ${at}${ofDepot}; on no route.`],
    language,
  );
}

function caseRoute({ route, stop }: OnRoute): CaseRoute {
  const { id, version, reference, day, driver, vehicle, stops } = route;
  const sequence = stop === null ? 0 : stops.findIndex((one) => one.id === stop.id) + 1;
  return {
    ...{ id, version, reference, day, driver, vehicle },
    stop: stop === null ? null : { sequence, of: stops.length },
  };
}

function arrivalMs({ route, stop }: OnRoute, nowMs: number): number | null {
  return stop === null ? null : (estimateOf(route, nowMs).arrivals.get(stop.id) ?? null);
}

function inVan(language: Language): string {
  return say(['In de bus', 'In the van'], language);
}

function planned(language: Language): string {
  return say(['Ingedeeld', 'Planned'], language);
}

function routeText(
  { reference, day, driver, vehicle }: CaseRoute,
  { nowMs, language }: { nowMs: number; language: Language },
): string {
  const on = dayText(day, nowMs, language);
  return say(
    [
      `rit ${reference} van ${on} (bezorger ${driver}, ${vehicle})`,
      `route ${reference} of ${on} (driver ${driver}, ${vehicle})`,
    ],
    language,
  );
}

function stopText(
  { route: { state }, stop }: { route: Pick<Route, 'state'>; stop: OnRoute['stop'] },
  { route, estimatedAt }: { route: CaseRoute; estimatedAt: ShownTime | null },
  language: Language,
): string | null {
  if (stop === null || route.stop === null) return say(['op de weg terug', 'on its way back'], language);
  const { sequence, of } = route.stop;
  const at = say([`stop ${sequence} van ${of}`, `stop ${sequence} of ${of}`], language);
  if (isDone(stop.state)) return `${at}, ${say(['daar niet afgegeven', 'not handed over there'], language)}`;
  if (stop.state === 'arrived')
    return `${at}, ${say(['de bezorger is er nu', 'the driver is there now'], language)}`;
  if (estimatedAt === null || state === 'ended') return at;
  return `${at}, ${say(['verwacht om', 'estimated at'], language)} ${estimatedAt.text}`;
}
