/** Importing this module registers every tag of the library. */
import './article-byline/article-byline.js';
import './article-clock/article-clock.js';
import './article-date/article-date.js';
import './article-headline/article-headline.js';
import './article-photo/article-photo.js';
import './article-structured-data/article-structured-data.js';
import './article-text-size/article-text-size.js';
import './define-comments.js';
