import type {ReactiveElement} from 'lit';
import {followers, renderAgain} from '../locales/registry.js';

/** The attributes that a page sets once, on any ancestor, for every widget inside. */
const inherited = ['lang', 'data-time-zone'];

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

// One observer for the whole page: a thousand dates must not mean a thousand observers.
let observer: MutationObserver | undefined;
let observed = new WeakSet<Node>();

/**
 * Renders the element again whenever an inherited attribute changes around it or a language is registered. Returns the
 * way to stop.
 */
export function followContext(element: ReactiveElement): () => void {
  observer ??= new MutationObserver(renderAgain);
  followers.add(element);
  for (let node: Element | null = element; node; node = hostOf(node)) observe(node.getRootNode());
  return () => {
    followers.delete(element);
    if (followers.size) return;
    observer?.disconnect();
    observer = undefined;
    observed = new WeakSet();
  };
}

function observe(root: Node): void {
  if (observed.has(root)) return;
  observed.add(root);
  observer?.observe(root, {subtree: true, attributes: true, attributeFilter: inherited});
}
