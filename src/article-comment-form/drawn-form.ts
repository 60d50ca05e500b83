import {html, nothing, type TemplateResult} from 'lit';
import type {WordKey} from '../locales/registry.js';
import type {ArticleCommentForm} from './article-comment-form.element.js';

type Say = (key: WordKey) => string;

/** The form that the element draws where the page has none of its own. */
export function drawFields(host: ArticleCommentForm, say: Say): TemplateResult {
  const {userName, askName, askEmail, requireName, maxlength} = host;
  const guest = !userName;
  return html`<form part="form" novalidate>
    ${guest && (askName || requireName) ? drawField('name', 'text', requireName, say) : nothing}
    ${guest && askEmail ? drawField('email', 'email', false, say) : nothing}
    <article-comment-box
      part="box"
      exportparts="label, textarea, counter, over, hint, error: box-error"
      maxlength=${maxlength || nothing}
    ></article-comment-box>
    <button part="submit-button">${say('send')}</button>
  </form>`;
}

function drawField(name: 'name' | 'email', type: string, required: boolean, say: Say): TemplateResult {
  return html`<label part="field"
    >${say(name)} <input name=${name} type=${type} autocomplete=${name} maxlength="200" ?required=${required}
  /></label>`;
}

/**
 * Whether a key sends the comment: Ctrl or Command with Enter. Enter that ends a composition is the reader's way of
 * choosing a word, and sends nothing, not even a form of one field. Safari says so only by the key code.
 */
export function sendsComment(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter') return false;
  const composing = event.isComposing || event.keyCode === 229;
  const sends = !composing && (event.ctrlKey || event.metaKey);
  const target = event.composedPath()[0] as Element;
  if (sends || (composing && target.localName === 'input')) event.preventDefault();
  return sends;
}
