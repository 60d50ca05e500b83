/** The text of an element as a reader sees it: its shadow root's, with slots in place and hidden parts left out. */
export function shownText(element: Element): string {
  return textOf(element).replace(/\s+/g, ' ').trim();
}

function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (!(node instanceof Element)) return '';
  const style = getComputedStyle(node);
  if (style.display === 'none' || style.visibility === 'hidden' || node.localName === 'style') return '';
  const text = childrenOf(node).map(textOf).join('');
  return style.display.startsWith('inline') || style.display === 'contents' ? text : ` ${text} `;
}

function childrenOf(element: Element): Node[] {
  if (element.shadowRoot) return [...element.shadowRoot.childNodes];
  if (element instanceof HTMLSlotElement && element.assignedNodes().length) return element.assignedNodes();
  return [...element.childNodes];
}
