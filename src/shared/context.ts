import type {ReactiveElement} from 'lit';
import {followers, renderAgain} from '../locales/registry.js';
import {hostOf} from './nearest.js';

/** The attributes that a page sets once, on any ancestor, for every widget inside. */
const inherited = ['lang', 'data-time-zone'];

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
