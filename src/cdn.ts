/*
 * The module for pages without a build. It registers every tag; those of the comments, half of the library, when the
 * page has one of them, now or later.
 */
import './article-byline/article-byline.js';
import './article-clock/article-clock.js';
import './article-date/article-date.js';
import './article-headline/article-headline.js';
import './article-photo/article-photo.js';
import './article-text-size/article-text-size.js';

const comments = 'article-comments, article-comment-form, article-comment-box';

const observer = new MutationObserver((records) => {
  const added = records.flatMap(({addedNodes}) => [...addedNodes]);
  if (added.some((node) => node instanceof Element && (node.matches(comments) || node.querySelector(comments)))) load();
});

function load(): void {
  observer.disconnect();
  // The page's own form and list stand meanwhile; when the connection fails, the next one tries again.
  import('./define-comments.js').catch(() => addEventListener('online', load, {once: true}));
}

if (document.querySelector(comments)) load();
else observer.observe(document, {childList: true, subtree: true});
