/*
 * Lit as the build for script tags needs it. Nobody but us writes templates and properties for it, so it goes without
 * what we never use: polyfills, browsers without constructable stylesheets (Safari before 16.4), decorators, converters
 * of objects, properties that nobody declared, directives, iterables, `noChange`, options of listeners but `passive` at
 * the first time, compiled templates, templates of SVG and MathML, values elsewhere than in content and in attributes
 * with double quotes, and the list of the Lits of a page. What is taken out is named by its text; the build fails when
 * a new version of Lit no longer has it. What begins with `globalThis` lets a server import it, as it may import every
 * module.
 */

// Stylesheets, made when they are first adopted. Ours hold no values.
const stylesheets = `
export class CSSResult {
  constructor(text) { this.cssText = text; }
  get styleSheet() {
    if (!this.sheet && globalThis.CSSStyleSheet) (this.sheet = new CSSStyleSheet()).replaceSync(this.cssText);
    return this.sheet;
  }
}
export const unsafeCSS = (text) => new CSSResult(text);
export const css = ([text]) => new CSSResult(text);
export const adoptStyles = (root, styles) => { root.adoptedStyleSheets = styles.map(({styleSheet}) => styleSheet); };
export const getCompatibleStyle = (style) => style;
export const supportsAdoptingStyleSheets = true;`;

// The markup of a template, and its attributes with values. In ours, minified, each of those has double quotes.
const markup = `
N=t=>{
  let names=[],inside,html="";
  for(let s of t.slice(0,-1)){
    let marked=s.replace(/([^\\s"'>=/]+)(="[^"]*)$/,(t,i,s)=>(names.push(i),i+h+s));
    inside=marked!==s||inside&&!s.includes('"');
    html+=marked+(inside?o:r);
  }
  html+=t.at(-1)||"<?>";
  return[e?e.createHTML(html):html,names];
};`;

