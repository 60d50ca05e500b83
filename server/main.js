import {createApp} from './app.js';
import {listen} from './listen.js';
import {readSettings} from './settings.js';
import {explain, stopOnSignal} from './start.js';

try {
  const settings = readSettings(process.env);
  const app = await createApp(settings);
  const listener = await listen(app, settings).catch(async (error) => {
    await app.close();
    throw error;
  });
  app.log.info({host: settings.host, port: listener.port}, 'listening');
  stopOnSignal(app, listener);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
