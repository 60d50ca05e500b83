/*
 * The module for pages without a build. It registers every tag; those of the comments, half of the library, and what
 * few pages have, when the page has one of them, now or later. The files of other languages register themselves with
 * what it exports.
 */
import './article-byline/article-byline.js';
import './article-clock/article-clock.js';
import './article-date/article-date.js';
import './article-headline/article-headline.js';
import './article-photo/article-photo.js';
import './article-text-size/article-text-size.js';

export {registerLocale} from './locales/registry.js';

const later: [selector: string, load: () => Promise<unknown>][] = [
  ['article-comments, article-comment-form, article-comment-box', () => import('./define-comments.js')],
  ['article-structured-data', () => import('./article-structured-data/article-structured-data.js')],
  ['[data-article-comments-count]', () => import('./comment-counts.js')],
];
function look(): void {
  for (const part of [...later]) {
    if (!document.querySelector(part[0])) continue;
    later.splice(later.indexOf(part), 1);
    // The page's own content stands meanwhile; when the connection fails, the next one tries again.
    part[1]().catch(() => addEventListener('online', () => later.push(part) && look(), {once: true}));
  }
}

if (globalThis.document) {
  new MutationObserver(look).observe(document, {childList: true, subtree: true});
  look();
}
