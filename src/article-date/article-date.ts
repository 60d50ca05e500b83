import {define} from '../shared/define.js';
import {ArticleDate} from './article-date.element.js';

export * from './article-date.element.js';

define('article-date', ArticleDate);

declare global {
  interface HTMLElementTagNameMap {
    'article-date': ArticleDate;
  }
}
