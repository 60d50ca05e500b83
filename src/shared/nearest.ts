/** The value of an attribute on the element itself or its nearest ancestor, looked up through shadow boundaries. */
export function nearestAttribute(element: Element, attribute: string): string | null {
  return nearestElement(element, `[${attribute}]`)?.getAttribute(attribute) ?? null;
}

/** The element itself or its nearest ancestor that fits a selector, looked up through shadow boundaries. */
export function nearestElement(element: Element | null, selector: string): Element | null {
  for (let from = element; from; from = hostOf(from)) {
    const found = from.closest(selector);
    if (found) return found;
  }
  return null;
}

/** The element whose shadow root a node is in. */
export function hostOf(node: Node): Element | null {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null; // a document may have a form that is named "host"
}
