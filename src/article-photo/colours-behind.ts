/** Ground and colour of the words where an element stands; none where that is a picture, a mixture, or the browser's own. */
export function coloursBehind(element: Element): string[] {
  let at: Element | null = element;
  while (at) {
    const {backgroundColor, backgroundImage} = getComputedStyle(at);
    if (backgroundImage !== 'none') break;
    if (!/^rgba|\//.test(backgroundColor)) return [backgroundColor, getComputedStyle(element).color];
    if (!backgroundColor.endsWith(', 0)')) break;
    at = at.assignedSlot ?? at.parentElement ?? hostOf(at);
  }
  return [];
}

function hostOf(node: Node): Element | null {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
