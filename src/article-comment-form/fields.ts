import type {ArticleCommentBox} from '../article-comment-box/article-comment-box.element.js';
import type {DraftText} from '../comments/drafts.js';
import {CommentError} from '../comments/errors.js';
import type {Values, WordKey} from '../locales/registry.js';
import {countUnits, normalizeText, type CountUnit} from '../text/index.js';

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

/** What the fields of a form ask for. */
export function readAsks({name, email}: Partial<CommentFields> = {}): Asks {
  return {name: Boolean(name), requireName: Boolean(name?.required), email: Boolean(email)};
}

/** What the server need not be asked about; the focus goes to the field that it is in. */
export function findFault(
  {text, name, email}: CommentFields,
  say: (key: WordKey, values?: Values) => string,
): CommentError | undefined {
  const refuse = (field: HTMLElement, key: WordKey, values?: Values): CommentError => {
    field.focus();
    return new CommentError('invalid', {fields: [{field: '', message: say(key, values)}]});
  };
  if (!text.value.trim()) return refuse(text, 'commentMissing');
  if (name?.required && !name.value.trim()) return refuse(name, 'needName');
  if (email && !email.checkValidity()) return refuse(email, 'needEmail');
  if (!('overLimit' in text && text.overLimit)) return undefined;
  return refuse(text, 'commentTooLong', {n: -text.remaining});
}

/** Lets the box count as the server does, after it has refused a text as too long. */
export function takeLimit({text}: CommentFields, {max, unit}: CommentError): void {
  if (max) text.setAttribute('maxlength', String(max));
  if (countUnits.includes(unit as CountUnit)) text.setAttribute('count-unit', unit!);
}

/** Tells of a busy form by its buttons. They stay focusable: `disabled` would throw the focus away. */
export function markBusy({form}: CommentFields, busy: boolean): void {
  for (const button of form.querySelectorAll('button:not([type]), [type="submit"]')) {
    button.ariaDisabled = busy ? 'true' : null;
  }
}
