/**
 * What the log tells: one line of JSON for each request, without who sent it or what it held. Addresses, queries,
 * texts and names stay out of it, so it may be kept and handed on.
 * @param {{level?: string, stream?: import('node:stream').Writable}} [options]
 */
export function loggerOptions({level = 'info', stream} = {}) {
  return {
    level,
    ...(stream && {stream}),
    base: null,
    formatters: {level: (label) => ({level: label})},
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: {err: errorForLog, req: () => undefined, res: () => undefined},
  };
}

/** Adds a line for each request that was answered, and for each whose caller went away before. */
export function logRequests(app) {
  app.addHook('onResponse', async (request, reply) => {
    const {statusCode: status, elapsedTime} = reply;
    request.log[status < 500 ? 'info' : 'error'](
      {...about(request), status, ms: Math.round(elapsedTime)},
      'request',
    );
  });
  app.addHook('onRequestAbort', async (request) => {
    request.log.warn(about(request), 'the caller went away in mid-request');
  });
  // Before it is turned into a problem, which says less.
  app.addHook('onError', async (request, reply, error) => {
    if (!error.statusCode || error.statusCode >= 500) {
      request.log.error({...about(request), err: error}, 'request failed');
    }
  });
}

// The route's pattern and not the address: that may hold anything.
function about({method, routeOptions}) {
  return {method, route: routeOptions.url ?? 'unknown'};
}

// PostgreSQL's `detail` quotes the row, with the reader's text and address in it.
function errorForLog({name, code, message, stack}) {
  return {type: name, code, message, stack};
}
