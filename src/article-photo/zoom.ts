import {adoptStyles, html, nothing, type LitElement, type TemplateResult} from 'lit';
import {say, type Values, type WordKey} from '../locales/registry.js';
import {zoomWords} from '../locales/zoom-words.js';
import {largestSource} from './largest-source.js';
import type {ArticleElement} from '../shared/article-element.js';
import {coloursBehind} from './colours-behind.js';
import {enlarge, Pinch} from './pinch.js';
import styles from './zoom.styles.js';

interface Slide {
  src: string;
  alt: string;
  caption: Node[][];
}

/** The larger view of a photo: a dialog. It is loaded when a reader is about to open one. */
export class Zoom {
  #host: ArticleElement;
  #pictures: () => HTMLImageElement[];
  #slides: Slide[] = []; // none until asked for, so that nothing is fetched in vain
  #index = 0;
  #pinch = new Pinch();

  /** `pictures` gives those of the photo that are not broken. */
  constructor(host: ArticleElement, pictures: () => HTMLImageElement[]) {
    this.#host = host;
    this.#pictures = pictures;
    const {elementStyles} = host.constructor as typeof LitElement;
    adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, styles]);
  }

  /** Closes the dialog. */
  close(): void {
    this.#find<HTMLDialogElement>('dialog')?.close();
  }

  /** The dialog, for the render of the photo. */
  draw(): TemplateResult {
    const slides = this.#slides;
    return html`<dialog
      part="dialog"
      aria-label=${this.#say('enlargedPhoto')}
      @click=${closeBesidePicture}
      @keydown=${this.#onKey}
    >
      <form method="dialog"><button part="close-button" aria-label=${this.#say('close')}>×</button></form>
      <div
        class="strip"
        part="dialog-media"
        tabindex=${slides.length > 1 ? 0 : nothing}
        @scroll=${this.#onScroll}
        @dblclick=${this.#pinch}
        @touchend=${this.#pinch}
        @touchmove=${this.#pinch}
        @wheel=${this.#pinch}
      >
        ${slides.map(
          ({src, alt}) => html`<div class="slide"><img part="dialog-image" src=${src} alt=${alt} /></div>`,
        )}
      </div>
      ${slides.length > 1 ? this.#drawSteps() : nothing}
      <div part="dialog-caption">
        ${slides[this.#index]?.caption.map((nodes) => html`<span>${nodes}</span>`)}
      </div>
    </dialog>`;
  }

  #drawSteps(): TemplateResult {
    const [n, total] = [this.#index + 1, this.#slides.length];
    const step = (part: string, key: WordKey, sign: string, to: number): TemplateResult =>
      html`<button
        part="${part}-button"
        type="button"
        aria-label=${this.#say(key)}
        aria-disabled=${!this.#slides[to]}
        @click=${() => this.#show(to)}
      >
        ${sign}
      </button>`;
    return html`${step('previous', 'previousPhoto', '‹', n - 2)}
      <span part="position" role="status">${this.#say('photoPosition', {n, total})}</span>
      ${step('next', 'nextPhoto', '›', n)}`;
  }

  /** Opens it at one of the pictures. */
  async open(index: number): Promise<void> {
    const shared = this.#sharedCaption();
    this.#slides = this.#pictures().map((picture) => {
      const figure = this.#host.contains(picture) && picture.closest('figure');
      const own = figure && figure.querySelector('figcaption');
      const caption = own ? [[...own.childNodes], ...shared] : shared;
      return {
        src: largestSource(picture),
        alt: picture.alt,
        caption: caption.map((nodes) => nodes.map((node) => node.cloneNode(true))),
      };
    });
    this.#index = index;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const dialog = this.#find<HTMLDialogElement>('dialog');
    if (!this.#host.isConnected || !dialog || dialog.open) return; // much may happen on a slow connection
    this.#find('[part=zoom-button]')!.focus(); // focus comes back here, and Safari does not focus what is clicked
    dialog.showModal();
    const [ground = '', color = ''] = coloursBehind(this.#host);
    dialog.style.setProperty('--page-background', ground);
    dialog.style.setProperty('--page-color', color);
    for (const slide of dialog.querySelectorAll<HTMLElement>('.slide')) enlarge(slide, 0);
    this.#show(index, 'instant');
  }

  /** Caption and credit, whether the page has put them into slots or into attributes. */
  #sharedCaption(): Node[][] {
    const slots = this.#host.renderRoot.querySelectorAll<HTMLSlotElement>(
      'figcaption > :not([hidden]) > slot',
    );
    return [...slots].map((slot) => slot.assignedNodes({flatten: true}));
  }

  #show(index: number, behavior: ScrollBehavior = 'auto'): void {
    const slide = this.#find('.strip')!.children[index];
    slide?.scrollIntoView({behavior, block: 'nearest', inline: 'center'});
  }

  #onScroll = ({currentTarget}: Event): void => {
    const {scrollLeft, clientWidth} = currentTarget as Element;
    const index = Math.round(Math.abs(scrollLeft) / clientWidth); // from right to left it counts below zero
    if (index === this.#index) return;
    this.#index = index;
    this.#host.requestUpdate();
  };

  #onKey = (event: KeyboardEvent): void => {
    const {key, altKey, ctrlKey, metaKey} = event;
    const x = {ArrowLeft: -1, ArrowRight: 1}[key] ?? 0;
    const y = {ArrowUp: -1, ArrowDown: 1}[key] ?? 0;
    const factor = {'+': 1.5, '=': 1.5, '-': 1 / 1.5}[key];
    const slide = this.#find('.strip')!.children[this.#index] as HTMLElement;
    if (!(x || y || factor) || altKey || ctrlKey || metaKey) return;
    event.preventDefault(); // the browser would scroll too
    if (factor) return enlarge(slide, factor);
    // An enlarged picture is moved first, and left where it ends.
    const {scrollLeft, scrollTop} = slide;
    slide.scrollBy(x * 99, y * 99);
    if (slide.scrollLeft !== scrollLeft || slide.scrollTop !== scrollTop) return;
    const {direction} = getComputedStyle(slide);
    this.#show(this.#index + (direction === 'rtl' ? -x : x));
  };

  #find<T extends HTMLElement>(selector: string): T | null {
    return this.#host.renderRoot.querySelector<T>(selector);
  }

  #say(key: WordKey, values?: Values): string {
    return say(this.#host['locale'], key, values, zoomWords);
  }
}

function closeBesidePicture({target, currentTarget}: Event): void {
  if ((target as Element).matches('dialog, .slide')) (currentTarget as HTMLDialogElement).close();
}
