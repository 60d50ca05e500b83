import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {Comment} from '../comments/types.js';
import type {Thread} from '../comments/threads.js';
import type {Values, WordKey} from '../locales/registry.js';

/** What the list needs to know of the element around it. */
export interface ListContext {
  say: (key: WordKey, values?: Values) => string;
  /** The comment whose reply form is open. */
  replyingTo: string | undefined;
  /** Shows or hides a comment's reply form; absent where nobody can reply. */
  toggleReply: ((comment: Comment) => void) | undefined;
  /** The reply form of a comment, where it was opened before. */
  replyForm: (comment: Comment) => TemplateResult | typeof nothing;
}

/** The threads of a list, two levels deep. */
export function renderThreads(threads: Thread[], context: ListContext): TemplateResult {
  return html`${repeat(
    threads,
    ({comment}) => comment.id,
    ({comment, replies}) =>
      html`<li>
        ${renderComment(comment, undefined, context)}
        <ol part="replies" ?hidden=${!replies.length}>
          ${repeat(
            replies,
            (reply) => reply.comment.id,
            (reply) => html`<li>${renderComment(reply.comment, reply.to, context)}</li>`,
          )}
        </ol>
      </li>`,
  )}`;
}

function renderComment(comment: Comment, to: Comment | undefined, context: ListContext): TemplateResult {
  const {say, replyingTo, toggleReply} = context;
  const {id, createdAt, status, text} = comment;
  const name = nameOf(comment, say);
  return html`<article part="comment" id="comment-${id}" tabindex="-1">
    <div class="meta">
      ${renderAuthor(comment, name)}
      ${createdAt
        ? html`<article-date part="date" format="relative" datetime=${createdAt}></article-date>`
        : nothing}
      ${status === 'pending' ? html`<span part="pending">${say('awaiting')}</span>` : nothing}
    </div>
    ${to ? html`<p part="reply-to">${say('replyTo', {name: nameOf(to, say)})}</p>` : nothing}
    <div part="text">${text.split(/\n\s*\n/).map((paragraph) => html`<p dir="auto">${paragraph}</p>`)}</div>
    ${toggleReply && status === 'published'
      ? html`<button
          part="reply-button"
          type="button"
          aria-expanded=${replyingTo === id}
          aria-label=${say('replyTo', {name})}
          @click=${() => toggleReply(comment)}
        >
          ${say('reply')}
        </button>`
      : nothing}
    ${context.replyForm(comment)}
  </article>`;
}

function renderAuthor({author: {url}}: Comment, name: string): TemplateResult {
  return url
    ? html`<a part="author" dir="auto" href=${url} rel="nofollow ugc noopener">${name}</a>`
    : html`<span part="author" dir="auto">${name}</span>`;
}

function nameOf(comment: Comment, say: ListContext['say']): string {
  return comment.author.name || say('guest');
}
