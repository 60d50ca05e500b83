import {once} from 'node:events';
import {createServer} from 'node:net';

/** A port that nobody listens on: two programs that look for one from the same number on may both take the first. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}
