import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Encoding } from '../http/encoding';

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

const packers = {
  identity: (bytes: Buffer) => Promise.resolve(bytes),
  // As tight as it goes, which is what it does unless told otherwise.
  br: promisify<Buffer, Buffer>(brotliCompress),
  gzip: (bytes: Buffer) => promisify<Buffer, { level: number }, Buffer>(gzip)(bytes, { level: 9 }),
};
const packed = new Map<string, Promise<Buffer>>();

/**
 * A file as it is sent: packed once, beside the thread that answers, when somebody first asks for it so. All that the queue
 * loads is 160 KB, and 32 KB by brotli; the largest file takes 0.3 s.
 */
export function packedAsset(name: AssetName, encoding: Encoding): Promise<Buffer> {
  const key = `${encoding} ${name}`;
  const known = packed.get(key);
  if (known !== undefined) return known;
  const bytes = packers[encoding](loadAssets().bytes[name]);
  packed.set(key, bytes);
  return bytes;
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
