/**
 * The words that a reader sees in the first element that fits a selector: shadow roots and slots are followed, hidden
 * elements are not. One line for each block.
 * @param {import('puppeteer-core').Page} page
 * @param {string} [selector]
 * @returns {Promise<string>}
 */
export async function shownText(page, selector = 'body') {
  const text = await page.$eval(selector, collect);
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

/** Runs in the page. */
function collect(root) {
  let text = '';
  const visit = (node) => {
    if (node instanceof Text) text += node.data.replaceAll('\n', ' ');
    if (!(node instanceof Element) || node.matches('script, style, textarea, .visually-hidden')) return;
    if (node.localName === 'slot') {
      if (node.hidden) return;
      for (const child of node.assignedNodes().length ? node.assignedNodes() : node.childNodes) visit(child);
      return;
    }
    if (!node.checkVisibility({visibilityProperty: true, opacityProperty: true})) return;
    const breaks = node.localName === 'br' || !getComputedStyle(node).display.startsWith('inline');
    if (breaks) text += '\n';
    for (const child of (node.shadowRoot ?? node).childNodes) visit(child);
    if (breaks) text += '\n';
  };
  visit(root);
  return text;
}
