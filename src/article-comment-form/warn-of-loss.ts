/* Where storage is full or blocked, what was typed lives in the page alone. Pages load this when that happens. */

const watched = new WeakSet<Element>();

/** Lets the browser ask before a page is left whose draft cannot be kept, as long as the form is on it. */
export function warnOfLoss(form: Element, save: () => boolean): void {
  if (watched.has(form)) return;
  watched.add(form);
  addEventListener('beforeunload', function ask(event) {
    if (form.isConnected) {
      if (!save()) event.preventDefault();
      return;
    }
    watched.delete(form);
    removeEventListener('beforeunload', ask);
  });
}
