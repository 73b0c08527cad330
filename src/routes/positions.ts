import type { DeviceEffect, DeviceEvent } from './device-event';
import type { Route } from './route';

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
  let knownMs = known?.atMs ?? -Infinity;
  return events
    .filter(({ kind }) => kind === 'position')
    .map(({ deviceSeq, occurredAtMs }) => {
      const atMs = Math.min(nowMs, occurredAtMs);
      const effect = atMs > knownMs ? 'applied' : atMs === knownMs ? 'repeated' : 'late';
      knownMs = Math.max(knownMs, atMs);
      return { deviceSeq, effect };
    });
}
