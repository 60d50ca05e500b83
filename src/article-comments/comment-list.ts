import {html, nothing, render, type TemplateResult} from 'lit';
import type {Reply, Thread} from '../comments/threads.js';
import type {Comment} from '../comments/types.js';
import type {Values, WordKey} from '../locales/registry.js';
import {Lazy} from '../shared/lazy.js';
import type {ReplyForms} from './reply-forms.js';

/** What the list needs to know of the element around it. */
export interface ListContext {
  say: (key: WordKey, values?: Values) => string;
  /** The forms for answers; absent where nobody can answer. */
  replies: ReplyForms | undefined;
  /** Shows the list once more. */
  update: () => void;
}

// Until it is there, and without it, an address is read as the text that it is.
const links = new Lazy(() => import('./links.js').then((part) => part.linkAddresses));

/**
 * The rows of a list. Each comment keeps its row for as long as it is shown, wherever it moves, and with the row its
 * focus and what was typed there; those that stay where they are are not touched.
 */
export class CommentRows {
  readonly #rows = new Map<string, HTMLLIElement>();

  /** Brings the list up to date. */
  show(list: Element, threads: Thread[], context: ListContext): void {
    this.#arrange(list, threads, context);
    for (const [id, row] of this.#rows) if (!list.contains(row)) this.#rows.delete(id);
  }

  #arrange(list: Element, items: (Reply & Partial<Thread>)[], context: ListContext): void {
    items.forEach((item, index) => {
      const {id} = item.comment;
      const row = this.#rows.get(id) ?? document.createElement('li');
      this.#rows.set(id, row);
      const place = list.children[index];
      if (place !== row) list.insertBefore(row, place ?? null);
      render(
        [renderComment(item, context), html`<ol part="replies" ?hidden=${!item.replies?.length}></ol>`],
        row,
      );
      this.#arrange(row.lastElementChild!, item.replies ?? [], context);
    });
    while (list.children.length > items.length) list.lastElementChild!.remove();
  }
}

function renderComment(
  {comment, to, replies: answers}: Reply & Partial<Thread>,
  {say, replies, update}: ListContext,
): TemplateResult {
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
    ${replies && !pending ? renderReply(comment, say('replyTo', {name}), say('reply'), replies) : nothing}
  </article>`;
}

function renderReply(comment: Comment, label: string, word: string, replies: ReplyForms): TemplateResult {
  const form = replies.draw(comment); // may open itself
  return html`<button
      part="reply-button"
      type="button"
      aria-expanded=${replies.openId === comment.id}
      aria-label=${label}
      @click=${() => replies.toggle(comment)}
    >
      ${word}</button
    >${form}`;
}
