import {define} from '../shared/define.js';
import '../article-date/article-date.js';
import {ArticleHeadline} from './article-headline.element.js';

export * from './article-headline.element.js';

define('article-headline', ArticleHeadline);

declare global {
  interface HTMLElementTagNameMap {
    'article-headline': ArticleHeadline;
  }
}
