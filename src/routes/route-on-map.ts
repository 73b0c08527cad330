import type { MapPoint, MapView } from '../desk/map-view';
import type { Place, Route, Stop } from './route';
import { isDone } from './states';

/** What a route looks like on a map: where it began, its stops by their numbers, its van, and the way that is still to be driven. */
export function routeOnMap(route: Route): MapView {
  const { start } = route;
  const began = start === null ? [] : [point('start', start, '')];
  return { points: [...began, ...stopsOnMap(route), ...vehicleOnMap(route)], lines: wayAhead(route) };
}

export function stopsOnMap({ stops }: Route): MapPoint[] {
  return stops.flatMap((stop, index) => stopPoint(stop, index + 1));
}

export function vehicleOnMap({ position, vehicle }: Route): MapPoint[] {
  return position === null ? [] : [point('vehicle', position, vehicle)];
}

function stopPoint({ place, state }: Stop, sequence: number): MapPoint[] {
  return place === null ? [] : [point(isDone(state) ? 'done' : 'to_come', place, String(sequence))];
}

export function point(kind: MapPoint['kind'], { lat, lon }: Place, label: string): MapPoint {
  return { kind, lat: rounded(lat), lon: rounded(lon), label };
}

/** From where the van is, or began, along the stops that are to come. */
export function wayAhead({ start, stops, position }: Route): Place[][] {
  const from = position ?? start;
  const ahead = stops.filter(({ state }) => !isDone(state)).flatMap(({ place }) => place ?? []);
  const line = [...(from === null ? [] : [from]), ...ahead];
  return line.length < 2 ? [] : [line.map(({ lat, lon }) => ({ lat: rounded(lat), lon: rounded(lon) }))];
}

/** To about a metre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000;
}
