import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {CommentDraftKeeper, type DraftText} from '../comments/drafts.js';
import {nearestElement} from '../shared/context.js';
import {pageArticle} from '../shared/page-article.js';
import {recall, remember} from '../shared/storage.js';

const saveAfter = 500;

interface Host extends ReactiveControllerHost, HTMLElement {
  draftKey: string | undefined;
  parentId: string | undefined;
}

/** Keeps what is typed in a form: half a second after the last key, and when the page or the form goes away. */
export class DraftSaver implements ReactiveController {
  readonly #host: Host;
  readonly #read: () => DraftText | undefined;
  #place = '';
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
    const comments = nearestElement(this.#host, 'article-comments') as {article?: string} | null;
    const place = {site: location.host, article: draftKey || comments?.article || pageArticle(), parentId};
    if (this.#place !== (this.#place = JSON.stringify(place)))
      this.#keeper = new CommentDraftKeeper({recall, remember}, place);
    return this.#keeper!;
  }

  /** Notes that something was typed. */
  typed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.save, saveAfter);
  }

  /** Keeps what stands in the form now. */
  save = (): void => {
    this.#rest();
    const draft = this.#read();
    if (draft) this.keeper.save(draft);
  };

  /** Forgets a draft that the server has. */
  forget(keeper: CommentDraftKeeper): void {
    this.#rest();
    keeper.clear();
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
