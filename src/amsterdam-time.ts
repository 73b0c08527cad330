const zone = 'Europe/Amsterdam';
const MS_PER_MINUTE = 60_000;

const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });

/**
 * The instant at which a clock in Europe/Amsterdam shows a time on a day. Of the hour that comes twice in October it is the
 * first; what the clock skips in March is an hour later, as a clock that was not put forward would have it.
 */
export function amsterdamInstant(day: string, hours: number, minutes: number): number {
  const asUtcMs = Date.parse(`${day}T00:00:00Z`) + (60 * hours + minutes) * MS_PER_MINUTE;
  // Clocks change at 1:00 UTC. Two hours back, the most that they are ahead, it is still as it was before the hour in doubt.
  return asUtcMs - offsetMs(asUtcMs - 2 * 60 * MS_PER_MINUTE);
}

/** How far the clock is ahead of UTC at an instant. */
function offsetMs(atMs: number): number {
  return Date.parse(`${wall.format(atMs).replace(' ', 'T')}Z`) - Math.floor(atMs / 1_000) * 1_000;
}
