import type {CSSResult} from 'lit';

/** Gives the styles to the document or shadow root in which a node stands, once. */
export function adoptStyles(node: Node, {styleSheet}: CSSResult): void {
  const {adoptedStyleSheets} = node.getRootNode() as Document | ShadowRoot;
  if (!adoptedStyleSheets.includes(styleSheet!)) adoptedStyleSheets.push(styleSheet!);
}
