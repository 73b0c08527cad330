import { z } from 'zod';
import { endpoint, type Endpoint } from '../http/endpoint';
import { pagesTag } from '../http/openapi-tags';
import { Problem } from '../http/problem';
import { reply, type Reply } from '../http/reply';
import { pageSecurityHeaders } from '../http/security-headers';
import { loadBundle } from './driver-bundle-file';
import { driverPage, type DriverPage } from './driver-pages';

export interface DriverDependencies {
  /** The number of the desk, empty where drivers have none to call. */
  deskPhone: string;
}

const ASSET_TYPES = {
  'driver.js': 'text/javascript; charset=utf-8',
  'driver.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;
const assetName = z.enum(Object.keys(ASSET_TYPES) as (keyof typeof ASSET_TYPES)[]);

const page = {
  method: 'get',
  tags: [pagesTag],
  scopes: 'public',
  responses: { 200: { description: 'A part of the page', contentType: 'text/html; charset=utf-8' } },
} as const;
const security = pageSecurityHeaders({ manifestSrc: ["'self'"], workerSrc: ["'self'"] });
/** Asked again each time: what is kept by browsers is named by its version. */
const ASKED_AGAIN = 'no-cache';
const KEPT = 'public, max-age=31536000, immutable';

/** The driver's page. It holds nothing of any route: that comes by the token which the page was opened with. */
export function driverEndpoints({ deskPhone }: DriverDependencies): Endpoint[] {
  const load = async () => driverPage(await loadBundle(), deskPhone);
  return [showPage(load), showWorker(load), showManifest(load), showAsset(load)];
}

type Load = () => Promise<DriverPage>;

function showPage(load: Load): Endpoint {
  return endpoint({
    ...page,
    path: '/driver',
    operationId: 'showDriverPage',
    summary: "The driver's page",
    handle: async () => part((await load()).document, 'text/html; charset=utf-8', ASKED_AGAIN),
  });
}

function showWorker(load: Load): Endpoint {
  return endpoint({
    ...page,
    path: '/driver/sw.js',
    operationId: 'showDriverWorker',
    summary: "What opens the driver's page where there is no network",
    handle: async () => {
      const { worker } = await load();
      // Its folder alone would leave out the page itself.
      const headers = { 'Service-Worker-Allowed': '/driver' };
      return part(worker, 'text/javascript; charset=utf-8', ASKED_AGAIN, headers);
    },
  });
}

function showManifest(load: Load): Endpoint {
  return endpoint({
    ...page,
    path: '/driver/manifest.webmanifest',
    operationId: 'showDriverManifest',
    summary: "By which the driver's page can be put on a home screen",
    handle: async () => part((await load()).manifest, 'application/manifest+json', ASKED_AGAIN),
  });
}

function showAsset(load: Load): Endpoint {
  return endpoint({
    ...page,
    path: '/driver/assets/{version}/{name}',
    operationId: 'showDriverAsset',
    summary: "A file that the driver's page loads",
    request: { params: z.strictObject({ version: z.string().max(16), name: z.string().max(32) }) },
    handle: async ({ params }) => {
      const { version } = await load();
      const { data: name } = assetName.safeParse(params.name);
      // Another version's is not answered with this one's: the worker would keep it under a name that is not its own.
      if (name === undefined || params.version !== version) throw new Problem('not-found');
      return part((await loadBundle())[name], ASSET_TYPES[name], KEPT);
    },
  });
}

function part(
  text: string,
  contentType: string,
  cacheControl: string,
  headers: Readonly<Record<string, string>> = {},
): Reply<Buffer> {
  return reply(Buffer.from(text), { contentType, cacheControl, security, headers });
}
