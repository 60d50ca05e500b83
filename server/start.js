/** Ends the process when it is asked to, once running requests are answered. A second Ctrl+C ends it at once. */
export function stopOnSignal(app, listener) {
  let stopping = false;
  const stop = async (signal) => {
    if (stopping) return;
    stopping = true;
    app.log.info({signal}, 'stopping');
    await listener.close();
    await app.close();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** Why the server could not start, in one sentence. */
export function explain(error) {
  if (error.code === 'EADDRINUSE') return `Port ${error.port} is taken. Set PORT to a free one.`;
  if (error.code === 'EACCES' && error.syscall === 'listen') {
    return `This account may not listen on port ${error.port}. Set PORT to 1024 or more.`;
  }
  // An error of several attempts, as for the addresses of a name, has no message of its own.
  return `The server could not start: ${error.message || error.errors?.[0]?.message || error.code}`;
}
