import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {ArticleElement} from '../shared/article-element.js';
import {followLightContent, hasContent, isBlank} from '../shared/light-content.js';
import styles from './article-byline.styles.js';
import {checkAuthors, parseAuthors, type BylineAuthor} from './authors.js';

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
  declare authors: readonly (string | BylineAuthor)[] | undefined;
  /** What stands between two authors, such as ` - `. Default: the list form of the language. */
  declare separator: string | undefined;
  /** Words before the first author, such as `Bài và ảnh:`. */
  declare prefix: string | null; // `null` because every element has a `prefix`, and that one is

  #authors: BylineAuthor[] = [];
  #slotted: (Element | Text)[][] = []; // the nodes for each slot
  #isEmpty = false;

  constructor() {
    super();
    this.prefix = null;
    followLightContent(this);
  }

  protected override willUpdate(): void {
    const nodes = this.settled ? [...this.childNodes].filter(isShown) : [];
    const hasOwn = nodes.some(hasContent);
    // Bare names get a slot each. In any other content the page has parted its authors itself.
    const bare =
      hasOwn && nodes.every((node) => (node instanceof Element ? hasLetter(node) : !hasContent(node)));
    this.#slotted = bare && this.#isManual ? [...this.children].map((author) => [author]) : [nodes];
    const authors = this.#readAuthors();
    this.#authors = hasOwn ? [] : authors;
    this.#isEmpty = this.settled && !hasOwn && !authors.length;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.#isManual) return;
    this.renderRoot.querySelectorAll('slot').forEach((slot, index) => slot.assign(...this.#slotted[index]!));
  }

  protected override render(): TemplateResult {
    const prefix =
      this.#isEmpty || isBlank(this.prefix) ? nothing : html`<span part="prefix">${`${this.prefix} `}</span>`;
    const slots = this.#slotted.map(() => html`<slot part="author"></slot>`);
    const authors = this.#authors.map(renderAuthor);
    // Not as the slot's fallback: the white space of an indented template would count as content and hide it.
    return html`<span part="base">${prefix}${this.#separate(slots)}${this.#separate(authors)}</span>`;
  }

  #separate(items: TemplateResult[]): TemplateResult[] {
    const [between, last] = this.locale.list;
    return items.map((item, index) => {
      if (!index) return item;
      const separator = this.separator || (index === items.length - 1 ? last : between);
      return html`<span part="separator">${separator}</span>${item}`;
    });
  }

  /** False over server-made markup, whose one slot takes everything by itself. */
  get #isManual(): boolean {
    return this.shadowRoot?.slotAssignment === 'manual';
  }

  #readAuthors(): BylineAuthor[] {
    const {authors, wrong} = checkAuthors(this.authors);
    const message = 'not an author; write "A; B" or [{"name": "A", "href": "https://…"}]';
    for (const value of wrong) this.problem({code: 'invalid-authors', attribute: 'authors', value, message});
    return authors;
  }
}

function isShown(node: Node): node is Element | Text {
  return node instanceof Element || node instanceof Text;
}

/** Whether an element can stand for an author: a `<br>` or `<b>|</b>` cannot. */
function hasLetter(element: Element): boolean {
  return /\p{L}/u.test(element.textContent);
}

function renderAuthor({name, href, role, image}: BylineAuthor): TemplateResult {
  return html`<span part="author"
    >${image ? html`<img part="image" src=${image} alt="" />` : nothing}${
      href ? html`<a rel="author" href=${href}>${name}</a>` : name
    }${role ? html`<span part="role">${` (${role})`}</span>` : nothing}</span
  >`;
}
