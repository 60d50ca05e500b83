import js from '@eslint/js';
import {defineConfig, globalIgnores} from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Parts of the library that also run on a server. */
const layersWithoutDom = ['src/{time,text,comments,locales,structured-data}/**'];

// What Node 20 does not have. `globalThis.document?.…` stays possible: it says that there may be none.
const inLaterNode = [
  'navigator',
  'localStorage',
  'sessionStorage',
  'Temporal',
  'URLPattern',
  'WebSocket',
  'CloseEvent',
];
const inNode = new Set(
  Object.keys(globals['shared-node-browser']).filter((name) => !inLaterNode.includes(name)),
);
const domGlobals = Object.keys(globals.browser).filter((name) => !inNode.has(name));

const unsafeImports = [
  {
    regex: '^lit(-html)?/directives/(unsafe-\\w+|style-map)(\\.js)?$',
    message: 'A strict CSP blocks styleMap and does not catch unsafe markup: use parts, classes or text.',
  },
  {regex: '^lit(/|-element/)decorators', message: 'Write `static properties` with `declare` fields.'},
];

const unsafeSyntax = [
  {
    selector: 'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
    message: 'Trusted Types refuse it. Render with lit, or set textContent.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message: 'Trusted Types refuse it. Render with lit, or use insertAdjacentText.',
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg|staticHtml)$/] TemplateElement[value.raw=/\\sstyle=/]',
    message: 'A strict CSP blocks style="…": use a class, a part, or style.setProperty().',
  },
  {
    selector: 'TaggedTemplateExpression TemplateElement[value.raw=/\\.(inner|outer)HTML=/]',
    message: 'Trusted Types refuse it. Write the text between the tags.',
  },
];

const skippedTests = [
  {selector: 'CallExpression[callee.property.name=/^(only|skip|todo)$/]', message: 'Every test runs.'},
  {
    selector:
      'CallExpression[callee.name=/^(test|it|describe|suite)$/] > ObjectExpression > Property[key.name=/^(only|skip|todo)$/]',
    message: 'Every test runs.',
  },
];

// The element tests run in Chromium, Firefox and WebKit; these work in some of them only.
const keysOfOneBrowser = [
  {
    selector: 'CallExpression[callee.name="sendKeys"] Property[key.name=/^(down|up)$/]',
    message: 'WebKit cannot: use pressTogether() of support/keys.ts.',
  },
  {
    selector: 'CallExpression[callee.name="sendKeys"] Property[key.name="press"][value.value="Space"]',
    message: "Firefox does not know this name: press ' '.",
  },
];
const viewportOfOneBrowser = {
  name: '@web/test-runner-commands',
  importNames: ['setViewport', 'emulateMedia'],
  message: 'WebKit cannot: use resizeViewport() of support/viewport.ts, or test it in test/pages.',
};

const upward = '^\\.\\./(article-[^/]+|shared)/';

/** @param {object[]} patterns */
const restrictedImports = (...patterns) => ({
  'no-restricted-imports': 'off',
  '@typescript-eslint/no-restricted-imports': ['error', {patterns: [...unsafeImports, ...patterns]}],
});

export default defineConfig(
  globalIgnores(['dist/', 'storybook-static/', 'coverage/', '.cache/']),
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  js.configs.recommended,
  ts.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', {null: 'ignore'}],
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_'}],
    },
  },

  {
    files: [
      '*.{js,mjs,cjs}',
      'tools/**',
      'server/**',
      'bench/**',
      'test/{node,server,pages,support}/**',
      '.storybook/main.ts',
    ],
    languageOptions: {globals: globals.node},
  },
  {
    // Functions in these files are also sent into a page.
    files: ['tools/**', 'test/{pages,support}/**', 'demo/**', 'bench/**'],
    languageOptions: {globals: globals.browser},
  },

  {
    files: ['src/**', 'stories/**', 'test/elements/**', '.storybook/preview.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended'], litA11y.configs.recommended],
    languageOptions: {globals: globals.browser},
    settings: {elementBaseClasses: ['ArticleElement', 'MomentElement', 'CountedElement', 'FormTextElement']},
  },
  {
    files: ['src/**'],
    rules: {
      'no-console': ['error', {allow: ['warn']}],
      'no-restricted-syntax': ['error', ...unsafeSyntax],
      'wc/require-listener-teardown': 'error',
      'wc/no-closed-shadow-root': 'error',
      ...restrictedImports(),
    },
  },
  {
    files: layersWithoutDom,
    rules: {
      'no-restricted-globals': ['error', ...domGlobals],
      'no-restricted-syntax': [
        'error',
        ...unsafeSyntax,
        {
          selector: `ImportExpression[source.value=/${upward.replaceAll('/', '\\/')}/]`,
          message: 'Import downward only.',
        },
      ],
      ...restrictedImports(
        {regex: upward, message: 'This layer knows no element: import downward only.'},
        {regex: '^lit(/|$)', message: 'This layer knows no DOM: it runs on servers too.'},
      ),
    },
  },
  {
    files: ['src/shared/**'],
    rules: restrictedImports({
      regex: '^\\.\\./article-[^/]+/',
      message: 'What several elements share knows none of them.',
      allowTypeImports: true,
    }),
  },
  {
    files: ['src/article-*/**'],
    rules: restrictedImports({
      regex: '^\\.\\./article-[^/]+/.+\\.element(\\.js)?$',
      message: 'Use another element by its tag; import only its types.',
      allowTypeImports: true,
    }),
  },
  {
    // All but article-x.ts, which registers what its template uses.
    files: ['src/article-*/**'],
    ignores: ['src/article-*/article-+([a-z-]).ts'],
    rules: restrictedImports({
      regex: '^\\.\\./article-[^/]+/(.+\\.element|article-[^.]+)(\\.js)?$',
      message: 'Use another element by its tag, registered in article-x.ts; import only its types.',
      allowTypeImports: true,
    }),
  },

  {
    files: ['test/**'],
    rules: {
      'no-restricted-syntax': ['error', ...skippedTests],
      'no-restricted-globals': ['error', 'xit', 'xdescribe', 'xcontext', 'xspecify', 'fit', 'fdescribe'],
    },
  },
  {
    files: ['test/elements/**'],
    languageOptions: {globals: globals.mocha},
    rules: {
      'no-restricted-syntax': ['error', ...skippedTests, ...keysOfOneBrowser],
      'no-restricted-imports': ['error', {paths: [viewportOfOneBrowser]}],
      // `expect(value).to.be.true` is a whole assertion; and tests plant broken markup on purpose.
      '@typescript-eslint/no-unused-expressions': 'off',
      'lit/attribute-value-entities': 'off',
    },
  },
);
