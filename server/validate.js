import {cleanLine, cleanText, isBlank} from './clean.js';
import {decodeCursor} from './cursor.js';
import {countCharacters, countUnit, limits} from './limits.js';
import {Problem} from './problem.js';

const email = /^[^\s@]+@[^\s@]+$/;
// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u001f\u007f-\u009f]/;

/** @typedef {{article: string, text: string, name: string, email?: string, parentId?: string}} Draft */

/**
 * Checks a comment on its way in and brings it into the form that is stored.
 * @param {unknown} input the parsed body
 * @param {{maxlength: number, words: ReturnType<import('./messages.js').wordsFor>}} options
 * @returns {Draft}
 */
export function readDraft(input, {maxlength, words}) {
  if (!isObject(input)) throw new Problem(400, {detail: 'The body must be a JSON object.'});
  const errors = [];
  const attempt = (field, read, value) => {
    const {message, value: result} = read(value, words);
    if (message) errors.push({field, message});
    return result;
  };

  const author = input.author ?? {};
  const article = attempt('article', readArticle, input.article);
  const text = attempt('text', (value) => readText(value, maxlength, words), input.text);
  if (!isObject(author)) errors.push({field: 'author', message: words.authorInvalid});
  const name = attempt('author.name', readName, author.name);
  const address = attempt('author.email', readEmail, author.email);
  const parentId = attempt('parentId', readParent, input.parentId);
  if (errors.length > 0) throw invalidDraft(errors, text, maxlength);
  return {article, text, name, email: address, parentId};
}

/** The problem that answers a comment with faults, each told by its field. */
export function invalidDraft(errors, text = '', maxlength = Infinity) {
  const count = countCharacters(text);
  if (count <= maxlength) {
    return new Problem(422, {name: 'invalid-comment', title: 'The comment is not valid', errors});
  }
  const title = 'The comment is too long';
  return new Problem(422, {name: 'text-too-long', title, errors, max: maxlength, count, unit: countUnit});
}

/**
 * Checks the query of a list.
 * @returns {{article: string, order: 'newest' | 'oldest', limit: number, after?: number}}
 */
export function readQuery(query, words) {
  const {value: article, message} = readArticle(query.article, words);
  const {order = 'newest', limit = '20', cursor} = query;
  if (message) throw badQuery('article', message);
  if (order !== 'newest' && order !== 'oldest') throw badQuery('order', 'Use newest or oldest.');
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > limits.pageSize) {
    throw badQuery('limit', `Use a whole number from 1 to ${limits.pageSize}.`);
  }
  if (cursor === undefined) return {article, order, limit: Number(limit)};
  const after = typeof cursor === 'string' ? decodeCursor(cursor, {article, order}) : undefined;
  if (!after) throw badQuery('cursor', 'This cursor does not belong to this article and order.');
  return {article, order, limit: Number(limit), after};
}

/**
 * Reads the query of counts: one article, or several. What cannot be an article's id is left out, so that one bad
 * teaser does not cost a page all its numbers.
 * @returns {Map<string, string>} the articles as they were asked for, and as they are stored
 */
export function readArticles(query, words) {
  const asked = Array.isArray(query.article) ? query.article : [query.article];
  if (asked.length > limits.counts) throw badQuery('article', `At most ${limits.counts} can be asked for.`);
  if (query.article === undefined) throw badQuery('article', words.articleInvalid);
  return new Map(asked.map((article) => [article, readArticle(article, words).value]).filter(([, id]) => id));
}

/** Checks the Idempotency-Key header, which every comment sent as JSON must carry. */
export function readKey(key) {
  if (key === undefined) throw new Problem(400, {detail: 'The header Idempotency-Key is missing.'});
  if (key.length > limits.idempotencyKey || !/^[\x21-\x7e]+$/.test(key)) {
    const detail = `Idempotency-Key takes 1 to ${limits.idempotencyKey} visible ASCII characters.`;
    throw new Problem(400, {detail});
  }
  return key;
}

function badQuery(field, message) {
  const errors = [{field, message}];
  return new Problem(400, {name: 'invalid-query', title: 'The query is not valid', errors});
}

function readArticle(value, words) {
  const fits = typeof value === 'string' && value.isWellFormed() && !control.test(value) && !isBlank(value);
  const article = fits ? value.normalize('NFC') : '';
  return fits && countCharacters(article) <= limits.article
    ? {value: article}
    : {message: words.articleInvalid};
}

function readText(value, maxlength, words) {
  const text = typeof value === 'string' ? cleanText(value) : '';
  const count = countCharacters(text);
  if (isBlank(text)) return {message: words.textMissing};
  if (count > maxlength) return {value: text, message: words.textTooLong(count, maxlength)};
  return {value: text};
}

function readName(value = '', words) {
  if (value !== null && typeof value !== 'string') return {message: words.nameInvalid};
  const name = cleanLine(value ?? '');
  if (isBlank(name)) return {value: words.guest};
  return countCharacters(name) > limits.name ? {message: words.nameTooLong(limits.name)} : {value: name};
}

function readEmail(value, words) {
  if (value === undefined || value === null || value === '') return {};
  const address = typeof value === 'string' ? cleanLine(value) : '';
  return email.test(address) && countCharacters(address) <= limits.email
    ? {value: address}
    : {message: words.emailInvalid};
}

function readParent(value, words) {
  if (value === undefined || value === null || value === '') return {};
  return typeof value === 'string' ? {value} : {message: words.parentMissing};
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
