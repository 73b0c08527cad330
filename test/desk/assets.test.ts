import { get } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { ASSETS, type AssetName, assetPath, loadAssets } from '../../src/desk/assets';
import { type Running, startApp } from '../support/start-app';

interface Sent {
  status: number | undefined;
  headers: NodeJS.Dict<string | string[]>;
  bytes: Buffer;
}

describe("the files that the desk's pages load", () => {
  let running: Running;

  beforeAll(async () => {
    running = await startApp();
  });
  afterAll(() => running.close());

  /** As bytes, which fetch would have unpacked. */
  const ask = (path: string, headers: Record<string, string> = {}) =>
    new Promise<Sent>((resolve, reject) => {
      get(running.url + path, { headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(chunks) }),
        );
      }).on('error', reject);
    });

  const names = Object.keys(ASSETS) as AssetName[];

  it.each(names)('are packed as the browser takes them, and kept by it for good: %s', async (name) => {
    const { [name]: whole } = loadAssets().bytes;
    const [br, gzip, plain] = await Promise.all([
      ask(assetPath(name), { 'accept-encoding': 'gzip, deflate, br' }),
      ask(assetPath(name), { 'accept-encoding': 'gzip' }),
      ask(assetPath(name)),
    ]);
    expect([br, gzip, plain].map(({ headers }) => headers['content-encoding'])).toEqual([
      'br',
      'gzip',
      undefined,
    ]);
    expect(brotliDecompressSync(br.bytes).equals(whole)).toBe(true);
    expect(gunzipSync(gzip.bytes).equals(whole)).toBe(true);
    expect(plain.bytes.equals(whole)).toBe(true);
    for (const { status, headers, bytes } of [br, gzip, plain]) {
      expect([status, headers['content-length']]).toEqual([200, String(bytes.length)]);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers.vary).toContain('Accept-Encoding');
      expect(headers['content-type']).toBe(ASSETS[name].contentType);
    }
  });

  it.each([
    ['of another version', '/desk/assets/0000000000000000/desk.css'],
    ['that is none', assetPath('desk.css').replace('desk.css', 'none.css')],
    ['by a name of all objects', assetPath('desk.css').replace('desk.css', 'constructor')],
  ])('are not there: one %s', async (_what, path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it('are the only thing that is packed: pages bear a token', async () => {
    const { status, headers } = await ask('/desk/sign-in', { 'accept-encoding': 'gzip, br' });
    expect([status, headers['content-encoding']]).toEqual([200, undefined]);
  });
});
