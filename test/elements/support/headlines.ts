/** How many syllables stand on each line of a heading, in `héc-ta` two. */
export function linesOf(heading: Element): number[] {
  const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  const lines = new Map<number, number>();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const {index, 0: syllable} of (node as Text).data.matchAll(/[^\s-]+-?/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + syllable.length);
      // Where a line begins within a word, WebKit has an empty box at the end of the line before.
      const box = [...range.getClientRects()].find(({width}) => width);
      if (!box) continue;
      const top = Math.round(box.top);
      lines.set(top, (lines.get(top) ?? 0) + 1);
    }
  }
  return [...lines.values()];
}

/** Until a headline stands as its size, or its words, now have it. */
export async function drawn(): Promise<void> {
  for (let frames = 0; frames < 3; frames++) {
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Whether the last two words of a heading fit on one line of it. */
export function pairFits(heading: HTMLElement): boolean {
  const measure = document.createElement('span');
  measure.style.cssText = 'position: absolute; white-space: nowrap';
  measure.textContent = /[^\s-]+\s+\S+\s*$/.exec(heading.textContent)![0].trim();
  heading.append(measure);
  const fits = measure.getBoundingClientRect().width <= heading.getBoundingClientRect().width;
  measure.remove();
  return fits;
}
