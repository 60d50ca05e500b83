import {define} from '../shared/define.js';
import {ArticleTextSize} from './article-text-size.element.js';

export * from './article-text-size.element.js';

define('article-text-size', ArticleTextSize);

declare global {
  interface HTMLElementTagNameMap {
    'article-text-size': ArticleTextSize;
  }
}
