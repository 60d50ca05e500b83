import {readFileSync, readdirSync} from 'node:fs';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import {minifyHTMLLiterals} from 'minify-literals';
import esbuild from 'rollup-plugin-esbuild';

const {dependencies} = JSON.parse(readFileSync('package.json', 'utf8'));
const external = Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`));
const compile = () => esbuild({target: 'es2022', tsconfig: 'tsconfig.json'});

// An entry for every module that a page or server may import by name; what they share is kept one file a module too.
const elements = readdirSync('src').filter((name) => name.startsWith('article-') && !name.includes('.'));
const entries = [
  ...['index', 'define', 'define-comments', 'time/index', 'text/index', 'comments/index'],
  ...elements.map((tag) => `${tag}/${tag}`),
  ...readdirSync('src/locales').map((file) => `locales/${file.replace('.ts', '')}`),
];

const npm = {
  input: entries.map((entry) => `src/${entry}.ts`),
  external,
  output: {dir: 'dist', preserveModules: true, preserveModulesRoot: 'src', sourcemap: true},
  plugins: [compile(), stylesheet()],
};

const cdn = {
  input: {'article-widgets': 'src/cdn.ts'},
  output: {dir: 'dist/cdn', chunkFileNames: '[name].js', sourcemap: 'hidden'},
  preserveEntrySignatures: false,
  plugins: [
    leaveOutRareTokens(),
    nodeResolve({exportConditions: ['browser', 'production'], ignoreSideEffectsForRoot: true}),
    compile(),
    minifyTemplates(),
    terser({ecma: 2020, module: true, compress: {passes: 2}}),
  ],
};

export default [npm, cdn];

/** Ships the stylesheet for light content as it is written. */
function stylesheet() {
  return {
    name: 'stylesheet',
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'article-widgets.css',
        source: readFileSync('src/article-widgets.css'),
      });
    },
  };
}

/**
 * The rare tokens of date patterns (quarters, eras, week numbers, ordinals …) weigh 2 kB with their words, and the files
 * for script tags have a budget. There, such a pattern is told of in the console and the preset is shown.
 */
function leaveOutRareTokens() {
  const stub = `const refuse = () => { throw new RangeError('its tokens are not in this build'); };
    export const loadPatternWriter = async () => refuse;`;
  return {name: 'leave-out-rare-tokens', load: (id) => (id.endsWith('/time/load-pattern.ts') ? stub : null)};
}

/** Takes the white space out of the html and css literals, which a minifier of scripts cannot see into. */
function minifyTemplates() {
  return {
    name: 'minify-templates',
    async transform(code, id) {
      return id.includes('/src/') ? await minifyHTMLLiterals(code, {fileName: id}) : null;
    },
  };
}
