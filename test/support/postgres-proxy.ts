import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** A wire to the test's PostgreSQL that can be cut. */
export interface PostgresProxy {
  /** The URL of a database, by way of the wire. */
  through(url: string): string;
  /** Nothing comes back any more, and nobody says so. */
  freeze(): void;
  /** Connections break, and new ones are refused. */
  cut(): Promise<void>;
}

export async function startPostgresProxy(): Promise<PostgresProxy> {
  const target = new URL(process.env.KLOPT_TEST_POSTGRES!);
  const sockets = new Set<Socket>();
  let frozen = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    near.on('data', (bytes) => frozen || far.write(bytes));
    far.on('data', (bytes) => frozen || near.write(bytes));
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = String((server.address() as AddressInfo).port);
  return {
    through: (url) => Object.assign(new URL(url), { port }).href,
    freeze: () => {
      frozen = true;
    },
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
