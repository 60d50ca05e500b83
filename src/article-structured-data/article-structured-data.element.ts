import {html, render, type TemplateResult} from 'lit';
import {ArticleElement} from '../shared/article-element.js';
import {jsonLd, newsArticle} from '../structured-data/index.js';

const scripts = 'script[type="application/ld+json"]';
const marked = ['Article', 'BlogPosting', 'Report'].flatMap((type) => [
  `[itemtype*="${type}"]`,
  `[typeof*="${type}"]`,
]);

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

/** Whether a script or markup of the page describes an article. Other data, such as breadcrumbs, may stand beside ours. */
function isToldByPage(): boolean {
  return (
    [...document.querySelectorAll(scripts)].some(({textContent}) => isAboutArticle(parse(textContent))) ||
    document.querySelector(String(marked)) !== null
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether what a page is about is an article; one that is only mentioned there is not. */
function isAboutArticle(data: unknown): boolean {
  if (Array.isArray(data)) return data.some(isAboutArticle);
  const {'@type': types, '@graph': graph, mainEntity} = Object(data) as Record<string, unknown>;
  return (
    [types].flat().some((type) => /(Article|BlogPosting|Report)$/.test(String(type))) ||
    [graph, mainEntity].some((inner) => inner && isAboutArticle(inner))
  );
}
