/*
 * The module for pages without a build. It registers every tag; those of the comments, half of the library, when the
 * page has one of them, now or later. The files of other languages register themselves with what it exports.
 */
import './article-byline/article-byline.js';
import './article-clock/article-clock.js';
import './article-date/article-date.js';
import './article-headline/article-headline.js';
import './article-photo/article-photo.js';
import './article-text-size/article-text-size.js';

export {registerLocale} from './locales/registry.js';

const comments = 'article-comments, article-comment-form, article-comment-box';

const observer = new MutationObserver(look);

function look(): void {
  if (!document.querySelector(comments)) return;
  observer.disconnect();
  // The page's own form and list stand meanwhile; when the connection fails, the next one tries again.
  import('./define-comments.js').catch(() => addEventListener('online', look, {once: true}));
}

observer.observe(document, {childList: true, subtree: true});
look();
