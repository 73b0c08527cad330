import type { DeviceEffect, DeviceEvent } from './device-event';
import type { Place, Route } from '../route';

type Position = Route['position'];

/** The latest place that a device reports, with whatever it was doing there; null where it reports none. */
export function latestPosition(events: readonly DeviceEvent[], nowMs: number): Position {
  return events.reduce<Position>((latest, { place, occurredAtMs }) => {
    const atMs = Math.min(nowMs, occurredAtMs);
    return place === null || (latest !== null && latest.atMs >= atMs) ? latest : { ...place, atMs };
  }, null);
}

/** What becomes of each position: it counts where it is newer than all that are known. */
export function judgePositions(
  known: Position,
  events: readonly DeviceEvent[],
  nowMs: number,
): { deviceSeq: number; effect: DeviceEffect }[] {
  let latest = known;
  return events
    .filter(({ kind }) => kind === 'position')
    .map(({ deviceSeq, occurredAtMs, place }) => {
      const atMs = Math.min(nowMs, occurredAtMs);
      const effect = effectOf(latest, { place, atMs });
      if (effect === 'applied' && place !== null) latest = { ...place, atMs };
      return { deviceSeq, effect };
    });
}

/** Positions are not kept by their number: what is at the same time and place was sent before. */
function effectOf(latest: Position, { place, atMs }: { place: Place | null; atMs: number }): DeviceEffect {
  if (latest === null || atMs > latest.atMs) return 'applied';
  const isSame = atMs === latest.atMs && place?.lat === latest.lat && place.lon === latest.lon;
  return isSame ? 'repeated' : 'late';
}