const changes = {
  'reactive-element.js': [
    ['extends HTMLElement{', 'extends(globalThis.HTMLElement??Object){'],
    ['a.reactiveElementPolyfillSupport', 'void 0'],
    [/\(a\.reactiveElementVersions\?\?=\[\]\)\.push\("[^"]*"\)/, '0'],
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?\}(?=this\._\$Eh=)/, ''],
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    [',void 0!==t.l&&(this.l=[...t.l])', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    [';break;case Object:case Array:t=null==t?t:JSON.stringify(t)', ''],
    [';break;case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}', ''],
    ['l=c?c.emptyScript:""', 'l=""'],
    ['s.state&&(s.attribute=!1),', ''],
    ['s=[...r(t),...o(t)]', 's=r(t)'],
    [/static finalizeStyles\(s\)\{.*?return i\}/, 'static finalizeStyles(s){return[s??[]].flat(1/0)}'],
    ['const t=this.scheduleUpdate();return null!=t&&await t,!', 'this.performUpdate();return!'],
    ['scheduleUpdate(){return this.performUpdate()}', ''],
    ['(void 0!==i.converter?.toAttribute?i.converter:u).toAttribute', 'u.toAttribute'],
    [/h="function"==typeof t\.converter.{70,90}:u;(?=this\._\$Em=e)/, 'h=t.converter??u.fromAttribute;'],
    ['h.fromAttribute(s,t.type)', 'h(s,t.type)'],
    [',b={attribute:!0,type:String,converter:u,reflect:!1,useDefault:!1,hasChanged:f}', ''],
    ['createProperty(t,s=b)', 'createProperty(t,s)'],
    ['static getPropertyOptions(t){return this.elementProperties.get(t)??b}', ''],
    ['i??=r.getPropertyOptions(t),', ''],
    ['i.getPropertyOptions(e)', 'i.elementProperties.get(e)'],
    ['this._$Eh&&[', '['],
    ['this._$Ep=void 0,this.isUpdatePending', 'this.isUpdatePending'],
    ['this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),', 'this.hasUpdated=!0,'],
    ['firstUpdated(t){}', ''],
    ['t.size>0&&(this._$Ep=t)', 'this._$Ep=t'],
    ['void 0!==this.renderRoot&&this.isConnected', 'this.renderRoot&&this.isConnected'],
    ['void 0!==e&&this._$Em!==e', 'this._$Em!==e'],
    ['void 0!==e&&!0===i.reflect', '1'],
    ['(i.hasChanged??f)(h,s)', 'f(h,s)'],
    ['requestUpdate(t,s,i,e=!1,h){', 'requestUpdate(t,s,i,h=this[t]){'],
    ['!1===e&&(h=this[t]),', ''],
    ['"string"==typeof i?i:"string"==typeof t?t.toLowerCase():void 0', 'i??t.toLowerCase()'],
    [
      'const i=Symbol(),h=this.getPropertyDescriptor(t,i,s);void 0!==h&&e(this.prototype,t,h)',
      'e(this.prototype,t,this.getPropertyDescriptor(t,Symbol(),s))',
    ],
    ['void 0!==i&&this._$Eh.set(i,t)', 'i&&this._$Eh.set(i,t)'],
    [',this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0)', ''],
    ['this._$Ei(),this.elementProperties.set(t,s)', 'this.elementProperties.set(t,s)'],
    [/const t=this\.constructor\.elementProperties;if\(t\.size>0\)for\(.{1,140}?\}(?=\}let t=!1)/, ''],
    [',wrapped:h},r){', '}){'],
    ['(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)', 'this._$Ej.set(t,s??this[t])'],
  ],
  'lit-html.js': [
    [',l=document,', ',l=globalThis.document,'],
    ['P=l.createTreeWalker(l,129)', 'P=l?.createTreeWalker(l,129)'],
    ['t.litHtmlPolyfillSupport', 'void 0'],
    [/\(t\.litHtmlVersions\?\?=\[\]\)\.push\("[^"]*"\)/, '0'],
    [/function M\(t,i,s=t,e\)\{.*?,i\}(?=class R)/, 'function M(t,i){return i}'],
    [/function V\(t,i\)\{.*?\}(?=const N=)/, ''],
    [/,v=\/<\(\?.*?\$=\/"\/g,/, ','],
    [/N=\(t,i\)=>\{.*?,e\]\};(?=class S)/, () => markup],
    [/if\((this\.el=.{1,60}),2===i\|\|3===i\)\{.*?\}(?=for)/, '$1;'],
    [/if\(y\.test\(r\.tagName\)\)\{.*?r\.append\(t\[i\],c\(\)\)\}\}/, ''],
    ['else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t))', ''],
    [':6===r.type&&(i=new Z(h,this,t))', ':0'],
    ['else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}', ''],
    ['get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}', ''],
    ['get _$AU(){return this._$AM?._$AU??this._$Cv}', ''],
    [/get parentNode\(\)\{let t=.*?(?=_\$AI\(t,i=this\)\{t=M)/, ''],
    ['get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}', ''],
    [',this._$Cv=e?.isConnected??!0', ''],
    ['this._$AV=[],this._$AN=void 0,', 'this._$AV=[],'],
    ['this._$AH=A,this._$AN=void 0,this._$AA', 'this._$AH=A,this._$AA'],
    ['this._$AH=A,this._$AN=void 0,this.element', 'this._$AH=A,this.element'],
    ['for(this._$AP?.(!1,!0,s);', 'for(;'],
    ['setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', ''],
    [
      'e="number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)',
      'e=this._$AC(t)',
    ],
    ['(t?.creationScope??l).importNode', 'l.importNode'],
    ['||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive', ''],
    ['h=t!==A&&(s===A||e)', 'h=t!==A&&s===A'],
    ['constructor(){super(...arguments),this.type=3}', ''],
    ['constructor(){super(...arguments),this.type=4}', ''],
    ['constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}', ''],
    ['this.type=1,', ''],
    ['this.type=2,', ''],
    ['d=t=>u(t)||"function"==typeof t?.[Symbol.iterator]', 'd=u'],
    ['t!==this._$AH&&t!==E&&this._(t)', 't!==this._$AH&&this._(t)'],
    ['o=!a(t)||t!==this._$AH&&t!==E,', 'o=!a(t)||t!==this._$AH,'],
    ['r===E&&(r=this._$AH[n]),', ''],
    ['if((t=M(this,t,i,0)??A)===E)return;', 't=M(this,t,i,0)??A;'],
  ],
  'lit-element.js': [
    ['s.litElementPolyfillSupport', 'void 0'],
    [',s.litElementHydrateSupport?.({LitElement:i})', ''],
    [/\(s\.litElementVersions\?\?=\[\]\)\.push\("[^"]*"\)/, '0'],
    ['this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),', ''],
    ['this.renderOptions={host:this},this._$Do=void 0', 'this.renderOptions={host:this}'],
    ['this._$Do=e(', 'e('],
    ['render(){return r}', ''],
    [/connectedCallback\(\)\{super\.connectedCallback\(\).*?setConnected\(!1\)\}/, ''],
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
      for (const [text, instead] of changes[file] ?? []) {
        const changed = lean.replace(text, instead);
        if (changed === lean) this.error(`${file} has no ${text}: see what this version of Lit has instead`);
        lean = changed;
      }
      return {code: lean, map: null};
    },
  };
}
