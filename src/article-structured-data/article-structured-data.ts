import {define} from '../shared/define.js';
import {ArticleStructuredData} from './article-structured-data.element.js';

export * from './article-structured-data.element.js';

define('article-structured-data', ArticleStructuredData);

declare global {
  interface HTMLElementTagNameMap {
    'article-structured-data': ArticleStructuredData;
  }
}
