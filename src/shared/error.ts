/** Fired by a widget that was given something it cannot use; the author's own content stays on the page. */
export class ArticleErrorEvent extends Event {
  /** The widget that met the problem. */
  readonly source: Element;
  /** Short, stable name of what went wrong, such as `invalid-datetime`. */
  readonly code: string;
  /** One English sentence for the developer of the page. */
  readonly message: string;

  constructor(source: Element, code: string, message: string) {
    super('article-error', {bubbles: true, composed: true});
    this.source = source;
    this.code = code;
    this.message = message;
  }
}

/** Tells the developer of a problem: one warning in the console, one `article-error` event. Never throws. */
export function report(source: Element, code: string, subject: string, message: string): void {
  console.warn(`[article-widgets] <${source.localName}> ${subject}: ${message}`);
  const event = new ArticleErrorEvent(source, code, message);
  source.dispatchEvent(event);
}

/** An attribute and its value as a page would write them, whatever was given as the value. */
export function subjectOf(attribute: string, value: unknown): string {
  let text: string = typeof value;
  try {
    text = String(value).slice(0, 100);
  } catch {
    // An object that has no words for itself.
  }
  return `${attribute}="${text}"`;
}

declare global {
  interface HTMLElementEventMap {
    'article-error': ArticleErrorEvent;
  }
}
