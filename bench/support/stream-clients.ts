/**
 * Follows streams over sockets of its own, in a process of its own: what clients cost is not the server's. Told by its parent
 * which to follow, it tells how many answered and how many events have come.
 */
import { connect, type Socket } from 'node:net';

interface Orders {
  url: string;
  /** The path and token of each. */
  streams: readonly { path: string; token: string }[];
}

const EVENT = 'event: change';
let answered = 0;
let events = 0;
let ended = 0;

function follow({ hostname, port }: URL, { path, token }: Orders['streams'][number]): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let isFirst = true;
    socket.on('error', reject).on('close', () => (ended += 1));
    socket.on('data', (bytes) => {
      const text = bytes.toString('latin1');
      events += text.split(EVENT).length - 1;
      if (!isFirst) return;
      isFirst = false;
      if (text.startsWith('HTTP/1.1 200')) answered += 1;
      resolve(socket);
    });
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer ${token}\r\nAccept: text/event-stream\r\n\r\n`,
    );
  });
}

process.on('message', (orders: Orders | 'count') => {
  if (orders === 'count') {
    process.send?.({ answered, events, ended });
    return;
  }
  void (async () => {
    const url = new URL(orders.url);
    const AT_ONCE = 50;
    for (let from = 0; from < orders.streams.length; from += AT_ONCE)
      await Promise.all(orders.streams.slice(from, from + AT_ONCE).map((stream) => follow(url, stream)));
    process.send?.('connected');
  })();
});
