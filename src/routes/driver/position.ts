import type { Place } from '../route';

export interface Position extends Place {
  atMs: number;
}

const EVERY_MS = 30_000;
const MOVED_METRES = 50;
const METRES_PER_DEGREE = 111_320;

/** Whether a position is worth a report: the van has moved since the last one, and that was a while ago. */
export function isWorthReporting(last: Position | null, now: Position): boolean {
  if (last === null) return true;
  return now.atMs - last.atMs >= EVERY_MS && metresBetween(last, now) >= MOVED_METRES;
}

/** On a flat earth, which it is for a street. */
function metresBetween(one: Place, other: Place): number {
  const northMetres = (other.lat - one.lat) * METRES_PER_DEGREE;
  const eastMetres = (other.lon - one.lon) * METRES_PER_DEGREE * Math.cos((one.lat * Math.PI) / 180);
  return Math.hypot(northMetres, eastMetres);
}
