import type {ReactiveElement} from 'lit';

/** Whether there is nothing to read: white space of any kind, which editors leave behind, is nothing. */
export function isBlank(text: string | null | undefined): boolean {
  return !/[^\s\u200b]/.test(text ?? '');
}

/** Whether a node of the page shows something: words, media, or another widget, whose inside is not ours to judge. */
export function hasContent(node: Node): boolean {
  if (node.nodeType !== Node.COMMENT_NODE && !isBlank(node.textContent)) return true;
  if (!(node instanceof Element)) return false;
  return [node, ...node.querySelectorAll('*')].some(({localName}) =>
    /-|^(img|svg|video|iframe)$/.test(localName),
  );
}

/** Renders the element again whenever its light content changes; `slotchange` misses new words in an old element. */
export function followLightContent(element: ReactiveElement): void {
  let observer: MutationObserver | undefined;
  element.addController({
    hostConnected() {
      observer ??= new MutationObserver(() => element.requestUpdate());
      observer.observe(element, {
        childList: true,
        characterData: true,
        subtree: true,
        attributeFilter: ['slot'],
      });
    },
    hostDisconnected() {
      observer?.disconnect();
    },
  });
}
