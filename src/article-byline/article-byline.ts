import {define} from '../shared/define.js';
import {ArticleByline} from './article-byline.element.js';

export * from './article-byline.element.js';

define('article-byline', ArticleByline);

declare global {
  interface HTMLElementTagNameMap {
    'article-byline': ArticleByline;
  }
}
