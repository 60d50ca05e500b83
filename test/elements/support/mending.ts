import {fixture, html} from '@open-wc/testing';
import '../../../src/article-text-size/article-text-size.js';
import type {ArticleTextSize} from '../../../src/article-text-size/article-text-size.js';
import {waitUntil} from './wait-until.js';

/** Until it has come, a press shows the text at its new size, and what zoom alone does wrong is put right a moment later. */
export async function mendingIsThere(): Promise<void> {
  const page = await fixture<HTMLElement>(html`
    <div>
      <article id="to-mend"><p style="min-inline-size: 101vw">Lúa</p></article>
      <article-text-size for="to-mend" storage-key="to-mend"></article-text-size>
    </div>
  `);
  const toggle = page.querySelector<ArticleTextSize>('article-text-size')!;
  await toggle.updateComplete;
  toggle.increase();
  await waitUntil(() => page.querySelector('[data-article-text-tight]'), 'the part that mends');
  toggle.reset();
  page.remove();
}
