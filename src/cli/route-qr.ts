import { toString as qrOf } from 'qrcode';
import type { Clock } from '../clock';
import { readConfig } from '../config';
import type { Database } from '../database/open-database';
import { Problem } from '../http/problem';
import { handOutDevice } from '../routes/devices/hand-out-device';
import type { Route } from '../routes/route';
import { findRoute } from '../routes/routes-store';
import { CommandFailed } from './command-failed';
import { instant, minute } from './times';

/** Lets one more device of a route's driver in, and shows how, as a QR code for the terminal or as JSON. */
export async function routeQr(
  { database, clock }: { database: Database; clock: Clock },
  routeId: string,
  asJson: boolean,
): Promise<string> {
  const route = await findRoute(database, {}, routeId);
  if (route === undefined)
    throw new CommandFailed(`There is no route ${routeId}: "klopt routes list" shows them.`);
  const { stored, token, url } = await handOut(database, route, clock.nowMs());
  if (asJson) return JSON.stringify({ id: stored.id, token, url, expiresAt: instant(stored.expiresAtMs) });
  const until = minute(stored.expiresAtMs);
  return [
    await qrOf(url, { type: 'utf8' }),
    `For ${route.driver}, route ${route.reference} of ${route.day}. It lets in until ${until} (UTC), and is shown only this once:`,
    '',
    `  ${url}`,
  ].join('\n');
}

async function handOut(database: Database, route: Route, nowMs: number) {
  const { publicUrl } = readConfig();
  try {
    return await handOutDevice({ database, publicUrl }, route, 'operator', nowMs);
  } catch (error) {
    throw error instanceof Problem ? new CommandFailed(error.details.detail?.en ?? error.code) : error;
  }
}
