import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {ArticleElement} from '../shared/article-element.js';
import {followLightContent, hasContent, isBlank} from '../shared/light-content.js';
import styles from './article-byline.styles.js';
import {isLink, readAuthors, toAuthor, type BylineAuthor} from './authors.js';

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
    authors: {converter: {fromAttribute: readAuthors}},
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
  #slotted: Node[][] = []; // the nodes for each slot

  constructor() {
    super();
    this.prefix = null;
    followLightContent(this);
  }

  protected override willUpdate(): void {
    this.#slotted = this.#groupLightContent();
    this.#authors = this.#slotted.flat().some(hasContent) ? [] : this.#readAuthors();
  }

  protected override render(): TemplateResult {
    const slots = this.#slotted.map(() => html`<slot part="author"></slot>`);
    const authors = this.#authors.map(renderAuthor);
    const empty = this.settled && !authors.length && !this.#slotted.flat().some(hasContent);
    const prefix = ...
    return html`<span part="base"
      >${isBlank(this.prefix) ? nothing : html`<span part="prefix">${this.prefix}</span> `}${this.#parted(slots)}${this.#parted(authors)}</span
    >`;
  }
}
