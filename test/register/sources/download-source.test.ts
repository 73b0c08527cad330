import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadExtract } from '../../../src/register/sources/download-source';
import { serveFile, type Behaviour, type FileServer } from '../../support/file-server';
import { zip } from '../../support/bag-fixture';

const retryDelaysMs = [1, 1, 1];

describe('downloading the extract', () => {
  let folder: string;
  let out: string;
  let content: Buffer;
  let server: FileServer | undefined;

  beforeAll(async () => {
    content = await zip([{ path: '9999NUM08112026.zip', content: randomBytes(300_000), stored: true }]);
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'klopt-download-'));
    out = join(folder, 'extract.zip');
  });
  afterEach(async () => {
    await server?.close();
    server = undefined;
    await rm(folder, { recursive: true });
  });

  const start = async (behaviour: Partial<Behaviour>): Promise<FileServer> =>
    (server = await serveFile({ content, etag: '"one"', ...behaviour }));
  const download = (url: string, more = {}): Promise<void> =>
    downloadExtract({ url, out, retryDelaysMs, onProgress: () => undefined, ...more });

  it('fetches the whole file, tells how far it is, and leaves nothing but its version beside it', async () => {
    const { url } = await start({});
    const progress: [number, number | null][] = [];
    await download(url, { onProgress: (...at: [number, number | null]) => void progress.push(at) });
    expect((await readFile(out)).equals(content)).toBe(true);
    expect(await readdir(folder)).toEqual(['extract.zip', 'extract.zip.version']);
    expect(progress[0]).toEqual([0, content.length]);
    expect(progress.at(-1)).toEqual([content.length, content.length]);
  });

  it('fetches a file that is there already only if it has changed, and tells it from one of unknown version', async () => {
    const behaviour: Behaviour = { content, etag: '"one"' };
    server = await serveFile(behaviour);
    const { url, ranges } = server;
    await download(url);
    await download(url);
    Object.assign(behaviour, { etag: '"two"' });
    await download(url);
    await rm(`${out}.version`);
    await download(url);
    expect(ranges).toEqual(['', `bytes=${content.length}-`, `bytes=${content.length}-`, '']);
    expect((await readFile(out)).equals(content)).toBe(true);
    expect(await readFile(`${out}.version`, 'utf8')).toBe('"two"');
  });

  it('goes on from where a connection was dropped, however often', async () => {
    const { url, ranges } = await start({ dropAfterBytes: 50_000, drops: 5 });
    const failures: string[] = [];
    await download(url, { onFailure: (failure: string) => failures.push(failure) });
    expect((await readFile(out)).equals(content)).toBe(true);
    expect(failures).toHaveLength(5);
    expect(ranges).toHaveLength(6);
    expect(ranges.slice(1).every((range) => /^bytes=\d+-$/.test(range))).toBe(true);
  });

  it('goes on from what an earlier download left', async () => {
    await writeFile(`${out}.part`, content.subarray(0, 100_000));
    await writeFile(`${out}.part.version`, '"one"');
    const { url, ranges } = await start({});
    await download(url);
    expect(ranges).toEqual(['bytes=100000-']);
    expect((await readFile(out)).equals(content)).toBe(true);
  });

  it('takes over a part that was whole already', async () => {
    await writeFile(`${out}.part`, content);
    await writeFile(`${out}.part.version`, '"one"');
    const { url } = await start({});
    await download(url);
    expect((await readFile(out)).equals(content)).toBe(true);
  });

  it.each([
    ['the file has changed', { etag: '"two"' }, '"one"'],
    ['the server knows no ranges', { ignoresRanges: true }, '"one"'],
    ['it is not known of which version the part is', {}, null],
  ])('starts over where %s', async (_why, behaviour, version) => {
    await writeFile(`${out}.part`, randomBytes(100_000));
    if (version !== null) await writeFile(`${out}.part.version`, version);
    const { url } = await start(behaviour);
    await download(url);
    expect((await readFile(out)).equals(content)).toBe(true);
  });

  it('starts over where the file changes while it is fetched', async () => {
    const behaviour: Behaviour = {
      content: randomBytes(400_000),
      etag: '"one"',
      dropAfterBytes: 50_000,
      drops: 1,
    };
    server = await serveFile(behaviour);
    const downloading = download(server.url, { retryDelaysMs: [200] });
    while (behaviour.drops !== 0) await new Promise((resolve) => setTimeout(resolve, 5));
    Object.assign(behaviour, { content, etag: '"two"' });
    await downloading;
    expect((await readFile(out)).equals(content)).toBe(true);
  });

  it('waits and asks again where the server is at a loss for a moment', async () => {
    const { url, ranges } = await start({ failures: [503, 500, 429] });
    await download(url);
    expect(ranges).toHaveLength(4);
  });

  it('says how to go on where the server stays at a loss', async () => {
    const { url } = await start({ failures: [503, 503, 503, 503] });
    await expect(download(url)).rejects.toThrow(
      /the server answered 503\. 0 bytes are kept in .*extract\.zip\.part: run it again/,
    );
  });

  it.each([404, 403, 410])('gives up at once where the server answers %i', async (status) => {
    const { url, ranges } = await start({ failures: [status] });
    await expect(download(url)).rejects.toThrow(`${url}: the server answered ${status}: check the address.`);
    expect(ranges).toHaveLength(1);
    expect(existsSync(out)).toBe(false);
  });

  it('says that nobody answers', async () => {
    const { url } = await start({});
    await server?.close();
    server = undefined;
    await expect(download(url)).rejects.toThrow(/ECONNREFUSED.*run it again/);
  });

  it('refuses and removes what is no zip', async () => {
    const { url } = await start({ content: Buffer.from('<html>Under maintenance</html>') });
    await expect(download(url)).rejects.toThrow(
      /what came \(30 bytes\) is not a whole zip file, and was removed/,
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it('stops when it is told to, keeping what came', async () => {
    const { url } = await start({ dropAfterBytes: 50_000, drops: 1 });
    const stop = new AbortController();
    const downloading = download(url, {
      signal: stop.signal,
      retryDelaysMs: [60_000],
      onProgress: () => setTimeout(() => stop.abort(), 50),
    });
    await expect(downloading).rejects.toThrow(
      /^Stopped\. \d+ bytes are kept in .*extract\.zip\.part: run it again to go on\.$/,
    );
    expect((await readFile(`${out}.part`)).length).toBeGreaterThan(0);
  });

  it('says that the disk is full', async () => {
    const { url } = await start({});
    const full = '/dev/full';
    if (!existsSync(full)) return;
    const { symlink } = await import('node:fs/promises');
    await symlink(full, `${out}.part`);
    await expect(download(url)).rejects.toThrow(/the disk is full after 0 bytes: make room and run it again/);
  });
});
