import {basename} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const folder = fileURLToPath(new URL('..', import.meta.url));

/**
 * Builds every contestant's module in the same way, with all that it imports; what it loads on demand is a file beside
 * it, as on a site.
 * @template {{module: string}} Contestant its module is a package's, or a path relative to `bench/`
 * @param {Contestant[]} contestants
 * @returns {Promise<{contestants: (Contestant & {urls: string[]})[], files: Map<string, string>}>} the contestants, each
 * with the paths of its files, its own module first, and the text of every file by its path
 */
export async function bundleAll(contestants) {
  const files = new Map();
  const bundled = contestants.map(async (contestant, index) => {
    const outputs = await bundle(contestant.module);
    const urls = outputs.map(({path}) => `/${index}/${basename(path)}`);
    outputs.forEach(({text}, at) => files.set(urls[at], text));
    return {...contestant, urls};
  });
  return {contestants: await Promise.all(bundled), files};
}

async function bundle(module) {
  const {outputFiles} = await build({
    stdin: {contents: `import ${JSON.stringify(module)};`, resolveDir: folder},
    bundle: true,
    minify: true,
    format: 'esm',
    splitting: true,
    outdir: folder, // nothing is written
    write: false,
    target: 'es2022',
    conditions: ['production'],
    define: {'process.env.NODE_ENV': '"production"'},
    logLevel: 'error',
  });
  const isModule = ({path}) => basename(path) === 'stdin.js';
  return outputFiles.sort((a, b) => isModule(b) - isModule(a));
}
