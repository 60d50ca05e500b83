import {define} from '../shared/define.js';
import {ArticleClock} from './article-clock.element.js';

export * from './article-clock.element.js';

define('article-clock', ArticleClock);

declare global {
  interface HTMLElementTagNameMap {
    'article-clock': ArticleClock;
  }
}
