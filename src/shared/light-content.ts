import type {ReactiveElement} from 'lit';

/** Whether there is nothing to read: white space of any kind, which editors leave behind, is nothing. */
export function isBlank(text: string | null | undefined): boolean {
  return !/[^\s\u200b]/.test(text ?? '');
}

/** Whether a node of the page shows something: words, media, or another widget, whose inside is not ours to judge. */
export function hasContent(node: Node): boolean {
  if (node instanceof Comment) return false;
  // The markup of an empty element tells what is in it; a text has none.
  return !isBlank(node.textContent) || /<(\w+-|img|svg|video|iframe)/.test((node as Element).outerHTML);
}

/**
 * Renders the element again whenever its light content changes; `slotchange` misses new words in an old element.
 * Nothing stops it, because it holds nothing but the element's own content, and goes with the element.
 */
export function followLightContent(element: ReactiveElement): void {
  // Waits for the first connection, which a server never makes: it has no observers.
  void element.updateComplete.then(() => {
    const observer = new MutationObserver(() => element.requestUpdate());
    observer.observe(element, {
      childList: true,
      characterData: true,
      subtree: true,
      attributeFilter: ['maxlength', 'aria-describedby'], // of a text area in a comment box
    });
  });
}
