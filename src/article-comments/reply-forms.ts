/* The forms under comments. Pages load this with the first answer, where one was begun earlier, and where none is taken. */
import type {ReactiveController, TemplateResult} from 'lit';
import type {ArticleCommentForm} from '../article-comment-form/article-comment-form.js';
import {placeOf} from '../article-comment-form/draft-saver.js';
import type {ArticleCommentPostedEvent} from '../article-comment-form/events.js';
import {CommentDraftKeeper} from '../comments/drafts.js';
import type {Comment} from '../comments/types.js';
import {recall, remember} from '../shared/storage.js';
import {drawForm, isEmpty, type FormHost} from './draw-form.js';

/** The forms for answers, each under its comment. Closing one does not lose what stands in it. */
export class ReplyForms implements ReactiveController {
  /** The comments whose forms are open. */
  readonly open = new Set<string>();

  /** The comments that have a form, be it hidden. */
  readonly made = new Set<string>();

  readonly #host: FormHost;
  readonly #drawn = new Set<string>();
  #empty?: string;

  constructor(host: FormHost) {
    this.#host = host;
    host.addController(this);
    host.addEventListener('article-comment-posted', this.#posted);
    host.addEventListener('input', () => void this.hostUpdated());
    host.requestUpdate();
  }

  /** Where comments are closed, only empty forms go: what stands in the others is still there for its writer to take. */
  async hostUpdated(): Promise<void> {
    if (!this.#isClosed) return;
    const forms = [this.#host, this.#host.renderRoot].flatMap((root) => [
      ...root.querySelectorAll('article-comment-form'),
    ]);
    await Promise.all(forms.map((form) => form.updateComplete)); // and what was kept is back
    if (this.#empty !== (this.#empty = forms.map(isEmpty).join())) this.#host.requestUpdate();
  }

  /**
   * The form of a comment, if it was ever opened, be it by a page that is gone: what was typed there is back then. It
   * asks guests what the page's own form asks.
   */
  draw({id}: Comment): TemplateResult | undefined {
    if (!this.#drawn.has(id)) {
      this.#drawn.add(id);
      const draft = new CommentDraftKeeper({recall, remember}, placeOf(this.#host, id)).restore();
      if (draft) for (const ids of [this.made, this.open]) ids.add(id);
    }
    if (!this.made.has(id)) return undefined;
    return drawForm(this.#host, {
      part: 'reply-form',
      id,
      hidden: this.#isClosed ? isEmpty(this.#formOf(id)) : !this.open.has(id),
      asks: this.#host.querySelector('article-comment-form')?.asks ?? this.#host.asks,
    });
  }

  /** Opens the form of a comment and goes to its box, or closes it. */
  async toggle(id: string): Promise<void> {
    this.made.add(id);
    if (!this.open.delete(id)) this.open.add(id);
    await this.#update();
    if (this.open.has(id)) await this.#formOf(id)?.focus();
  }

  /** An answer was taken: its form has done its work, and a reader who is still there goes on where it stands. */
  #posted = async (event: ArticleCommentPostedEvent): Promise<void> => {
    const form = event.composedPath()[0] as ArticleCommentForm;
    if (!form.parentId || !isEmpty(form)) return; // perhaps the next answer is being written
    const isThere = form.matches(':focus-within');
    this.open.delete(form.parentId);
    await this.#update();
    if (isThere) this.#commentOf(event.comment.id)?.focus();
  };

  get #isClosed(): boolean {
    return this.#host.closed || this.#host.state === 'closed';
  }

  #commentOf(id: string): HTMLElement | null {
    return (this.#host.renderRoot as ShadowRoot).getElementById(`comment-${id}`);
  }

  #formOf(id: string): ArticleCommentForm | null | undefined {
    return this.#commentOf(id)?.querySelector('article-comment-form');
  }

  async #update(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }
}
