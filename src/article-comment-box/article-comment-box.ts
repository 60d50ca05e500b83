import {define} from '../shared/define.js';
import {ArticleCommentBox} from './article-comment-box.element.js';

export * from './article-comment-box.element.js';

define('article-comment-box', ArticleCommentBox);

declare global {
  interface HTMLElementTagNameMap {
    'article-comment-box': ArticleCommentBox;
  }
}
