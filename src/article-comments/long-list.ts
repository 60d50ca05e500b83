/* Lists of more than 50 comments. Pages that have one load this. */
import {css} from 'lit';
import type {Comment} from '../comments/types.js';
import type {Thread} from '../comments/threads.js';
import {atOnce, links, type CommentRows, type Item, type ListContext} from './comment-list.js';

const budget = 10; // milliseconds of a frame
const step = 10; // rows between two looks at the clock

// Rows far from what is being read are laid out when it comes near. Their outline is not cut off at their edge.
const {styleSheet} = css`
  .far {
    contain-intrinsic-block-size: auto 6rem;
    content-visibility: auto;
    overflow-clip-margin: 4px;
  }
`;

/** Draws a list a slice per frame, and of a list that is there only what has changed. */
export class LongList {
  readonly #rows: CommentRows;
  #drawn = new Map<Comment, Item>();
  #marks: unknown[] = [];
  #turn = 0;

  constructor(rows: CommentRows) {
    this.#rows = rows;
  }

  /** Brings the list up to date: the first changes at once, what is left from frame to frame. */
  show(list: Element, threads: Thread[], context: ListContext): void {
    const marks = [context.locale, context.replies, links.value];
    if (!threads.length || marks.some((mark, index) => mark !== this.#marks[index])) this.#drawn.clear();
    this.#marks = marks;
    const changes = this.#changes(list, threads, context);
    const {size} = this.#rows.rows;
    const turn = ++this.#turn;
    const started = performance.now();
    let done: boolean | undefined;
    while (!done && this.#rows.rows.size < size + atOnce && performance.now() < started + budget)
      done = changes.next().done;
    list.toggleAttribute('aria-busy', false);
    if (!done) void this.#goOn(changes, turn, list, context);
  }

  async #goOn(changes: Generator, turn: number, list: Element, {update}: ListContext): Promise<void> {
    const {adoptedStyleSheets} = list.getRootNode() as ShadowRoot;
    if (!adoptedStyleSheets.includes(styleSheet!)) adoptedStyleSheets.push(styleSheet!);
    list.setAttribute('aria-busy', 'true');
    let printing = false;
    const finish = (): void => {
      printing = true;
      for (const _ of changes);
    };
    addEventListener('beforeprint', finish);
    for (let done: boolean | undefined; !done && turn === this.#turn;) {
      await new Promise(requestAnimationFrame);
      const end = performance.now() + budget;
      while (!done && turn === this.#turn && performance.now() < end) {
        for (let row = 0; row < step && !done; row++) done = changes.next().done;
        await undefined; // the dates in these rows are written meanwhile, and their time counts
      }
    }
    removeEventListener('beforeprint', finish);
    if (turn === this.#turn || printing) update();
  }

  /** Goes through what has changed, row by row. */
  *#changes(list: Element, items: Item[], context: ListContext): Generator<void, void> {
    const {rows} = this.#rows;
    let before: HTMLLIElement | undefined;
    for (const item of items) {
      const {comment, replies = []} = item;
      let row = rows.get(comment.id);
      if (!row || this.#hasChanged(item, context)) {
        const known = row;
        row = this.#rows.place(list, item, before, context);
        if (!known) row.className = 'far';
        this.#drawn.set(comment, item);
        yield;
      }
      if (replies.length) yield* this.#changes(row.lastElementChild!, replies, context);
      before = row;
    }
  }

  #hasChanged({comment, to, replies}: Item, context: ListContext): boolean {
    const last = this.#drawn.get(comment);
    return (
      !last ||
      last.to !== to ||
      last.replies?.length !== replies?.length ||
      Boolean(context.replies?.drawn.has(comment.id))
    );
  }
}
