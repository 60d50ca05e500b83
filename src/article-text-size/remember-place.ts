/** A letter, where it stood, and how far the page was scrolled when it was there again. */
interface Place {
  text: Text;
  at: number;
  top: number;
  scrolled?: number;
}

// Until the reader scrolls it is the same letter: chosen anew at each step, it would drift.
const places = new WeakMap<HTMLElement, Place>();

/** Notes what stands at the top of the window, or of the box that scrolls it; the answer scrolls it back there. */
export function rememberPlace(target: HTMLElement): () => void {
  let scroller: Element | null = target;
  while (scroller && !scroller.scrollTop) scroller = scroller.parentElement;
  const view = scroller ?? document.scrollingElement!;
  const edge = Math.max(0, view.getBoundingClientRect().top);
  const {top: start, bottom: end} = target.getBoundingClientRect();
  const range = new Range();
  const measure = (text: Text, from: number, to: number) => {
    range.setStart(text, from);
    range.setEnd(text, Math.min(to, text.length));
    const {top, bottom} = range.getBoundingClientRect();
    // Safari, the engine that does not tell an element's zoom, measures from the document's edge in zoomed pixels.
    const zoom =
      'currentCSSZoom' in target
        ? 1
        : +getComputedStyle(target).getPropertyValue('--article-text-scale') || 1;
    const shown = (y: number) => (y + scrollY) * zoom - scrollY;
    return {top: shown(top), isBelow: bottom > top && shown(bottom) > edge}; // white space has no height
  };
  const findLetter = (): Place | undefined => {
    const texts = document.createTreeWalker(target, NodeFilter.SHOW_TEXT);
    let found: Place | undefined;
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      let [at, after] = [0, text.length];
      const whole = measure(text, at, after);
      if (!whole.isBelow || (found && whole.top >= found.top)) continue;
      while (after - at > 1) {
        const middle = (at + after) >> 1;
        if (measure(text, 0, middle).isBelow) after = middle;
        else at = middle;
      }
      const {top} = measure(text, at, at + 2); // two, for one may be half an emoji
      if (!found || top < found.top) found = {text, at, top}; // of the cells of a row, the one whose line is there
    }
    return found;
  };
  let place = places.get(target);
  if (place?.scrolled !== view.scrollTop || !target.contains(place.text) || !place.text.data[place.at])
    place = start > edge ? undefined : findLetter();
  return () => {
    if (start > edge) return; // it begins within the window
    const moved = place
      ? measure(place.text, place.at, place.at + 2).top - place.top
      : target.getBoundingClientRect().bottom - end;
    view.scrollBy({top: moved, behavior: 'instant'});
    if (place) places.set(target, {...place, scrolled: view.scrollTop});
  };
}
