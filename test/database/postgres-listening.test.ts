import { EventEmitter } from 'node:events';
import { listenOnPostgres } from '../../src/database/postgres-listening';

/** A connection that hears LISTEN, and answers what it is asked after that for so many times. */
function connection(answers: number) {
  let asked = 0;
  const query = (sql: string) => {
    if (sql.startsWith('LISTEN')) return Promise.resolve();
    asked += 1;
    return asked <= answers ? Promise.resolve() : new Promise(() => undefined);
  };
  return Object.assign(new EventEmitter(), { query, end: () => Promise.resolve(), asked: () => asked });
}

it('makes its connection anew where that died without a word', async () => {
  const ending = new AbortController();
  const dead = connection(2);
  const made = [dead];
  const acquireRawConnection = () => {
    const [client] = made;
    if (client !== dead || dead.asked() > 0) ending.abort();
    return Promise.resolve(client);
  };
  const channel = { channel: 'x', onPayload: () => undefined };
  await listenOnPostgres({ client: { acquireRawConnection } } as never, channel, ending.signal, 20);
  expect(dead.asked()).toBe(3);
});
