import {html, nothing, type LitElement, type TemplateResult} from 'lit';
import type {ArticleCommentForm} from '../article-comment-form/article-comment-form.js';
import {findFields} from '../article-comment-form/fields.js';
import type {CommentAuthorFields} from '../comments/types.js';

export interface FormHost extends LitElement {
  userName: string | undefined;
  maxlength: number | undefined;
  asks: CommentAuthorFields | undefined;
  closed: boolean;
  state: string;
}

interface Form {
  part: string;
  /** The comment that it answers. */
  id?: string;
  hidden?: boolean;
  asks?: CommentAuthorFields;
}

/** A form of the element's own. */
export function drawForm({userName, maxlength}: FormHost, {part, id, hidden, asks}: Form): TemplateResult {
  return html`<article-comment-form
    part=${part}
    ?hidden=${hidden}
    parent-id=${id ?? nothing}
    user-name=${userName ?? nothing}
    maxlength=${maxlength ?? nothing}
    ?ask-name=${asks?.name}
    ?require-name=${asks?.requireName}
    ?ask-email=${asks?.email}
  ></article-comment-form>`;
}

/** Whether nothing stands in a form, or there is none. */
export function isEmpty(element?: ArticleCommentForm | null): boolean {
  const form = element?.querySelector('form') ?? element?.shadowRoot?.querySelector('form');
  return !(form && findFields(form)?.text.value.trim());
}
