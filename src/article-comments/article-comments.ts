import {define} from '../shared/define.js';
import '../article-comment-form/article-comment-form.js';
import '../article-date/article-date.js';
import {ArticleComments} from './article-comments.element.js';

export * from './article-comments.element.js';

define('article-comments', ArticleComments);

declare global {
  interface HTMLElementTagNameMap {
    'article-comments': ArticleComments;
  }
}
