import {html, render, type TemplateResult} from 'lit';
import {ArticleElement} from '../shared/article-element.js';
import {jsonLd, newsArticle} from '../structured-data/index.js';

const scripts = 'script[type="application/ld+json"]';
const aboutArticle = /"@type"\s*:\s*(\[[^\]]*)?"\w*(Article|BlogPosting)"/;

/**
 * Tells search engines and other programs what the widgets of the page tell its readers: headline, dates, authors,
 * pictures and number of comments, as schema.org's NewsArticle. Written once, when the page has been read, and never
 * where the page itself says it.
 *
 * @tag article-structured-data
 * @slot - Where the script element is put; nothing is shown.
 */
export class ArticleStructuredData extends ArticleElement {
  static override properties = {
    for: {},
  };

  /** The id of the element whose widgets are read; default: the whole page. */
  declare for: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // Widgets and the page's own data may still be on their way.
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', this.#write);
    else void this.updateComplete.then(this.#write);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('DOMContentLoaded', this.#write);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #write = (): void => {
    if (!this.isConnected || isToldByPage()) return;
    const root = this.for ? document.getElementById(this.for) : document;
    if (!root) this.problem('for', this.for, 'no element has this id');
    const article = root ? newsArticle(root) : undefined;
    if (!article) return this.requestUpdate(); // tells the problem
    // Pages with trusted types refuse text in a script, data or not, unless a parser has made the element: one from a
    // template counts as run already.
    const made = document.createDocumentFragment();
    render(html`<script type="application/ld+json"></script>`, made);
    const script = made.querySelector('script')!;
    script.append(jsonLd(article));
    this.append(script);
  };
}

/** Whether a script or microdata of the page describes an article. Other data, such as breadcrumbs, may stand beside ours. */
function isToldByPage(): boolean {
  const texts = [...document.querySelectorAll(scripts)].map(({textContent}) => textContent);
  return (
    texts.some((text) => aboutArticle.test(text)) || Boolean(document.querySelector('[itemtype$="Article"]'))
  );
}
