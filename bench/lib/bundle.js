import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const folder = fileURLToPath(new URL('..', import.meta.url));

/**
 * A module and all that it imports as one classic script, made in the same way for every contestant. A classic script
 * runs as it is put into a page, so what reading and running it costs can be timed from outside.
 * @param {string} module a package's module, or a path that starts with `./` and is relative to `bench/`
 * @returns {Promise<string>}
 */
export async function bundle(module) {
  const {outputFiles} = await build({
    stdin: {contents: `import ${JSON.stringify(module)};`, resolveDir: folder},
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    conditions: ['production'],
    define: {'process.env.NODE_ENV': '"production"'},
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

/**
 * The same contestants, each with its script.
 * @template {{module: string}} Contestant
 * @param {Contestant[]} contestants
 * @returns {Promise<(Contestant & {script: string})[]>}
 */
export async function bundleAll(contestants) {
  return Promise.all(
    contestants.map(async (contestant) => ({...contestant, script: await bundle(contestant.module)})),
  );
}
