/** Put in front of this script by the service: the files of this version of the page. */
declare const KLOPT_PAGE: { version: string; files: readonly string[] };

/** What is used of a service worker: its types and those of pages cannot be had together. */
interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: AskedEvent) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}
interface LifeEvent {
  waitUntil(done: Promise<unknown>): void;
}
interface AskedEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

const PREFIX = 'klopt-driver-';
const worker = self as unknown as WorkerScope;
const name = `${PREFIX}${KLOPT_PAGE.version}`;

/** Keeps the whole page, so that it opens where there is no network. Nothing of a route is ever kept here. */
worker.addEventListener('install', (event) => event.waitUntil(keepPage()));
worker.addEventListener('activate', (event) => event.waitUntil(dropEarlier()));
worker.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method !== 'GET' || !KLOPT_PAGE.files.includes(pathname)) return;
  event.respondWith(answerTo(event.request, pathname));
});

async function keepPage(): Promise<void> {
  const cache = await caches.open(name);
  await cache.addAll(KLOPT_PAGE.files.map((file) => new Request(file, { cache: 'reload' })));
  await worker.skipWaiting();
}

async function dropEarlier(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((one) => one.startsWith(PREFIX) && one !== name).map((one) => caches.delete(one)),
  );
  await worker.clients.claim();
}

async function answerTo(request: Request, pathname: string): Promise<Response> {
  const cache = await caches.open(name);
  return (await cache.match(pathname, { ignoreVary: true })) ?? fetch(request);
}
