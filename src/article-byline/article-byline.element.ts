import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {ArticleElement} from '../shared/article-element.js';
import {followLightContent, hasContent, isBlank} from '../shared/light-content.js';
import styles from './article-byline.styles.js';
import {link, parseAuthors, type BylineAuthor} from './authors.js';

export type {BylineAuthor} from './authors.js';

/**
 * Who wrote it. Text of the page's own is kept word for word; between bare links the separators of the language are
 * drawn: `A và B`; `A, B và C`.
 *
 * @tag article-byline
 * @slot - The page's own authors: text, or one element an author, best `<a rel="author">`.
 * @csspart base - All of it.
 * @csspart prefix - The words before the first author.
 * @csspart author - Each author.
 * @csspart image - The portrait of an author.
 * @csspart role - What an author did or is.
 * @csspart separator - What stands between two authors.
 */
export class ArticleByline extends ArticleElement {
  // One slot an author; the page need not name them.
  static override shadowRootOptions: ShadowRootInit = {
    ...ArticleElement.shadowRootOptions,
    slotAssignment: 'manual',
  };

  static override properties = {
    authors: {converter: {fromAttribute: parseAuthors}},
    separator: {},
    prefix: {},
  };

  static override styles = [styles];

  /** The authors, for pages that print none of their own. As an attribute: names parted by `;`, or JSON. */
  declare authors: readonly (string | BylineAuthor)[] | null | undefined;
  /** What stands between two authors, such as ` - `. Default: the list form of the language. */
  declare separator: string | undefined;
  /** Words before the first author, such as `Bài và ảnh:`. */
  declare prefix: string | null; // `null` because every element has a `prefix` of that type

  constructor() {
    super();
    followLightContent(this);
  }

  protected override render(): TemplateResult {
    const nodes = this.settled ? [...this.childNodes] : [];
    const hasOwn = nodes.some(hasContent);
    // Bare names get a slot each. In any other content the page has parted its authors itself.
    const bare = hasOwn && nodes.every(isBare) && this.shadowRoot!.slotAssignment === 'manual';
    const authors = [parseAuthors(this.authors) ?? []].flat().flatMap((author) => this.#renderAuthor(author));
    const slots = bare ? [...this.children].map(() => html`<slot part="author"></slot>`) : [];
    const isEmpty = this.settled && !hasOwn && !authors.length;
    // Not as the slot's fallback: the white space of an indented template would count as content and hide it.
    return html`<span part="base"
      >${isEmpty || isBlank(this.prefix) ? nothing : html`<span part="prefix">${this.prefix}&nbsp;</span>`}<slot
      ></slot>${this.#separate(hasOwn ? slots : authors)}</span
    >`;
  }

  // Without effect over server-made markup, whose one slot takes everything by itself.
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const [all, ...each] = this.renderRoot.querySelectorAll('slot');
    all!.assign(...[...this.childNodes].filter(isSlottable));
    each.forEach((slot, index) => slot.assign(this.children[index]!));
  }

  #separate(items: TemplateResult[]): TemplateResult[] {
    const [between, last] = this.locale.list;
    return items.map((item, index) => {
      if (!index) return item;
      const separator = this.separator || (items[index + 1] ? between : last);
      return html`<span part="separator">${separator}</span>${item}`;
    });
  }

  #renderAuthor(author: unknown): TemplateResult | [] {
    const {name, href, role, image} = (
      typeof author === 'string' ? {name: author} : Object(author)
    ) as BylineAuthor;
    if (typeof name !== 'string' || isBlank(name)) return this.#reject(author);
    const isLinked = link.test(href ?? '');
    if (!isLinked) this.#reject(href);
    return html`<span part="author"
      >${image ? html`<img part="image" src=${image} alt="" />&nbsp;` : nothing}${
        href && isLinked ? html`<a rel="author" href=${href}>${name}</a>` : name
      }${role ? html`<span part="role">${` (${role})`}</span>` : nothing}</span
    >`;
  }

  #reject(value: unknown): [] {
    this.problem('authors', value, 'not an author or link');
    return [];
  }
}

function isSlottable(node: Node): node is Element | Text {
  return !(node instanceof Comment);
}

/** Nothing, or an element that can stand for an author: a `<br>` or `<b>|</b>` cannot. */
function isBare(node: Node): boolean {
  return node instanceof Element ? /\p{L}/u.test(node.textContent) : !hasContent(node);
}
