import { deviceExpiryMs, issueDevice, type IssuedDevice } from '../../access/issue-device';
import type { Database } from '../../database/open-database';
import { routeIs, shiftIsOver, tooManyDevices } from '../refusals';
import type { Route } from '../route';

export interface HandedOut extends IssuedDevice {
  /** The driver's page, with the token behind the `#`, which goes over no line and into no log. */
  url: string;
}

/**
 * Makes a token for one more device of a route's driver.
 * @throws Problem conflict where the route or its shift has ended, or it has as many devices as may be
 */
export async function handOutDevice(
  { database, publicUrl }: { database: Database; publicUrl: string },
  route: Route,
  actor: string,
  nowMs: number,
): Promise<HandedOut> {
  if (route.state === 'ended') throw routeIs(route.state);
  if (deviceExpiryMs(route.endsAtMs) <= nowMs) throw shiftIsOver();
  const asked = { routeId: route.id, endsAtMs: route.endsAtMs, actor };
  const issued = await issueDevice(database, asked, nowMs);
  if (issued === null) throw tooManyDevices();
  return { ...issued, url: `${publicUrl}/driver#${route.id}/${issued.token}` };
}
