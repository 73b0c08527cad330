import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// What Node itself takes to hold streams open: an answer that begins and does not end, and nothing else.
const server = createServer((_request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.write('retry: 2000\n\n');
});
server.listen(0, '127.0.0.1', () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
