import type { Stop } from '../route';
import { isDone } from '../states';

/** Where two ranks are nearer than this, no number in between can be trusted to be one for long. */
export const LEAST_GAP = 1e-6;

/** A rank between two others; before the first, or after the last, where one is null. */
export function rankBetween(before: number | null, after: number | null): number {
  if (before === null) return after === null ? 1 : after - 1;
  return after === null ? before + 1 : before + (after - before) / 2;
}

/**
 * Puts a stop into a sequence, directly before another or (null) at the end, and gives it a rank in between. Where ranks have
 * come too near to each other, all undone stops get whole numbers behind those that are done; otherwise no other changes.
 */
export function putIn(stops: readonly Stop[], stop: Stop, beforeStopId: string | null): readonly Stop[] {
  const found = stops.findIndex(({ id }) => id === beforeStopId);
  const at = found === -1 ? stops.length : found;
  const before = stops[at - 1]?.rank ?? null;
  const after = stops[at]?.rank ?? null;
  const placed = { ...stop, rank: rankBetween(before, after) };
  const all = [...stops.slice(0, at), placed, ...stops.slice(at)];
  const isTight = before !== null && after !== null && after - before < 2 * LEAST_GAP;
  return isTight ? renumbered(all) : all;
}

function renumbered(stops: readonly Stop[]): readonly Stop[] {
  const done = stops.filter(({ state }) => isDone(state));
  const first = Math.floor(done.at(-1)?.rank ?? 0) + 1;
  const undone = stops.filter(({ state }) => !isDone(state));
  return [...done, ...undone.map((stop, index) => ({ ...stop, rank: first + index }))];
}
