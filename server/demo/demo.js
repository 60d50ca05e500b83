import {fileURLToPath} from 'node:url';
import staticFiles from '@fastify/static';
import {createApp} from '../app.js';
import {pageRoutes} from './page.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The article of the demo's page. */
export const article = 'lua-mua-gat';

/**
 * The comment server with the demo's page around it.
 * @param {Parameters<typeof createApp>[0] & {demoDir?: string, distDir?: string}} [options]
 */
export function createDemo({demoDir = here('../../demo/'), distDir = here('../../dist/'), ...options} = {}) {
  const pages = async (app, {store}) => {
    await app.register(pageRoutes, {store, demoDir, article});
    const files = {index: false, dotfiles: 'ignore', decorateReply: false};
    await app.register(staticFiles, {...files, root: distDir, prefix: '/dist/'});
    await app.register(staticFiles, {...files, root: demoDir, prefix: '/'});
  };
  return createApp({language: 'vi', ...options, pages});
}
