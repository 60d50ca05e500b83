import {readFileSync, readdirSync} from 'node:fs';
import {resolve} from 'node:path';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import {minify} from '@swc/core';
import {defaultValidation, minifyHTMLLiterals} from 'minify-literals';
import esbuild from 'rollup-plugin-esbuild';
import {minify as minifyAgain} from 'terser';
import {leanLit} from './tools/lean-lit.mjs';

const {dependencies} = JSON.parse(readFileSync('package.json', 'utf8'));
const external = Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`));
const compile = () => esbuild({target: 'es2022', tsconfig: 'tsconfig.json'});

// An entry for every module that a page or server may import by name; what they share is kept one file a module too.
const elements = readdirSync('src').filter((name) => name.startsWith('article-') && !name.includes('.'));
const entries = [
  ...[
    'index',
    'define',
    'define-comments',
    'comment-counts',
    'time/index',
    'text/index',
    'comments/index',
    'structured-data/index',
  ],
  ...elements.map((tag) => `${tag}/${tag}`),
  ...readdirSync('src/locales').map((file) => `locales/${file.replace('.ts', '')}`),
];

const npm = {
  input: entries.map((entry) => `src/${entry}.ts`),
  external,
  output: {dir: 'dist', preserveModules: true, preserveModulesRoot: 'src', sourcemap: true},
  plugins: [compile(), minifyTemplates(), stylesheet()],
};

// An index page has no other part of the comments, so this file stands alone.
const commentCounts = resolve('src/comment-counts.ts');
const counts = {
  input: 'src/comment-counts.ts',
  output: {file: 'dist/extra/comment-counts.js', inlineDynamicImports: true, sourcemap: 'hidden'},
  plugins: [compile(), minifyScripts()],
};

/*
 * For pages without a build. dist/cdn is what the pages of a site load; dist/extra is what one page in a hundred asks
 * for with an attribute of its own, such as the rare tokens of date patterns. Each has its budget in size.test.js.
 */
const ofEveryPage = ['define-comments'];

const cdn = {
  input: {'article-widgets': 'src/cdn.ts'},
  external: [commentCounts],
  output: {
    dir: 'dist',
    entryFileNames: 'cdn/[name].js',
    chunkFileNames: ({name}) => `${ofEveryPage.includes(name) ? 'cdn' : 'extra'}/[name].js`,
    paths: {[commentCounts]: './extra/comment-counts.js'},
    sourcemap: 'hidden',
  },
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    nodeResolve({exportConditions: ['browser', 'production'], ignoreSideEffectsForRoot: true}),
    leanLit(),
    neverHydrate(),
    compile(),
    minifyTemplates(),
    askOnceMore(),
    leaveOutNamespace(),
    minifyScripts(),
  ],
};

/*
 * For the same pages: a file a language, which registers itself with the script that the page has. They are small enough
 * to stand alone, and a page has one.
 */
const languages = readdirSync('src/locales')
  .filter((file) => readFileSync(`src/locales/${file}`, 'utf8').includes("from 'date-fns/locale/"))
  .map((file) => file.replace('.ts', ''));

const extraLanguage = (language) => ({
  input: {[language]: `src/locales/${language}.ts`},
  external: ['article-widgets'],
  output: {
    dir: 'dist/extra/locales',
    sourcemap: 'hidden',
    paths: {'article-widgets': '../../cdn/article-widgets.js'},
  },
  plugins: [registerLanguage(), leaveOutParsing(), nodeResolve(), compile(), minifyScripts()],
});

// A classic script of its own: it must have run before the first paint, and modules are too late for that.
const restore = {
  input: 'src/article-text-size/restore.ts',
  output: {file: 'dist/cdn/text-size-restore.js', sourcemap: 'hidden'},
  plugins: [compile(), minifyScripts(), dropLastNewline()],
};

export default [npm, cdn, counts, restore, ...languages.map(extraLanguage)];

/** Ships the stylesheet for light content without its comments. */
function stylesheet() {
  return {
    name: 'stylesheet',
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'article-widgets.css',
        source: readFileSync('src/article-widgets.css', 'utf8').replace(/\/\*[^]*?\*\/\n?/g, ''),
      });
    },
  };
}

/** So that the hash in the README is also that of the script as it is pasted between two tags. */
function dropLastNewline() {
  return {
    name: 'drop-last-newline',
    generateBundle(options, bundle) {
      for (const file of Object.values(bundle)) if (file.code) file.code = file.code.trimEnd();
    },
  };
}

/** Adds to a language's file what a page with a bundler writes itself. */
function registerLanguage() {
  return {
    name: 'register-language',
    transform(code, id) {
      const [, name] = /src\/locales[^]*export const (\w+): ArticleLocale/.exec(id + code) ?? [];
      const registered = `import {registerLocale} from 'article-widgets'; registerLocale(${name});`;
      return name && {code: `${code}\n${registered}`, map: null};
    },
  };
}

/** Leaves out of the date-fns locales what reads dates and tells distances: two thirds of them. We only write dates. */
function leaveOutParsing() {
  const unused = /date-fns\/locale\/.+\/(match|formatDistance|formatRelative)\.js$/;
  return {
    name: 'leave-out-parsing',
    load: (id) => {
      const [, name] = unused.exec(id) ?? [];
      return name && `export const ${name} = undefined;`;
    },
  };
}

/** Leaves out what is for shadow roots that a server drew: this build has no part of Lit that takes them over. */
function neverHydrate() {
  return {
    name: 'never-hydrate',
    transform(code, id) {
      if (id.endsWith('/shared/hydrates.ts')) return {code: 'export const hydrates = false;', map: null};
      return (
        id.includes('/src/') && {
          code: code
            .replaceAll(/this\.settled\b(?! =)/g, 'true')
            .replaceAll(/this\.serverMade\b(?! =)/g, 'false'),
          map: null,
        }
      );
    },
  };
}

/** Takes the white space out of the html and css literals, which a minifier of scripts cannot see into. */
function minifyTemplates() {
  return {
    name: 'minify-templates',
    async transform(code, id) {
      return id.includes('/src/') ? await minifyHTMLLiterals(code, {fileName: id, validate}) : null;
    },
  };
}

/** What the lean Lit takes for granted: a value in a tag is, or is in, an attribute in double quotes. */
const validate = {
  ...defaultValidation,
  ensureHTMLPartsValid(parts, strings) {
    defaultValidation.ensureHTMLPartsValid(parts, strings);
    const value = '\0';
    const unquoted = strings.join(value).replace(/"[^"]*"/g, '');
    if (new RegExp(`<[^>]*${value}`).test(unquoted))
      throw new Error(`Not in double quotes: ${strings.join('…')}`);
  },
};

/**
 * Two minifiers, for what one leaves the other finds: after brotli, the files are a little smaller than by either.
 */
function minifyScripts() {
  const options = {
    module: true,
    ecma: 2022,
    sourceMap: true,
    compress: {passes: 3, sequences: false, conditionals: false},
    mangle: true,
  };
  return [
    {name: 'minify-scripts', renderChunk: (code) => minify(code, options)},
    {
      name: 'minify-scripts-again',
      renderChunk: (code) =>
        minifyAgain(code, {
          ecma: 2020,
          module: true,
          compress: {passes: 2, if_return: false},
          sourceMap: true,
        }),
    },
  ];
}

/**
 * A part on demand is asked for once more where it did not come, by another address: Chromium keeps the
 * failure of an address for as long as the page is open, and a lost connection comes back.
 */
function askOnceMore() {
  // What a reader hardly misses, and comes with the next page.
  const once = /(remember-place|suggest-zone|find-names|refusal|recover|same-comment|warn-of-loss)\.ts$/;
  const helper = 'const askOnceMore = (load) => load("").catch(() => load("?" + Date.now()));';
  return {
    name: 'ask-once-more',
    renderDynamicImport: ({targetModuleId}) =>
      once.test(targetModuleId) ? null : {left: 'askOnceMore((query) => import(', right: ' + query))'},
    renderChunk: (code) => (code.includes('askOnceMore(') ? {code: helper + code, map: null} : null),
  };
}

/** Of the file of the comments nobody reads what it exports; that it has run is all. */
function leaveOutNamespace() {
  const unused = [
    /(?<=define-comments\.js' \+ query\)\))\.then\(function \(n\) \{ return n\.\w+; \}\)/,
    /var defineComments = .+\n(?:.*\n)?\}\);/,
    /(?<=[{,] )defineComments as \w+, /,
  ];
  return {
    name: 'leave-out-namespace',
    renderChunk: (code) => ({code: unused.reduce((text, one) => text.replace(one, ''), code), map: null}),
  };
}
