const most = 4;

/** A point of the window. */
interface Point {
  x: number;
  y: number;
}

/** Two fingers on a picture or on a trackpad enlarge it, and a double press does for those who have one finger. */
export class Pinch {
  /** For Lit: the browser would enlarge the page as well, if that were not prevented. */
  readonly passive = false;

  #last?: Point & {distance: number}; // of two fingers: what is between them

  handleEvent(event: TouchEvent | WheelEvent | MouseEvent): void {
    const slide = (event.target as Element).closest<HTMLElement>('.slide')!;
    if ('touches' in event) return this.#follow(slide, event);
    const {type, ctrlKey, deltaY, clientX: x, clientY: y} = event as WheelEvent;
    if (type === 'dblclick') enlarge(slide, scaleOf(slide) > 1 ? 0 : 2, {x, y});
    if (!ctrlKey || !deltaY) return; // with it, browsers tell of two fingers on a trackpad
    event.preventDefault();
    enlarge(slide, Math.exp(-deltaY / 100), {x, y});
  }

  #follow(slide: HTMLElement, event: TouchEvent): void {
    const [a, b, more] = event.touches;
    const last = this.#last;
    this.#last = undefined;
    if (!a || !b || more) return;
    if (event.cancelable) event.preventDefault();
    const middle = {x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2};
    const distance = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) || 1;
    this.#last = {...middle, distance};
    if (last) enlarge(slide, distance / last.distance, middle, last);
  }
}

function scaleOf(slide: HTMLElement): number {
  return Number(slide.style.getPropertyValue('--scale') || 1);
}

/** Enlarges the picture of a slide by a factor; what was at one point is then at the other. With 0 it is as before. */
export function enlarge(slide: HTMLElement, factor: number, to?: Point, from = to): void {
  const picture = slide.firstElementChild as HTMLElement;
  const before = picture.getBoundingClientRect();
  const usual = before.width / scaleOf(slide);
  const scale = Math.min(most, Math.max(1, scaleOf(slide) * factor));
  slide.style.setProperty('--scale', `${scale}`);
  picture.style.inlineSize = scale > 1 ? `${usual * scale}px` : '';
  const after = picture.getBoundingClientRect();
  const {left, top, width, height} = slide.getBoundingClientRect();
  const middle = {x: left + width / 2, y: top + height / 2};
  const {x, y} = from ?? middle;
  const growth = after.width / before.width || 1;
  slide.scrollBy(
    after.left + (x - before.left) * growth - (to ?? middle).x,
    after.top + (y - before.top) * growth - (to ?? middle).y,
  );
}
