import {lookup} from 'node:dns/promises';
import {once} from 'node:events';
import {createServer} from 'node:http';
import {Problem} from './problem.js';

// Fastify can listen on every address of `localhost` by itself. It was not enough: it says nothing when one of
// them is taken by another program, and on closing waits for the requests of the first one only.

/**
 * Listens on every address of a host.
 * @param {import('fastify').FastifyInstance} app
 * @param {{host: string, port: number, spare?: number}} where port 0 takes any free one; `spare` is how many of the
 *   next ports may be used when it is taken, by default none
 * @returns {Promise<{port: number, close(): Promise<void>}>} closing lets running requests finish
 */
export async function listen(app, {host, port, spare = 0}) {
  const addresses = await addressesOf(host);
  const last = port === 0 ? 0 : Math.min(port + spare, 65_535);
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
export async function listenOn(app, addresses, port, timeout = 30_000) {
  const listeners = [];
  const close = () => Promise.all(listeners.map((listener) => listener.close()));
  let unusable;
  for (const address of addresses) {
    try {
      listeners.push(await openListener(app, address, listeners[0]?.port ?? port, timeout));
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

async function openListener(app, address, port, timeout) {
  const options = {
    requestTimeout: timeout,
    headersTimeout: timeout,
    connectionsCheckingInterval: timeout / 10,
  };
  const server = createServer(options, app.routing);
  server.on('clientError', (error, socket) => refuseConnection(app, error, socket));
  const busy = followConnections(server);
  server.listen({host: address, port});
  await once(server, 'listening');
  return {port: server.address().port, close: () => closeServer(server, busy)};
}

/** Answers a caller who stopped in mid-request, or who does not speak HTTP. */
function refuseConnection(app, {code}, socket) {
  if (code === 'ECONNRESET') return;
  app.log.warn({code}, 'a request was not understood, or not finished in time');
  if (!socket.writable) return;
  const status = {ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431}[code] ?? 400;
  const {body} = new Problem(status);
  const head = [
    `HTTP/1.1 ${status} ${body.title}`,
    'Content-Type: application/problem+json',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${JSON.stringify(body)}`);
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
