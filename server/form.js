import {createHash} from 'node:crypto';
import {cleanText} from './clean.js';
import {escapeHtml} from './html.js';
import {wordsFor} from './messages.js';

/** Whether a browser's own form was sent, without script: it wants pages for answers, not JSON. */
export function isForm(request) {
  return /^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '');
}

/**
 * Whether a page of another site sent the form, by what the browser says of that. A program that says nothing is no
 * page that could misuse a reader.
 */
export function isForeign({headers, host}, listed) {
  const {origin, 'sec-fetch-site': site} = headers;
  if (listed.includes(origin)) return false;
  // Where the browser says both, this holds also behind a proxy that renames the host.
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host);
}

/**
 * The key of what a form sent: of its field `key` and the comment. Pressed twice it is one comment; another text,
 * written into the same page by someone who went back to it, is another one.
 */
export function formKey({key}, draft) {
  return createHash('sha256')
    .update(JSON.stringify([key, draft]))
    .digest('base64url');
}

/** The fields of the form in the shape of the JSON body. `comment` is the comment box's own name. */
export function readForm(fields) {
  return {
    article: fields.article,
    text: fields.text ?? fields.comment,
    author: {name: fields.name, email: fields.email},
    parentId: fields.parentId,
  };
}

/** Where to send the reader: a path of this site, whatever the form says. */
export function pathBack(path) {
  const home = '/';
  if (typeof path !== 'string' || !path.startsWith('/')) return home;
  const site = 'http://site.invalid';
  const url = URL.canParse(path, site) ? new URL(path, site) : new URL(site);
  // `//host` and `/\host` name another site; `/.//host` turns into one when it is resolved.
  const stays = url.origin === site && !url.pathname.startsWith('//');
  return stays ? url.pathname + url.search : home;
}

/**
 * The page that says what went wrong and holds what was typed, ready to be sent again. It speaks the form's `lang`,
 * else the site's language: the browser's own may be neither.
 */
export function failurePage(problem, fields, siteLanguage) {
  const words = wordsFor(fields.lang, siteLanguage);
  const said = sentences(problem, words).map((sentence) => `<li>${escapeHtml(sentence)}</li>`);
  const text = cleanText(fields.text ?? fields.comment ?? '');
  const back = pathBack(fields.return);
  return `<!doctype html>
<html lang="${words.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words.formTitle}</title></head>
<body><main>
<h1>${words.formTitle}</h1>
<ul role="alert">${said.join('')}</ul>
<form method="post" action="/api/comments">
${['article', 'parentId', 'lang', 'key'].map((name) => hidden(name, fields[name])).join('')}${hidden('return', back)}
<p><label for="name">${words.nameLabel}</label> ${input('name', 'text', fields.name)}</p>
<p><label for="email">${words.emailLabel}</label> ${input('email', 'email', fields.email)}</p>
<p><label for="text">${words.textLabel}</label><br>
<textarea id="text" name="text" rows="8" cols="60">\n${escapeHtml(text)}</textarea></p>
<p><button>${words.send}</button></p>
</form>
<p><a href="${escapeHtml(back)}#comments">${words.back}</a></p>
</main></body>
</html>
`;
}

function sentences({statusCode: status, body, retryAfter}, words) {
  if (body.errors) return body.errors.map((error) => error.message);
  if (status === 403) return [body.detail];
  if (status === 413) return [words.tooLarge];
  if (status === 429) return [words.tooMany(retryAfter)];
  return [status < 500 ? words.refused : words.failed];
}

function hidden(name, value = '') {
  return `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`;
}

function input(name, type, value = '') {
  return `<input id="${name}" name="${name}" type="${type}" autocomplete="${name}" value="${escapeHtml(value)}">`;
}
