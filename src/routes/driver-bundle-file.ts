import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What the build makes of src/routes/driver. */
const NAMES = ['driver.js', 'driver.css', 'icon.svg', 'service-worker.js'] as const;
export type BundleName = (typeof NAMES)[number];
export type DriverBundle = Readonly<Record<BundleName, string>>;

const root = join(__dirname, '..', '..');
let loaded: Promise<DriverBundle> | undefined;

/** The driver's page as browsers load it: read from the build, or bundled where there is none; once. */
export function loadBundle(): Promise<DriverBundle> {
  loaded ??= readBuilt().catch(bundleNow);
  // What cannot be had now may be there after a build.
  loaded.catch(() => (loaded = undefined));
  return loaded;
}

async function readBuilt(): Promise<DriverBundle> {
  const folder = join(root, 'assets', 'driver');
  const texts = NAMES.map(async (name) => [name, await readFile(join(folder, name), 'utf8')]);
  return Object.fromEntries(await Promise.all(texts)) as DriverBundle;
}

/** In another process: the bundler is no part of what runs in production. */
async function bundleNow(): Promise<DriverBundle> {
  const script = join(root, 'scripts', 'bundle-driver.mjs');
  const options = { maxBuffer: 16 * 1024 * 1024 };
  const { stdout } = await promisify(execFile)(process.execPath, [script, '--print'], options);
  return JSON.parse(stdout) as DriverBundle;
}
