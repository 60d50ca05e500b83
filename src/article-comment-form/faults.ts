import {CommentError} from '../comments/errors.js';
import type {Values, WordKey} from '../locales/registry.js';
import {countUnits, type CountUnit} from '../text/count.js';
import type {CommentFields} from './fields.js';

type Say = (key: WordKey, values?: Values) => string;

const blank = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}]*$/u; // the Hangul filler is among the latter

/** What the server need not be asked about. */
export function findFault({text, name, email}: CommentFields, say: Say): CommentError | undefined {
  const fault = (field: string, key: WordKey, values?: Values): CommentError =>
    new CommentError('invalid', {fields: [{field, message: say(key, values)}]});
  if (blank.test(text.value)) return fault('text', 'commentMissing');
  if (name?.required && blank.test(name.value)) return fault('name', 'needName');
  if (email && !email.checkValidity()) return fault('email', 'needEmail');
  if (!('overLimit' in text && text.overLimit)) return undefined;
  return fault('text', 'commentTooLong', {n: -text.remaining});
}

/** Marks name and e-mail as wrong until they are changed, and gives the first wrong field. The box speaks for itself. */
export function markFaults(
  {text, name, email}: CommentFields,
  {fields = []}: CommentError,
  say: Say,
): HTMLElement {
  const wrong = fields.map((fault) => {
    const isEmail = fault.field.includes('mail');
    fault.message ||= say(isEmail ? 'needEmail' : 'needName');
    const input = isEmail ? email : /name|author/.test(fault.field) ? name : undefined;
    if (input) mark(input, fault.message);
    return input ?? text;
  });
  return wrong[0] ?? text;
}

function mark(input: HTMLInputElement, message: string): void {
  // From the page's own field no id leads to the words in the shadow root.
  const [about, value] =
    input.getRootNode() instanceof ShadowRoot ? ['aria-describedby', 'error'] : ['aria-description', message];
  input.setAttribute('aria-invalid', 'true');
  input.setAttribute(about!, value!);
  const unmark = (): void => ['aria-invalid', about!].forEach((mine) => input.removeAttribute(mine));
  for (const type of ['input', 'change']) input.addEventListener(type, unmark, {once: true});
  input.form?.addEventListener('submit', unmark, {once: true, capture: true});
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
