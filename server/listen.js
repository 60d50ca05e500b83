import {lookup} from 'node:dns/promises';
import {once} from 'node:events';
import {createServer} from 'node:http';

// Fastify can listen on every address of `localhost` by itself. It was not enough: it says nothing when one of
// them is taken by another program, and on closing waits for the requests of the first one only.

/**
 * Listens on every address of a host, on the port or one of the next ten.
 * @param {import('fastify').FastifyInstance} app
 * @param {{host: string, port: number}} where port 0 takes any free one
 * @returns {Promise<{port: number, close(): Promise<void>}>} closing lets running requests finish
 */
export async function listen(app, {host, port}) {
  const addresses = await addressesOf(host);
  const last = port === 0 ? 0 : Math.min(port + 10, 65_535);
  for (let candidate = port; ; candidate++) {
    try {
      return await listenOn(app, addresses, candidate);
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || candidate >= last) throw error;
    }
  }
}

/** The addresses that a name has on this machine. */
export async function addressesOf(host) {
  const found = await lookup(host, {all: true});
  return [...new Set(found.map(({address}) => address))];
}

/** Listens on all these addresses with one port; those that this machine does not have are left out. */
export async function listenOn(app, addresses, port) {
  const listeners = [];
  const close = () => Promise.all(listeners.map((listener) => listener.close()));
  let unusable;
  for (const address of addresses) {
    try {
      listeners.push(await openListener(app, address, listeners[0]?.port ?? port));
    } catch (error) {
      if (error.code !== 'EADDRNOTAVAIL' && error.code !== 'EAFNOSUPPORT') {
        await close();
        throw error;
      }
      unusable = error;
    }
  }
  if (listeners.length === 0) throw unusable;
  return {port: listeners[0].port, close};
}

async function openListener(app, address, port) {
  const server = createServer({requestTimeout: 30_000}, app.routing);
  const busy = followConnections(server);
  server.listen({host: address, port});
  await once(server, 'listening');
  return {port: server.address().port, close: () => closeServer(server, busy)};
}

/** Keeps, for each open connection, whether a request is running on it. */
function followConnections(server) {
  const busy = new Map();
  server.on('connection', (socket) => {
    busy.set(socket, false);
    socket.once('close', () => busy.delete(socket));
  });
  server.on('request', ({socket}, response) => {
    busy.set(socket, true);
    response.once('close', () => busy.has(socket) && busy.set(socket, false));
  });
  return busy;
}

async function closeServer(server, busy) {
  const closed = once(server, 'close');
  // A connection that a browser opened in advance never sent a request: node would wait for one.
  const dropIdle = () => busy.forEach((running, socket) => running || socket.destroy());
  const timer = setInterval(dropIdle, 50);
  const patience = setTimeout(() => server.closeAllConnections(), 3000);
  server.close();
  dropIdle();
  await closed;
  clearInterval(timer);
  clearTimeout(patience);
}
