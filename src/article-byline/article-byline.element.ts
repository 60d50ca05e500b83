import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {ArticleElement} from '../shared/article-element.js';
import {Lazy} from '../shared/lazy.js';
import {followLightContent, hasContent, isBlank} from '../shared/light-content.js';
import styles from './article-byline.styles.js';
import {link, parseAuthors, type BylineAuthor} from '../text/authors.js';

export type {BylineAuthor} from '../text/authors.js';

const names = new Lazy(() => import('../text/find-names.js').then((part) => part.findNames));

/**
 * Who wrote it. Text of the page's own is kept word for word, and `authors` given beside it are linked in it; between
 * bare links the separators of the language are drawn: `A và B`; `A, B và C`.
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
  static override properties = {
    authors: {converter: parseAuthors},
    separator: {},
    prefix: {},
  };

  static override styles = [styles];

  /** The authors, for pages that print none of their own, or whose names are to be linked in a text. As an attribute: names parted by `;`, or JSON. */
  declare authors: readonly (string | BylineAuthor)[] | null | undefined;
  /** What stands between two authors, such as ` - `. Default: the list form of the language. */
  declare separator: string | undefined;
  /** Words before the first author, such as `Bài và ảnh:`. */
  declare prefix: string | null; // `null` because every element has a `prefix` of that type

  #linking?: Promise<void>;
  #isBare = false; // the page has put nothing between its authors: each gets a slot of its own

  constructor() {
    super();
    followLightContent(this);
  }

  protected override render(): TemplateResult {
    const nodes = this.settled ? [...this.childNodes] : [];
    const hasOwn = nodes.some(hasContent);
    const authors = [parseAuthors(this.authors) ?? []]
      .flat()
      .map(asObject)
      .filter((author) => this.#isUsable(author));
    const mayLink = hasOwn && authors[0] && !this.childElementCount;
    if (mayLink && !names.value) this.#linking = names.want(() => this.requestUpdate());
    const pieces = (mayLink && names.value?.(this.textContent, authors)) || [];
    const isLinked = pieces.length > 1;
    this.#isBare = hasOwn && nodes.every(isBare) && new Set([...this.children].map(isMarked)).size < 2;
    const slots = this.#isBare
      ? [...this.children].map((_, index) => html`<slot name=${index} part="author"></slot>`)
      : [];
    const isEmpty = this.settled && !hasOwn && !authors.length;
    // Not as the slot's fallback: the white space of an indented template would count as content and hide it.
    return html`<span part="base"
      >${isEmpty || isBlank(this.prefix) ? nothing : html`<span part="prefix">${this.prefix}&nbsp;</span>`}<span
        ?hidden=${isLinked}
        ><slot></slot></span
      >${
        isLinked
          ? pieces.map((piece) =>
              typeof piece === 'string' ? piece : draw({name: piece.name, href: piece.href}),
            )
          : this.#separate(hasOwn ? slots : authors.map(draw))
      }</span
    >`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    [...this.children].forEach(
      (child, index) => child.toggleAttribute('slot', this.#isBare) && (child.slot = `${index}`),
    );
  }

  /** Whoever waits for an update waits for the links too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#linking;
    return super.getUpdateComplete();
  }

  #separate(items: TemplateResult[]): TemplateResult[] {
    const [between, last] = this.locale.list;
    return items.map((item, index) => {
      if (!index) return item;
      const separator = this.separator || (items[index + 1] ? between : last);
      return html`<span part="separator">${separator}</span>${item}`;
    });
  }

  #isUsable({name, href = ''}: BylineAuthor): boolean {
    const isNamed = typeof name === 'string' && !isBlank(name);
    if (!isNamed || !link.test(href)) {
      const given = {toString: () => this.getAttribute('authors') ?? JSON.stringify(this.authors)};
      this.problem('authors', isNamed ? href : given, 'not an author or link');
    }
    return isNamed;
  }
}

function asObject(author: unknown): BylineAuthor {
  return (typeof author === 'string' ? {name: author} : Object(author)) as BylineAuthor;
}

function draw({name, href, role, image}: BylineAuthor): TemplateResult {
  return html`<span part="author"
    >${image ? html`<img part="image" src=${image} alt="" />&nbsp;` : nothing}${
      href && link.test(href) ? html`<a rel="author" href=${href}>${name}</a>` : name
    }${role ? html`<span part="role">${` (${role})`}</span>` : nothing}</span
  >`;
}

/** Nothing, or an element that can stand for an author: a `<br>` or `<b>|</b>` cannot. */
function isBare(node: Node): boolean {
  return node instanceof Element ? /\p{L}/u.test(node.textContent) : !hasContent(node);
}

/** Whether an element says that an author is in it. Where only some do, the others are roles or the like. */
function isMarked(element: Element): boolean {
  const mark = ':is([rel~=author], [itemprop~=author])';
  return element.matches(`${mark}, :has(${mark})`);
}
