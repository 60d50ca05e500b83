/* Lists of more than 50 comments. Pages that have one load this. */
import {css} from 'lit';
import type {Thread} from '../comments/threads.js';
import {adoptStyles} from '../shared/adopt-styles.js';
import {links, type CommentRows, type Item, type ListContext} from './comment-list.js';
import {FarDates} from './far-dates.js';

/** All that a row says. */
const words = ['guest', 'replyTo', 'replyToOther', 'awaiting', 'reply'] as const;

const budget = 30; // milliseconds of the page's time at once
const step = 10; // rows between two looks at the clock

const atOnce = 50; // new rows
const perGroup = 50; // for a browser, a thousand boxes that come and go are far more work than twenty

// What is far from the reader is laid out when it comes near. Outlines are not cut off at the edge.
const styles = css`
  .group {
    contain-intrinsic-block-size: auto 300rem;
    content-visibility: auto;
    overflow-clip-margin: 4px;
  }

  .group:focus-within {
    content-visibility: visible; /* at once: WebKit cannot scroll to what it has not laid out */
  }
`;

/** Draws a list slice by slice, and of a list that is there only what has changed. */
export class LongList {
  readonly #rows: CommentRows;
  #drawn = new Map<string, Item>(); // by the id of the comment
  #whole?: Thread[]; // all drawn, but for those touched since
  #marks: unknown[] = [];
  #turn = 0;
  #dates = new FarDates();
  #isFar = false; // where the next row is put

  constructor(rows: CommentRows) {
    const {draw} = rows;
    rows.draw = (item, context, row) => this.#dates.fit(draw(item, context, row), row, this.#isFar);
    this.#rows = rows;
  }

  /**
   * Brings the list up to date: the first changes at once, what is left slice by slice. Of threads that are all
   * drawn only the touched ones are looked at.
   */
  show(list: Element, threads: Thread[], context: ListContext, touched: Thread[] = []): void {
    const marks = [
      ...words.map((word) => context.say(word, {name: ''})),
      context.closed,
      context.replies,
      links.value,
    ];
    if (!threads.length || marks.some((mark, index) => mark !== this.#marks[index])) {
      this.#drawn.clear();
      this.#whole = undefined;
    }
    this.#marks = marks;
    const changes =
      threads === this.#whole
        ? this.#fewChanges(list, threads, context, touched)
        : this.#changes(list, threads, context);
    this.#whole = undefined;
    const {size} = this.#rows.rows;
    const turn = ++this.#turn;
    const started = performance.now();
    let done: boolean | undefined;
    // The first 50 are there already, and have yet to be painted.
    while (turn > 1 && !done && this.#rows.rows.size < size + atOnce && performance.now() < started + budget)
      done = changes.next().done;
    list.toggleAttribute('aria-busy', false);
    if (done) this.#whole = threads;
    else void this.#goOn(changes, turn, list, threads, context);
  }

  async #goOn(
    changes: Generator,
    turn: number,
    list: Element,
    threads: Thread[],
    {update}: ListContext,
  ): Promise<void> {
    adoptStyles(list, styles);
    list.setAttribute('aria-busy', 'true');
    let printing = false;
    const finish = (): void => {
      printing = true;
      for (const _ of changes);
    };
    addEventListener('beforeprint', finish);
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    for (let done: boolean | undefined; !done && turn === this.#turn;) {
      await new Promise((next) => setTimeout(next)); // what is more urgent comes first
      const end = performance.now() + budget;
      while (!done && turn === this.#turn && performance.now() < end) {
        for (let row = 0; row < step && !done; row++) done = changes.next().done;
        await undefined; // the dates in these rows are written meanwhile, and their time counts
      }
    }
    removeEventListener('beforeprint', finish);
    if (turn === this.#turn) this.#whole = threads;
    if (turn === this.#turn || printing) update();
  }

  *#fewChanges(
    list: Element,
    threads: Thread[],
    context: ListContext,
    touched: Thread[],
  ): Generator<void, void> {
    const {rows} = this.#rows;
    for (const id of context.replies?.made ?? []) {
      const [row, item] = [rows.get(id), this.#drawn.get(id)];
      if (row && item) this.#place(row.parentElement!, item, row, context);
    }
    for (const thread of touched) {
      const at = threads.indexOf(thread); // not there: touched twice, and the newer one comes too
      if (at >= 0) yield* this.#changes(list, [thread], context, rows.get(threads[at - 1]?.comment.id ?? ''));
    }
  }

  /** Goes through what has changed, row by row. */
  *#changes(
    list: Element,
    items: Item[],
    context: ListContext,
    before?: HTMLLIElement,
  ): Generator<void, void> {
    const {rows} = this.#rows;
    for (const item of items) {
      const {comment, replies = []} = item;
      let row = rows.get(comment.id);
      if (!row || this.#hasChanged(item, context)) {
        const next = before ? rowAfter(before) : list.firstElementChild;
        const parent = next?.parentElement ?? (before ? this.#roomAfter(before, list) : list);
        row = this.#place(parent, item, next, context);
        this.#drawn.set(comment.id, item);
        yield;
      }
      if (replies.length) yield* this.#changes(row.lastElementChild!, replies, context);
      before = row;
    }
  }

  #place(list: Element, item: Item, next: Element | null, context: ListContext): HTMLLIElement {
    const isFar = (this.#isFar = this.#dates.isFar(list));
    const row = this.#rows.place(list, item, next, context);
    const [first] = this.#rows.rows.values();
    this.#dates.write(row, item.comment.createdAt, isFar, first!);
    return row;
  }

  /** Where the row behind the last one has its place. */
  #roomAfter({parentElement: last}: Element, list: Element): Element {
    if (last!.childElementCount < (isGroup(last!) ? perGroup : atOnce)) return last!;
    const group = document.createElement('div');
    group.className = 'group';
    group.role = 'none';
    list.append(group);
    this.#dates.watch(group);
    return group;
  }

  #hasChanged({comment, to, replies}: Item, context: ListContext): boolean {
    const last = this.#drawn.get(comment.id);
    return (
      last?.comment !== comment ||
      last.to !== to ||
      last.replies?.length !== replies?.length ||
      Boolean(context.replies?.made.has(comment.id))
    );
  }
}

/** The next row of the same list, be it in the next group. */
function rowAfter(row: Element): Element | null {
  const next =
    row.nextElementSibling ?? (isGroup(row.parentElement!) && row.parentElement!.nextElementSibling);
  return next && isGroup(next) ? next.firstElementChild : next || null;
}

function isGroup(element: Element): boolean {
  return element.className === 'group';
}
