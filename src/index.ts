/** Every class, event and type of the library. Importing this module registers nothing. */
export * from './article-byline/article-byline.element.js';
export * from './article-clock/article-clock.element.js';
export * from './article-comment-box/article-comment-box.element.js';
export * from './article-comment-form/article-comment-form.element.js';
export * from './article-comments/article-comments.element.js';
export * from './article-date/article-date.element.js';
export * from './article-headline/article-headline.element.js';
export * from './article-photo/article-photo.element.js';
export * from './article-structured-data/article-structured-data.element.js';
export * from './article-text-size/article-text-size.element.js';
export {ArticleErrorEvent} from './shared/error.js';
export {
  registerLocale,
  type ArticleLocale,
  type Phrase,
  type PresetName,
  type WordKey,
} from './locales/registry.js';
export {formatDateTime, type DateTimeFormat, type DateTimeOptions} from './time/index.js';
export {jsonLd, newsArticle, type NewsArticle} from './structured-data/index.js';
export {
  countCharacters,
  normalizeText,
  TextCounter,
  type CountOptions,
  type CountUnit,
  type Newline,
} from './text/index.js';
