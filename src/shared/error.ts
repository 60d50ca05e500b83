/** What was wrong with the input of a widget. */
export interface Problem {
  /** Short, stable name of what went wrong, such as `invalid-datetime`. */
  code: string;
  /** The attribute or property that holds the bad value. */
  attribute: string;
  /** The bad value, as given. */
  value: unknown;
  /** One English sentence for the developer of the page. */
  message: string;
}

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
export function report(source: Element, problem: Problem): void {
  const {code, attribute, value, message} = problem;
  console.warn(`[article-widgets] <${source.localName}> ${attribute}="${printable(value)}": ${message}`);
  const event = new ArticleErrorEvent(source, code, message);
  source.dispatchEvent(event);
}

function printable(value: unknown): string {
  try {
    return String(value).slice(0, 100);
  } catch {
    return typeof value;
  }
}

declare global {
  interface HTMLElementEventMap {
    'article-error': ArticleErrorEvent;
  }
}
