import type { Box } from './box';
import { withPosition } from './outbox';
import { isWorthReporting, type Position } from './position';
import { routeScreen } from './screen';

/** Reports where the van is, where the driver has allowed it and while the route is under way. */
export function createVanPosition(box: Box, nowMs: () => number) {
  let watching: number | null = null;
  let last: Position | null = null;

  function report({ coords }: GeolocationPosition): void {
    const place = { lat: coords.latitude, lon: coords.longitude };
    const now = { ...place, atMs: nowMs() };
    if (!isWorthReporting(last, now)) return;
    last = now;
    box.changeKept((kept) => ({ ...kept, outbox: withPosition(kept.outbox, place, now.atMs) }));
  }

  function refused({ code, PERMISSION_DENIED }: GeolocationPositionError): void {
    if (code === PERMISSION_DENIED)
      box.changeKept((kept) => ({ ...kept, settings: { ...kept.settings, sharesPosition: false } }));
  }

  function begin(): number {
    return navigator.geolocation.watchPosition(report, refused, { enableHighAccuracy: true });
  }

  /** Begins or ends, as the settings say. */
  return (): void => {
    const { kept } = box.get();
    const wanted = kept.settings.sharesPosition === true && routeScreen(kept)?.state === 'under_way';
    if (wanted === (watching !== null)) return;
    if (watching !== null) navigator.geolocation.clearWatch(watching);
    watching = wanted ? begin() : null;
  };
}
