import {html, nothing, type LitElement, type TemplateResult} from 'lit';
import type {
  ArticleCommentForm,
  ArticleCommentPostedEvent,
} from '../article-comment-form/article-comment-form.element.js';
import {placeOf} from '../article-comment-form/draft-saver.js';
import {CommentDraftKeeper} from '../comments/drafts.js';
import type {Comment, CommentAuthorFields} from '../comments/types.js';
import {recall, remember} from '../shared/storage.js';

interface Host extends LitElement {
  userName: string | undefined;
  maxlength: number | undefined;
  asks: CommentAuthorFields | undefined;
}

interface Form {
  part: string;
  /** The comment that it answers. */
  id?: string;
  hidden?: boolean;
  asks?: CommentAuthorFields;
}

/** A form of the element's own. */
export function drawForm({userName, maxlength}: Host, {part, id, hidden, asks}: Form): TemplateResult {
  return html`<article-comment-form
    part=${part}
    ?hidden=${hidden}
    parent-id=${id ?? nothing}
    user-name=${userName ?? nothing}
    maxlength=${maxlength ?? nothing}
    ?ask-name=${asks?.name}
    ?require-name=${asks?.requireName}
    ?ask-email=${asks?.email}
  ></article-comment-form>`;
}

/** The forms for answers, each under its comment. One is open at a time; closing one does not lose what stands in it. */
export class ReplyForms {
  /** The comment whose form is open. */
  openId?: string;

  /** Whether a comment has a form, be it hidden; only for those that were drawn. */
  readonly drawn = new Map<string, boolean>();

  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /**
   * The form of a comment, if it was ever opened, be it by a page that is gone: what was typed there is back then. It
   * asks guests what the page's own form asks.
   */
  draw({id}: Comment): TemplateResult | typeof nothing {
    if (!this.drawn.has(id)) {
      const draft = new CommentDraftKeeper({recall, remember}, placeOf(this.#host, id)).restore();
      if (draft) this.openId ??= id;
      this.drawn.set(id, Boolean(draft));
    }
    if (!this.drawn.get(id)) return nothing;
    const page = this.#host.querySelector<ArticleCommentForm>('article-comment-form');
    return drawForm(this.#host, {
      part: 'reply-form',
      id,
      hidden: this.openId !== id,
      asks: page?.asks ?? this.#host.asks,
    });
  }

  /** Opens the form of a comment and goes to its box, or closes it. */
  async toggle({id}: Comment): Promise<void> {
    this.drawn.set(id, true);
    await this.#open(this.openId === id ? undefined : id);
    this.#host.renderRoot.querySelector<HTMLElement>('[part="reply-form"]:not([hidden])')?.focus();
  }

  /** An answer was taken: its form has done its work, and what was written is where the reader goes on. */
  posted = async ({target, comment}: ArticleCommentPostedEvent): Promise<void> => {
    if (!(target as ArticleCommentForm).parentId) return;
    await this.#open(undefined);
    (this.#host.renderRoot as ShadowRoot).getElementById(`comment-${comment.id}`)?.focus();
  };

  async #open(id: string | undefined): Promise<void> {
    this.openId = id;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }
}
