import {adoptStyles, html, nothing, type LitElement, type TemplateResult} from 'lit';
import {say, type ArticleLocale, type Values, type WordKey} from '../locales/registry.js';
import {zoomWords} from '../locales/zoom-words.js';
import {controls} from '../shared/shared.styles.js';
import {largestSource} from './largest-source.js';
import styles from './zoom.styles.js';

/** What a photo tells about itself. */
export interface ZoomSubject {
  /** Its pictures that are not broken. */
  pictures: () => HTMLImageElement[];
  /** The words around it. */
  locale: () => ArticleLocale;
}

interface Slide {
  src: string;
  alt: string;
  caption: Node[][];
}

/** The larger view of a photo: its button and its dialog. Only pages with a zoomable photo load it. */
export class Zoom {
  #host: LitElement;
  #subject: ZoomSubject;
  #slides: Slide[] = []; // none until asked for, so that nothing is fetched in vain
  #index = 0;

  constructor(host: LitElement, subject: ZoomSubject) {
    this.#host = host;
    this.#subject = subject;
    const {elementStyles} = host.constructor as typeof LitElement;
    adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, controls, styles]);
    host.renderRoot.addEventListener('click', this.#onPictureClick);
  }

  /** Closes the dialog. */
  close(): void {
    this.#find<HTMLDialogElement>('dialog')?.close();
  }

  /** The button and the dialog, for the render of the photo. */
  draw(): TemplateResult {
    const slides = this.#slides;
    return html`<button
        part="zoom-button"
        type="button"
        aria-haspopup="dialog"
        aria-label=${this.#say('zoomPhoto')}
        @click=${() => this.#open(0)}
      >
        +
      </button>
      <dialog
        part="dialog"
        aria-label=${this.#say('enlargedPhoto')}
        @click=${closeBesidePicture}
        @keydown=${this.#onKey}
      >
        <form method="dialog"><button part="close-button" aria-label=${this.#say('close')}>×</button></form>
        <div class="strip" tabindex=${slides.length > 1 ? 0 : nothing} @scroll=${this.#onScroll}>
          ${slides.map(({src, alt}) => html`<div class="slide"><img src=${src} alt=${alt} /></div>`)}
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

  #open(index: number): void {
    const shared = this.#sharedCaption();
    this.#slides = this.#subject.pictures().map((picture) => {
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
    this.#find('[part=zoom-button]')!.focus(); // focus comes back here, and Safari does not focus what is clicked
    this.#find<HTMLDialogElement>('dialog')!.showModal();
    void this.#host.updateComplete.then(() => this.#show(index, 'instant'));
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
    const step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault(); // the browser would scroll too
    const {direction} = getComputedStyle(event.currentTarget as Element);
    this.#show(this.#index + (direction === 'rtl' ? -step : step));
  };

  #onPictureClick = (event: Event): void => {
    const picture = event.target as HTMLImageElement;
    const index = this.#subject.pictures().indexOf(picture);
    if (index >= 0 && !event.defaultPrevented && !picture.closest('a, button') && this.#find('dialog')) {
      this.#open(index);
    }
  };

  #find<T extends HTMLElement>(selector: string): T | null {
    return this.#host.renderRoot.querySelector<T>(selector);
  }

  #say(key: WordKey, values?: Values): string {
    return say(this.#subject.locale(), key, values, zoomWords);
  }
}

function closeBesidePicture({target, currentTarget}: Event): void {
  if ((target as Element).matches('dialog, .slide')) (currentTarget as HTMLDialogElement).close();
}
