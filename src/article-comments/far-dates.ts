import type {TemplateResult} from 'lit';
import type {ArticleDate} from '../article-date/article-date.element.js';
import {readStamp} from '../time/stamp.js';

const nearEnough = '100% 0px'; // a screen ahead of the reader

/**
 * The dates of rows that nobody looks at yet. An element for each of ten thousand takes longer than all the rest of
 * their rows, and would have to be kept up to date; there, a `<time>` says the same until the reader comes near.
 */
export class FarDates {
  readonly #far = new WeakSet<Element>();
  readonly #near = new WeakSet<Element>();
  #template?: TemplateStringsArray;
  readonly #observer = new IntersectionObserver(
    (entries) => {
      for (const {isIntersecting, target} of entries) if (isIntersecting) this.#comeNear(target);
    },
    {rootMargin: nearEnough},
  );

  /** Sees to it that the dates of a group of rows are elements in time. */
  watch(group: Element): void {
    this.#observer.observe(group);
  }

  /** Whether what is put into a list is far from the reader. */
  isFar(list: Element): boolean {
    const group = list.closest('.group');
    return group !== null && !this.#near.has(group);
  }

  /** What is drawn in a row: the same, with a `<time>` where an empty row is far. */
  fit(result: TemplateResult, row: Element, isFar: boolean): TemplateResult {
    if (isFar && !row.firstChild) this.#far.add(row);
    if (!this.#far.has(row)) return result;
    const {strings} = result;
    // As Lit's own static templates do it: nothing in here comes from outside.
    this.#template ??= Object.assign(
      strings.map((string) => string.replaceAll('article-date', 'time')),
      {raw: strings.raw},
    );
    return {...result, strings: this.#template};
  }

  /** Writes the date of a row that was far when it was made, in the words of another row. */
  write(row: Element, createdAt: string, isFar: boolean, like: Element): void {
    if (!this.#far.has(row)) return;
    const date = dateOf(row);
    const writer = isFar && isTime(date) ? like.querySelector<ArticleDate>('article-date') : undefined;
    const shown = writer?.['show'](readStamp(createdAt));
    if (shown) {
      date.setAttribute('datetime', shown.datetime);
      date.textContent = shown.text;
    } else if (isTime(date))
      makeElement(date); // it has come near, or what it takes has not come yet
    else date.setAttribute('datetime', createdAt);
  }

  #comeNear(group: Element): void {
    this.#near.add(group);
    this.#observer.unobserve(group);
    for (const row of group.querySelectorAll('li')) {
      const date = dateOf(row);
      if (isTime(date)) makeElement(date);
    }
  }
}

const dateOf = (row: Element): Element =>
  row.firstElementChild!.firstElementChild!.firstElementChild!.nextElementSibling!;

const isTime = (date: Element): boolean => date.localName === 'time';

function makeElement(time: Element): void {
  const date = document.createElement('article-date');
  for (const {name, value} of time.attributes) date.setAttribute(name, value);
  time.replaceWith(date);
}
