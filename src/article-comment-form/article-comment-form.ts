import {define} from '../shared/define.js';
import '../article-comment-box/article-comment-box.js';
import {ArticleCommentForm} from './article-comment-form.element.js';

export * from './article-comment-form.element.js';

define('article-comment-form', ArticleCommentForm);

declare global {
  interface HTMLElementTagNameMap {
    'article-comment-form': ArticleCommentForm;
  }
}
