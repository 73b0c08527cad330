import { Script } from 'node:vm';
import { driverEndpoints } from '../../src/routes/driver-endpoints';
import { driverPage } from '../../src/routes/driver-pages';
import { startEndpoints, type Running } from '../support/start-app';

describe("the parts of the driver's page", () => {
  let running: Running;
  let document: string;
  beforeAll(async () => {
    running = await startEndpoints(driverEndpoints({ deskPhone: '+31201234567' }));
    document = await (await running.ask('/driver')).text();
  });
  afterAll(() => running.close());

  const loaded = () => [...document.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path);

  it('are for everyone: whoever has no token sees no route', async () => {
    expect((await fetch(`${running.url}/driver`)).status).toBe(200);
    expect(document).toContain('data-desk-phone="+31201234567"');
  });

  it('run nothing but their own scripts and styles, and ask nobody else', async () => {
    const { headers } = await running.ask('/driver');
    const policy = headers.get('content-security-policy')!;
    expect(policy).toMatch(/^default-src 'none';script-src 'self';style-src 'self';/);
    expect(policy).toMatch(/worker-src 'self'/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    for (const path of loaded()) expect(path).toMatch(/^\/driver\//);
  });

  it('are all there, and kept by browsers for good where their name has a version', async () => {
    const found = await Promise.all(
      loaded().map(async (path) => {
        const { status, headers } = await running.ask(path);
        return [status, headers.get('content-type')?.split(';')[0], headers.get('cache-control')];
      }),
    );
    const kept = 'public, max-age=31536000, immutable';
    expect(found).toEqual([
      [200, 'application/manifest+json', 'no-cache'],
      [200, 'image/svg+xml', kept],
      [200, 'text/css', kept],
      [200, 'text/javascript', kept],
    ]);
  });

  it('have a worker that keeps exactly them, over the whole page', async () => {
    const answer = await running.ask('/driver/sw.js');
    expect(answer.headers.get('service-worker-allowed')).toBe('/driver');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    const text = await answer.text();
    expect(() => new Script(text)).not.toThrow();
    const { files } = JSON.parse(/^const KLOPT_PAGE = (.*);\n/.exec(text)![1]!) as { files: string[] };
    expect([...files].sort()).toEqual(['/driver', ...loaded()].sort());
  });

  it('can be put on a home screen', async () => {
    const manifest = await (await running.ask('/driver/manifest.webmanifest')).json();
    expect(manifest).toMatchObject({ start_url: '/driver', scope: '/driver', display: 'standalone' });
  });

  it('carry the licence of what is bundled', async () => {
    const script = loaded().find((path) => path.endsWith('.js'))!;
    expect(await (await running.ask(script)).text()).toContain('SPDX-License-Identifier: BSD-3-Clause');
  });

  it.each([
    '/driver/assets/0000000000000000/driver.js',
    '/driver/assets/0000000000000000/..%2F..%2Fmain.js',
    '/driver/',
  ])('have no %s', async (path) => {
    expect((await running.ask(path)).status).toBe(404);
  });

  it('have no service-worker.js among their assets, and no asset without a version', async () => {
    const [, version] = /assets\/(\w+)\//.exec(document)!;
    expect((await running.ask(`/driver/assets/${version}/service-worker.js`)).status).toBe(404);
    expect((await running.ask(`/driver/assets/${version}/toString`)).status).toBe(404);
  });

  it('have another version whenever anything in them is another', () => {
    const bundle = { 'driver.js': '1', 'driver.css': '2', 'icon.svg': '3', 'service-worker.js': '4' };
    const versions = [
      driverPage(bundle, ''),
      driverPage(bundle, '112'),
      driverPage({ ...bundle, 'driver.css': '9' }, ''),
      driverPage({ ...bundle, 'service-worker.js': '9' }, ''),
    ].map(({ version }) => version);
    expect(new Set(versions).size).toBe(4);
    expect(driverPage(bundle, '').version).toBe(versions[0]);
  });

  it('show a number as text, whatever it is', () => {
    const bundle = { 'driver.js': '', 'driver.css': '', 'icon.svg': '', 'service-worker.js': '' };
    expect(driverPage(bundle, '"><script>').document).not.toContain('"><script>');
  });
});
