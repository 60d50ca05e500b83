import type {ArticleCommentBox} from '../article-comment-box/article-comment-box.element.js';
import type {DraftText} from '../comments/drafts.js';
import {normalizeText} from '../text/count.js';

/** Where the name is kept that a reader gives everywhere. */
export const nameKey = 'article-comment-name';

/** The fields of a comment form, the page's own or the drawn one. */
export interface CommentFields {
  form: HTMLFormElement;
  text: HTMLTextAreaElement | ArticleCommentBox;
  name?: HTMLInputElement;
  email?: HTMLInputElement;
}

/** Finds the fields by their names; nothing when there is none to write a comment in. */
export function findFields(form: HTMLFormElement): CommentFields | undefined {
  const find = <T extends Element>(selector: string): T | undefined =>
    form.querySelector<T>(selector) ?? undefined;
  const text = find<CommentFields['text']>('article-comment-box,textarea[name=comment],textarea[name=text]');
  const name = find<HTMLInputElement>('input[name=name],input[name=author]');
  return text && {form, text, name, email: find('input[name=email]')};
}

/** What the fields of a form ask for. */
export function readAsks({name, email}: Partial<CommentFields> = {}): Asks {
  return {name: Boolean(name), requireName: Boolean(name?.required), email: Boolean(email)};
}

/** What a draft keeps of the fields. */
export function readDraft({text, name}: CommentFields): DraftText {
  return {text: normalizeText(text.value), name: name?.value.trim()};
}

/** What a form asks guests for. */
export interface Asks {
  name: boolean;
  requireName: boolean;
  email: boolean;
}
