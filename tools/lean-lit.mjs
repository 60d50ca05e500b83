/*
 * Lit as the build for script tags needs it. Nobody but us writes templates for it, so it goes without what we never
 * use: polyfills, browsers without constructable stylesheets (Safari before 16.4), decorators, directives, SVG and MathML
 * templates, and the list of the Lits of a page. What is taken out is named by its text; the build fails when a new
 * version of Lit no longer has it. What begins with `globalThis` lets a server import it, as it may import every module.
 */

// Stylesheets, made when they are first adopted. A sheet may hold others.
const stylesheets = `
export class CSSResult {
  constructor(text) { this.cssText = text; }
  get styleSheet() {
    if (!this.sheet && globalThis.CSSStyleSheet) (this.sheet = new CSSStyleSheet()).replaceSync(this.cssText);
    return this.sheet;
  }
  toString() { return this.cssText; }
}
export const unsafeCSS = (text) => new CSSResult(text);
export const css = (strings, ...values) => new CSSResult(String.raw({raw: strings}, ...values));
export const adoptStyles = (root, styles) => { root.adoptedStyleSheets = styles.map(({styleSheet}) => styleSheet); };
export const getCompatibleStyle = (style) => style;
export const supportsAdoptingStyleSheets = true;`;

const unused = {
  'reactive-element.js': [
    [/\w+\.reactiveElementPolyfillSupport/, 'void 0'],
    [/\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[^"]*"\)/, '0'],
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, ''],
    [/extends HTMLElement\{/, 'extends(globalThis.HTMLElement??Object){'],
    [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?\}(?=this\._\$Eh=)/, ''],
  ],
  'lit-html.js': [
    [/\w+\.litHtmlPolyfillSupport/, 'void 0'],
    [/,l=document,/, ',l=globalThis.document,'],
    [/l\.createTreeWalker\(l,129\)/, 'l?.createTreeWalker(l,129)'],
    [/\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[^"]*"\)/, '0'],
    [/function M\(t,i,s=t,e\)\{.*?,i\}(?=class R)/, 'function M(t,i){return i}'],
    [/l=2===i\?"<svg>":3===i\?"<math>":""/, 'l=""'],
    [/\+\(2===i\?"<\/svg>":3===i\?"<\/math>":""\)/, ''],
    [/if\((this\.el=.{1,60}),2===i\|\|3===i\)\{.*?\}(?=for)/, '$1;'],
  ],
  'lit-element.js': [
    [/\w+\.litElementPolyfillSupport/, 'void 0'],
    [/\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[^"]*"\)/, '0'],
  ],
};

/** A rollup plugin. */
export function leanLit() {
  const isLit = /node_modules\/(?:@lit\/reactive-element|lit-html|lit-element)\/(?:\w+\/)*([\w-]+\.js)$/;
  return {
    name: 'lean-lit',
    transform(code, id) {
      const [, file] = isLit.exec(id) ?? [];
      if (file === 'css-tag.js') return {code: stylesheets, map: null};
      let lean = code;
      for (const [text, instead] of unused[file] ?? []) {
        if (!text.test(lean)) this.error(`${file} has no ${text}: see what this version of Lit has instead`);
        lean = lean.replace(text, instead);
      }
      return {code: lean, map: null};
    },
  };
}
