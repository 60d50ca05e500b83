import {define} from '../shared/define.js';
import {ArticlePhoto} from './article-photo.element.js';

export * from './article-photo.element.js';

define('article-photo', ArticlePhoto);

declare global {
  interface HTMLElementTagNameMap {
    'article-photo': ArticlePhoto;
  }
}
