import type {LitElement} from 'lit';

/** The text of an `<article-date>` or `<article-clock>` as it is read; the author's own where the element keeps it. */
export async function written(root: ParentNode, selector: string): Promise<string> {
  const element = root.querySelector<LitElement>(selector)!;
  await element.updateComplete;
  return (element.renderRoot.querySelector('time') ?? element).textContent!.trim();
}
