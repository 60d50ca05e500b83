import {html, nothing, type TemplateResult} from 'lit';
import {ArticleElement} from '../shared/article-element.js';
import {followLightContent, hasContent, isBlank} from '../shared/light-content.js';
import {controls, hidden} from '../shared/shared.styles.js';
import {largestSource} from './largest-source.js';
import styles from './article-photo.styles.js';

/** The page's pictures, but none from its caption, and none meant for browsers without video. */
const pagePictures = 'img:not(video img, :scope > [slot], :scope > [slot] img)';

/**
 * A photo, or several, with a caption and a credit that stand apart.
 *
 * @tag article-photo
 * @slot - The page's own `img`, `picture`, `video` or `figure`; several make a group with one caption.
 * @slot caption - What the picture shows.
 * @slot credit - Who took it.
 * @csspart figure - All of it.
 * @csspart media - The box of the pictures.
 * @csspart image - The picture made from `src`.
 * @csspart caption - The line under the picture, with caption and credit.
 * @csspart credit - The credit.
 * @csspart zoom-button - Opens the large picture; there only with `zoomable`.
 * @csspart dialog - Shows the large picture.
 * @csspart close-button - Closes the dialog.
 * @csspart pictures - The large pictures, side by side.
 * @csspart dialog-caption - Caption and credit in the dialog.
 * @cssprop [--article-control-background=Canvas] - Ground of the buttons.
 */
export class ArticlePhoto extends ArticleElement {
  static override properties = {
    src: {},
    srcset: {},
    sizes: {},
    alt: {},
    width: {},
    height: {},
    caption: {},
    credit: {},
    zoomable: {type: Boolean},
  };

  static override styles = [hidden, controls, styles];

  /** Address of the picture, for pages that print no `img` of their own. */
  declare src: string | undefined;
  /** Its other sizes, as in `<img srcset>`. */
  declare srcset: string | undefined;
  /** How wide it stands on the page, as in `<img sizes>`. */
  declare sizes: string | undefined;
  /** What is to be seen, for those who do not see it; empty for decoration. */
  declare alt: string | undefined;
  /** Width of the picture's file in pixels; reserves the box together with `height`. */
  declare width: string | number | undefined;
  /** Height of the picture's file in pixels. */
  declare height: string | number | undefined;
  /** What the picture shows. */
  declare caption: string | undefined;
  /** Who took it. */
  declare credit: string | undefined;
  /** Offers to open the largest version of the picture. */
  declare zoomable: boolean;

  #hasOwn = false; // our own picture is shown, because the page put none into the slot
  #enlarged: {src: string; alt: string}[] = []; // empty until asked for, so that nothing is fetched in vain
  #texts: string[] = [];

  constructor() {
    super();
    this.zoomable = false;
    followLightContent(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dialog?.close();
  }

  protected override willUpdate(): void {
    this.#hasOwn = Boolean(this.src || this.srcset) && !this.#slotted('').some(hasContent);
  }

  protected override render(): TemplateResult {
    const caption = this.#isShown('caption');
    const credit = this.#isShown('credit');
    const zoom = this.zoomable && this.settled && (this.#hasOwn || this.querySelector(pagePictures));
    const media = html`<div part="media">
      <slot></slot>${this.#hasOwn ? this.#renderPicture() : nothing}${zoom ? this.#renderZoom() : nothing}
    </div>`;
    const texts = html`<span ?hidden=${!caption}><slot name="caption">${this.caption}</slot></span>
      <span part="credit" ?hidden=${!credit}><slot name="credit">${this.credit}</slot></span>`;
    const blank = !caption && !credit;
    // The figure of a CMS stays the only one; and a `figure` with a `figcaption` may not take another role.
    return this.settled && this.querySelector('figure')
      ? html`<div part="figure">
          ${media}
          <div part="caption" ?hidden=${blank}>${texts}</div>
        </div>`
      : html`<figure part="figure">
          ${media}
          <figcaption part="caption" ?hidden=${blank}>${texts}</figcaption>
        </figure>`;
  }

  // Beside the slot, not as its fallback: the white space of an indented template would count as content and hide it.
  #renderPicture(): TemplateResult {
    const {src, srcset, sizes, alt, width, height} = this;
    if (this.settled && (alt ?? null) === null) {
      const message = 'has no alt; write alt="" if the picture is decoration';
      this.problem({code: 'missing-alt', attribute: 'src', value: src, message});
    }
    return html`<img
      part="image"
      loading="lazy"
      decoding="async"
      alt=${alt ?? ''}
      width=${width ?? nothing}
      height=${height ?? nothing}
      sizes=${sizes ?? nothing}
      srcset=${srcset ?? nothing}
      src=${src ?? nothing}
    />`;
  }

  /* eslint-disable lit-a11y/click-events-have-key-events -- Escape is the key of a dialog, and native. */
  #renderZoom(): TemplateResult {
    const name = this.say('zoomPhoto');
    return html`<button part="zoom-button" type="button" aria-label=${name} @click=${this.#open}>+</button>
      <dialog part="dialog" aria-label=${name} @click=${this.#closeFromBackdrop}>
        <div part="pictures" tabindex="0">
          ${this.#enlarged.map(({src, alt}) => html`<img src=${src} alt=${alt} />`)}
        </div>
        ${this.#texts.map((text) => html`<p part="dialog-caption">${text}</p>`)}
        <form method="dialog"><button part="close-button" aria-label=${this.say('close')}>×</button></form>
      </dialog>`;
  }
  /* eslint-enable */

  #open(event: Event): void {
    const own = this.renderRoot.querySelectorAll<HTMLImageElement>('[part=image]');
    const pictures = [...own, ...this.querySelectorAll<HTMLImageElement>(pagePictures)];
    this.#enlarged = pictures.map((picture) => ({src: largestSource(picture), alt: picture.alt}));
    const slots = [...this.renderRoot.querySelectorAll<HTMLSlotElement>('[part=caption] slot')];
    const captions = slots.flatMap((slot) => slot.assignedNodes({flatten: true}));
    const texts = [...this.querySelectorAll('figcaption:not([slot])'), ...captions].map((node) =>
      node.textContent!.trim(),
    );
    this.#texts = texts.filter(Boolean);
    this.requestUpdate();
    (event.currentTarget as HTMLElement).focus(); // focus comes back here, and Safari does not focus what is clicked
    this.#dialog?.showModal();
  }

  #closeFromBackdrop(event: Event): void {
    if (event.target === event.currentTarget) this.#dialog?.close();
  }

  get #dialog(): HTMLDialogElement | null | undefined {
    return this.renderRoot?.querySelector('dialog');
  }

  /** What the page put into a slot. */
  #slotted(slot: string): Element[] {
    return this.settled ? [...this.children].filter((child) => child.slot === slot) : [];
  }

  /** On the server nobody knows what the page put into the slot, so it is shown. */
  #isShown(slot: 'caption' | 'credit'): boolean {
    const slotted = this.#slotted(slot);
    return slotted.length ? slotted.some(hasContent) : !this.settled || !isBlank(this[slot]);
  }
}
