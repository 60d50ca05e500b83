/** Importing this module registers the three tags of the comments. */
import './article-comment-box/article-comment-box.js';
import './article-comment-form/article-comment-form.js';
import './article-comments/article-comments.js';
