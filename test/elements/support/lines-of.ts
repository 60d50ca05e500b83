/** How many syllables stand on each line of a heading. */
export function linesOf(heading: Element): number[] {
  const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  const lines = new Map<number, number>();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const {index, 0: syllable} of (node as Text).data.matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + syllable.length);
      const top = Math.round(range.getBoundingClientRect().top);
      lines.set(top, (lines.get(top) ?? 0) + 1);
    }
  }
  return [...lines.values()];
}
