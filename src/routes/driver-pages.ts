import { createHash } from 'node:crypto';
import { html } from '../http/html';
import type { BundleName, DriverBundle } from './driver-bundle-file';

/** Everything that a browser loads of the driver's page, by what it is called. */
export interface DriverPage {
  /** Another one for every other content: browsers keep what is named by it for good. */
  version: string;
  document: string;
  worker: string;
  manifest: string;
}

const MANIFEST_PATH = '/driver/manifest.webmanifest';

/** The driver's page, with the number of the desk where the carrier gave one. */
export function driverPage(bundle: DriverBundle, deskPhone: string): DriverPage {
  const content = JSON.stringify([bundle, deskPhone, renderDocument('', deskPhone), renderManifest('')]);
  const version = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return {
    version,
    document: renderDocument(version, deskPhone),
    worker: renderWorker(version, bundle['service-worker.js']),
    manifest: renderManifest(version),
  };
}

function pathOf(version: string, name: BundleName): string {
  return `/driver/assets/${version}/${name}`;
}

function renderDocument(version: string, deskPhone: string): string {
  return html`<!doctype html>
    <html lang="nl" data-theme="light" data-desk-phone="${deskPhone}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#ffffff" />
        <title>Klopt</title>
        <link rel="manifest" href="${MANIFEST_PATH}" />
        <link rel="icon" type="image/svg+xml" href="${pathOf(version, 'icon.svg')}" />
        <link rel="stylesheet" href="${pathOf(version, 'driver.css')}" />
      </head>
      <body>
        <div id="page"></div>
        <noscript><p>Deze pagina werkt alleen met JavaScript. This page needs JavaScript.</p></noscript>
        <script src="${pathOf(version, 'driver.js')}" defer></script>
      </body>
    </html>`.text;
}

/** The worker's script, which changes with anything that it keeps. */
function renderWorker(version: string, script: string): string {
  const names = ['driver.js', 'driver.css', 'icon.svg'] as const;
  const files = ['/driver', MANIFEST_PATH, ...names.map((name) => pathOf(version, name))];
  return `const KLOPT_PAGE = ${JSON.stringify({ version, files })};\n${script}`;
}

function renderManifest(version: string): string {
  const icon = { src: pathOf(version, 'icon.svg'), sizes: 'any', type: 'image/svg+xml' };
  return JSON.stringify({
    name: 'Klopt',
    lang: 'nl',
    start_url: '/driver',
    scope: '/driver',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#ffffff',
    icons: [
      { ...icon, purpose: 'any' },
      { ...icon, purpose: 'maskable' },
    ],
  });
}
