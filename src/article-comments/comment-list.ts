import {html, nothing, render, type TemplateResult} from 'lit';
import type {CommentSession} from '../comments/session.js';
import type {Reply, Thread} from '../comments/threads.js';
import type {Comment} from '../comments/types.js';
import type {Values, WordKey} from '../locales/registry.js';
import {Lazy} from '../shared/lazy.js';
import type {LongList} from './long-list.js';
import type {ReplyForms} from './reply-forms.js';

/** What the list needs to know of the element around it. */
export interface ListContext {
  say: (key: WordKey, values?: Values) => string;
  /** The forms for answers, once there are any. */
  replies: ReplyForms | undefined;
  /** Whether no more answers are taken. */
  closed: boolean;
  /** Opens the form for an answer, or closes it. */
  answer: (comment: Comment) => void;
  /** Shows the list once more. */
  update: () => void;
}

/** A comment in its place, with its answers where it starts a thread. */
export type Item = Reply & Partial<Thread>;

// New rows; what is left takes turns with the rest of the page.
const atOnce = 50;

// Until it is there, and without it, an address is read as the text that it is.
export const links = new Lazy(() => import('./links.js').then((part) => part.linkAddresses));

/**
 * The rows of a list. Each comment keeps its row for as long as it is shown, wherever it moves, and with the row its
 * focus and what was typed there; those that stay where they are are not touched.
 */
export class CommentRows {
  /** By the id of the comment, its row. */
  readonly rows = new Map<string, HTMLLIElement>();
  /** The first row that was made since this was last emptied. */
  fresh?: Element;

  #session?: CommentSession;
  #left = 0;
  #long?: LongList;

  /** Brings the list up to date. */
  show(list: Element, session: CommentSession | undefined, context: ListContext): void {
    const {threads = []} = session ?? {};
    list.role ??= 'list'; // Safari takes that from a list without bullets
    if (!threads.length) {
      list.replaceChildren();
      this.rows.clear();
    }
    if (session?.loaded && session !== this.#session) {
      this.#session = session;
      for (const [id, row] of this.rows) {
        if (session.has(id)) continue;
        row.remove(); // what is under it and is still listed is put where it belongs
        this.rows.delete(id);
      }
    }
    if (this.#long) return this.#long.show(list, threads, context);
    this.#left = atOnce;
    this.#arrange(list, threads, context);
    if (this.rows.size < atOnce) return;
    void import('./long-list.js')
      .then(
        (part) => {
          this.#long ??= new part.LongList(this);
        },
        () => {}, // then it goes on like this, 50 by 50
      )
      .then(() => (this.#long || this.#left < 0) && context.update());
  }

  /** Draws one comment before a row, or at the end of its list. */
  place(list: Element, item: Item, next: Element | null, context: ListContext): HTMLLIElement {
    const {id} = item.comment;
    let row = this.rows.get(id);
    if (!row) {
      this.rows.set(id, (row = document.createElement('li')));
      this.fresh ??= row;
    }
    if (next !== row) list.insertBefore(row, next);
    render(
      [renderComment(item, context), html`<ol part="replies" ?hidden=${!item.replies?.length}></ol>`],
      row,
    );
    row.lastElementChild!.role ??= 'list';
    return row;
  }

  #arrange(list: Element, items: Item[], context: ListContext): void {
    let before: Element | undefined;
    for (const item of items) {
      if (!this.rows.has(item.comment.id) && this.#left-- < 1) continue;
      const next = before ? before.nextElementSibling : list.firstElementChild;
      before = this.place(list, item, next, context);
      this.#arrange(before.lastElementChild!, item.replies ?? [], context);
    }
  }
}

function renderComment({comment, to, replies: answers}: Item, context: ListContext): TemplateResult {
  const {say, update} = context;
  const {id, parentId, author, createdAt, status, text} = comment;
  const nameOf = ({name}: Comment['author']): string => name || say('guest');
  const name = nameOf(author);
  const replyTo = to ? say('replyTo', {name: nameOf(to.author)}) : answers && parentId && say('replyToOther');
  if (!links.value && /https?:\/\//i.test(text)) links.want(update);
  const pending = status === 'pending';
  return html`<article part="comment" id="comment-${id}" tabindex="-1">
    <div class="meta">
      ${
        author.url
          ? html`<a part="author" dir="auto" href=${author.url} rel="nofollow ugc noopener">${name}</a>`
          : html`<span part="author" dir="auto">${name}</span>`
      }
      ${
        createdAt
          ? html`<article-date part="date" format="relative" datetime=${createdAt}></article-date>`
          : nothing
      }
      ${pending ? html`<span part="pending">${say('awaiting')}</span>` : nothing}
    </div>
    ${replyTo ? html`<p part="reply-to">${replyTo}</p>` : nothing}
    <div part="text">
      ${text.split(/\n\s*\n/).map((words) => html`<p dir="auto">${links.value?.(words) ?? words}</p>`)}
    </div>
    ${pending ? nothing : renderReply(comment, name, context)}
  </article>`;
}

function renderReply(comment: Comment, name: string, {say, replies, closed, answer}: ListContext): unknown[] {
  const form = replies?.draw(comment); // may open itself
  const button = html`<button
    part="reply-button"
    type="button"
    aria-expanded=${Boolean(replies?.open.has(comment.id))}
    aria-label=${say('replyTo', {name})}
    @click=${() => answer(comment)}
  >
    ${say('reply')}
  </button>`;
  return [closed ? nothing : button, form]; // the form keeps its place, and what stands in it
}
