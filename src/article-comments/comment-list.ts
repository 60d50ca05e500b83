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
  /** Opens the form for an answer, or closes it, where its button was pressed. */
  answer: (event: Event) => void;
  /** Shows the list once more. */
  update: () => void;
}

/** A comment in its place, with its answers where it starts a thread. */
export type Item = Reply & Partial<Thread>;

// New rows; what is left takes turns with the rest of the page.
const atOnce = 50;
const inSight = 10; // of these; the others the browser lays out as they come near

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

  /** What stands in a row. */
  draw: (item: Item, context: ListContext, row: Element) => TemplateResult = renderItem;

  #session?: CommentSession;
  #left = 0;
  #long?: LongList;

  /** Brings the list up to date. */
  show(list: HTMLElement, session: CommentSession | undefined, context: ListContext): void {
    const {threads = []} = session ?? {};
    list.onclick ??= context.answer; // one listener for all buttons
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
    if (this.#long) return this.#long.show(list, threads, context, session?.touched.splice(0));
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
    render(this.draw(item, context, row), row);
    if (next !== row) list.insertBefore(row, next);
    return row;
  }

  #arrange(list: Element, items: Item[], context: ListContext): void {
    let before: Element | undefined;
    for (const item of items) {
      if (!this.rows.has(item.comment.id) && this.#left-- < 1) continue;
      const next = before ? before.nextElementSibling : list.firstElementChild;
      before = this.place(list, item, next, context);
      if (this.#left < atOnce - inSight) before.className = 'below';
      this.#arrange(before.lastElementChild!, item.replies ?? [], context);
    }
  }
}

/* eslint-disable lit-a11y/no-redundant-role -- Safari takes the role from a list without bullets */

// A page may have ten thousand: the fewer templates, nodes and bindings, the better. Binding the text spares its markers.
function renderItem({comment, to, replies: answers}: Item, context: ListContext): TemplateResult {
  const {say, replies, closed, update} = context;
  const {id, parentId, author, createdAt, status, text} = comment;
  const nameOf = ({name}: Comment['author']): string => name || say('guest');
  const name = nameOf(author);
  const replyTo = to ? say('replyTo', {name: nameOf(to.author)}) : answers && parentId && say('replyToOther');
  const pending = status === 'pending';
  const form = pending ? nothing : replies?.draw(comment); // may open itself
  const [first, ...others] = text.split(/\n\s*\n/).map((words) => {
    if (!/https?:\/\//i.test(words)) return words;
    if (!links.value) links.want(update);
    return links.value?.(words) ?? words;
  });
  return html`<article part="comment" id="comment-${id}" tabindex="-1">
      <div class="meta">
        <span part="author" dir="auto"
          >${
            author.url
              ? html`<a part="author-link" href=${author.url} rel="nofollow ugc noopener">${name}</a>`
              : name
          }</span
        >
        <article-date part="date" format="relative" datetime=${createdAt || nothing}></article-date>
        ${pending ? html`<span part="pending">${say('awaiting')}</span>` : nothing}
      </div>
      ${replyTo ? html`<p part="reply-to">${replyTo}</p>` : nothing}
      <div part="text">
        <p dir="auto">${first}</p>
        ${others[0] && others.map((words) => html`<p dir="auto">${words}</p>`)}
      </div>
      <button
        part="reply-button"
        type="button"
        ?hidden=${closed || pending}
        aria-expanded=${Boolean(replies?.open.has(id))}
        aria-label=${say('replyTo', {name})}
        .textContent=${say('reply')}
      ></button>
      ${form}
    </article>
    <ol part="replies" role="list" ?hidden=${!answers?.length}></ol>`;
}
