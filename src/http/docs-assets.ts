import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files that the documentation's pages load, and where each is found while nothing has been built. */
const assets = {
  'redoc.standalone.js': {
    contentType: 'text/javascript; charset=utf-8',
    source: 'node_modules/redoc/bundles',
  },
  'docs.css': { contentType: 'text/css; charset=utf-8', source: 'src/http/assets' },
} as const;

export type AssetName = keyof typeof assets;

export const assetNames = Object.keys(assets) as [AssetName, ...AssetName[]];

export interface Asset {
  contentType: string;
  bytes: Buffer;
}

const loaded = new Map<AssetName, Promise<Asset>>();

/** An asset, read when first asked for and kept. */
export function loadAsset(name: AssetName): Promise<Asset> {
  const known = loaded.get(name);
  if (known) return known;
  const asset = readAsset(name);
  loaded.set(name, asset);
  // A file that is missing now may be there after a build.
  asset.catch(() => loaded.delete(name));
  return asset;
}

async function readAsset(name: AssetName): Promise<Asset> {
  const { contentType, source } = assets[name];
  const root = join(__dirname, '..', '..');
  const built = readFile(join(root, 'assets', name));
  return { contentType, bytes: await built.catch(() => readFile(join(root, source, name))) };
}
