/** What a widget was given: the property, which a page may set alone, else the attribute of a tag not registered. */
export function given(element: Element, name: string, property = name): unknown {
  return (element as unknown as Record<string, unknown>)[property] ?? element.getAttribute(name) ?? undefined;
}

/** The words of an element, or of a text, on one line; empty where there are none. */
export function textOf(source: unknown): string {
  const text = typeof source === 'string' ? source : (source as Node | null | undefined)?.textContent;
  return (text ?? '').replace(/[\s\u200b]+/g, ' ').trim();
}

/** A whole address on the web, or none. */
export function addressOf(node: Node, href: unknown): string | undefined {
  if (typeof href !== 'string' || !href.trim()) return undefined;
  try {
    const {protocol, href: address} = new URL(href, node.baseURI);
    return /^https?:$/.test(protocol) ? address : undefined;
  } catch {
    return undefined;
  }
}
