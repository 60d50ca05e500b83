import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {CommentDraftKeeper, type DraftPlace, type DraftText} from '../comments/drafts.js';
import {nearestElement} from '../shared/nearest.js';
import {pageArticle} from '../shared/page-article.js';
import {onDemand} from '../shared/on-demand.js';
import {recall, remember} from '../shared/storage.js';

const saveAfter = 400; // a crash in mid-sentence costs less than half a second of typing

interface Host extends ReactiveControllerHost, HTMLElement {
  draftKey: string | undefined;
  parentId: string | undefined;
}

/** What a draft on this page belongs to. */
export function placeOf(
  element: Element,
  parentId: string | undefined,
  draftKey?: string,
  page = pageArticle(),
): DraftPlace {
  const comments = nearestElement(element, 'article-comments') as {article?: string} | null;
  return {site: location.host, article: draftKey || comments?.article || page, parentId};
}

/** Keeps what is typed in a form: while it is typed, and when the page or the form goes away. */
export class DraftSaver implements ReactiveController {
  readonly #host: Host;
  readonly #read: () => DraftText | undefined;
  #place = '';
  #page?: string; // that of the form: a page that is scrolled on to the next article takes its address
  #keeper?: CommentDraftKeeper;
  #timer?: ReturnType<typeof setTimeout>;

  constructor(host: Host, read: () => DraftText | undefined) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.save);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.save);
    if (this.#timer) this.save();
  }

  /** The draft of the place where the form stands. */
  get keeper(): CommentDraftKeeper {
    const {draftKey, parentId, isConnected} = this.#host;
    if (this.#keeper && !isConnected) return this.#keeper; // taken off the page: it belongs where it stood
    const place = placeOf(this.#host, parentId, draftKey, (this.#page ??= pageArticle()));
    if (this.#place !== (this.#place = JSON.stringify(place)))
      this.#keeper = new CommentDraftKeeper({recall, remember}, place);
    return this.#keeper!;
  }

  /** Notes that something was typed. */
  typed = (): void => {
    this.#timer ??= setTimeout(this.save, saveAfter);
  };

  /** Keeps what stands in the form now. False when storage did not take it. */
  save = (): boolean => {
    this.rest();
    const draft = this.#read();
    const kept = !draft || this.keeper.save(draft);
    if (!kept) onDemand(import('./warn-of-loss.js'), (part) => part.warnOfLoss(this.#host, this.save));
    return kept;
  };

  /** The draft that was kept here last. One that the browser has posted is over when this page was asked for anew. */
  restore(): DraftText | undefined {
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return this.keeper.restore(visit?.type === 'navigate');
  }

  /** Saves no more until something is typed. */
  rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
