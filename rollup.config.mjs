import {readFileSync, readdirSync} from 'node:fs';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import {minify} from '@swc/core';
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

/*
 * For pages without a build. dist/cdn is what the pages of a site load; dist/extra is what one page in a hundred asks
 * for with an attribute of its own, such as the rare tokens of date patterns. Each has its budget in size.test.js.
 */
const ofEveryPage = ['define-comments'];

const cdn = {
  input: {'article-widgets': 'src/cdn.ts'},
  output: {
    dir: 'dist',
    entryFileNames: 'cdn/[name].js',
    chunkFileNames: ({name}) => `${ofEveryPage.includes(name) ? 'cdn' : 'extra'}/[name].js`,
    sourcemap: 'hidden',
  },
  preserveEntrySignatures: false,
  plugins: [
    nodeResolve({exportConditions: ['browser', 'production'], ignoreSideEffectsForRoot: true}),
    compile(),
    minifyTemplates(),
    minifyScripts(),
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

/** Takes the white space out of the html and css literals, which a minifier of scripts cannot see into. */
function minifyTemplates() {
  return {
    name: 'minify-templates',
    async transform(code, id) {
      return id.includes('/src/') ? await minifyHTMLLiterals(code, {fileName: id}) : null;
    },
  };
}

/** Minifies by swc: measured against terser, esbuild and oxc after brotli, its files of this library are the smallest. */
function minifyScripts() {
  return {
    name: 'minify-scripts',
    async renderChunk(source) {
      const options = {module: true, sourceMap: true, compress: {passes: 3}, mangle: true};
      const {code, map} = await minify(source, options);
      return {code: writeLetters(code), map};
    },
  };
}

/** Writes `ý` where swc writes `\\xfd`: Vietnamese has such letters in every other word. */
function writeLetters(code) {
  return code.replace(
    /(?<!\\)((?:\\\\)*)\\x([a-f][0-9a-f])/g,
    (_, before, hex) => before + String.fromCharCode(`0x${hex}`),
  );
}
