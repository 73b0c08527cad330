import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface AssetSource {
  contentType: string;
  /** Where it is while nothing has been built. */
  source: string;
}

const JAVASCRIPT = 'text/javascript; charset=utf-8';
const STYLES = 'text/css; charset=utf-8';

/** The files that the desk's pages load. */
export const ASSETS = {
  'pico.min.css': { contentType: STYLES, source: 'node_modules/@picocss/pico/css/pico.min.css' },
  'desk.css': { contentType: STYLES, source: 'src/desk/desk.css' },
  'htmx.min.js': { contentType: JAVASCRIPT, source: 'node_modules/htmx.org/dist/htmx.min.js' },
  'desk.js': { contentType: JAVASCRIPT, source: 'src/desk/desk.js' },
  'leaflet.css': { contentType: STYLES, source: 'node_modules/leaflet/dist/leaflet.css' },
  'leaflet.js': { contentType: JAVASCRIPT, source: 'node_modules/leaflet/dist/leaflet.js' },
  'map.js': { contentType: JAVASCRIPT, source: 'src/desk/map.js' },
  'suggest.js': { contentType: JAVASCRIPT, source: 'src/desk/suggest.js' },
  'combobox-nav.js': {
    contentType: JAVASCRIPT,
    source: 'node_modules/@github/combobox-nav/dist/index.js',
  },
  'live.js': { contentType: JAVASCRIPT, source: 'src/desk/live.js' },
} as const satisfies Record<string, AssetSource>;

export type AssetName = keyof typeof ASSETS;

export interface LoadedAssets {
  /** Another one for every other content: browsers keep what is named by it for good. */
  version: string;
  bytes: Readonly<Record<AssetName, Buffer>>;
}

let loaded: LoadedAssets | undefined;

/** The files, read when first asked for and kept. */
export function loadAssets(): LoadedAssets {
  loaded ??= readAll();
  return loaded;
}

/** Where a page finds a file. */
export function assetPath(name: AssetName): string {
  return `/desk/assets/${loadAssets().version}/${name}`;
}

function readAll(): LoadedAssets {
  const names = Object.keys(ASSETS) as AssetName[];
  const bytes = Object.fromEntries(names.map((name) => [name, readOne(name)])) as Record<AssetName, Buffer>;
  const digest = createHash('sha256');
  for (const name of names) digest.update(bytes[name]);
  return { version: digest.digest('hex').slice(0, 16), bytes };
}

function readOne(name: AssetName): Buffer {
  const root = join(__dirname, '..', '..');
  try {
    return readFileSync(join(root, 'assets', 'desk', name));
  } catch {
    return readFileSync(join(root, ASSETS[name].source));
  }
}
