import {html, nothing, type TemplateResult} from 'lit';
import {ArticleElement} from '../shared/article-element.js';
import {followLightContent, hasContent, isBlank} from '../shared/light-content.js';
import {controls, hidden} from '../shared/shared.styles.js';
import {largestSource} from './largest-source.js';
import styles from './article-photo.styles.js';

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
 * @cssprop [--article-photo-gap=0.25em] - Space between the pictures of a group.
 * @cssprop [--article-caption-size=0.9em] - Size of the caption's text.
 * @cssprop [--article-caption-color=inherit] - Colour of the caption's text.
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

  #media: Element[] = []; // what the page put into the default slot
  #enlarged: {src: string; alt: string}[] = []; // empty while the dialog is closed, so that nothing is fetched for it
  #pictureSettled = {handleEvent: () => this.requestUpdate(), capture: true}; // `load` and `error` do not bubble

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
    this.#media = this.#slotted('').filter(hasContent);
  }

  protected override render(): TemplateResult {
    // Not as the slot's fallback: the white space of an indented template would count as content and hide it.
    const own = !this.#media.length && Boolean(this.src || this.srcset);
    const caption = this.#isShown('caption');
    const credit = this.#isShown('credit');
    // The figure of a CMS stays the only one in the accessibility tree.
    const nested = this.#media.some((element) => element.matches('figure') || element.querySelector('figure'));
    return html`<figure part="figure" role=${nested ? 'presentation' : nothing}>
        <div part="media" @load=${this.#pictureSettled} @error=${this.#pictureSettled}>
          <slot></slot>${own ? this.#renderPicture() : nothing}${this.#canZoom(own) ? this.#renderButton() : nothing}
        </div>
        <figcaption part="caption" ?hidden=${!caption && !credit}>
          <span ?hidden=${!caption}><slot name="caption">${this.caption}</slot></span>
          <span part="credit" ?hidden=${!credit}><slot name="credit">${this.credit}</slot></span>
        </figcaption>
      </figure>
      ${this.zoomable && this.settled ? this.#renderDialog() : nothing}`;
  }

  #renderPicture(): TemplateResult {
    const {src, srcset, sizes, alt, width, height} = this;
    if (this.settled && (alt ?? undefined) === undefined) {
      const message = 'needs alt; say what the picture shows, or write alt="" if it is decoration';
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

  #renderButton(): TemplateResult {
    return html`<button part="zoom-button" type="button" aria-label=${this.say('zoomPhoto')} @click=${this.#zoom}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M14 4h6v6M10 20H4v-6M20 4l-7 7M4 20l7-7" /></svg>
    </button>`;
  }

  #renderDialog(): TemplateResult {
    const pictures = this.#enlarged;
    const group = pictures.length > 1;
    const caption = this.#words('caption');
    const credit = this.#words('credit');
    return html`<dialog
      part="dialog"
      aria-label=${this.say('zoomPhoto')}
      @click=${this.#closeFromBackdrop}
      @close=${this.#closed}
    >
      <div part="pictures" tabindex=${group ? 0 : nothing} ?autofocus=${group}>
        ${pictures.map(({src, alt}) => html`<img src=${src} alt=${alt} />`)}
      </div>
      <p part="dialog-caption" ?hidden=${!caption && !credit}>${caption} <small>${credit}</small></p>
      <form method="dialog"><button part="close-button" aria-label=${this.say('close')}>×</button></form>
    </dialog>`;
  }

  async #zoom(): Promise<void> {
    this.#enlarged = this.#pictures()
      .filter(isWhole)
      .map((picture) => ({src: largestSource(picture), alt: picture.alt}));
    this.requestUpdate();
    await this.updateComplete;
    if (this.isConnected && !this.#dialog?.open) this.#dialog?.showModal();
  }

  #closeFromBackdrop(event: Event): void {
    if (event.target === event.currentTarget) this.#dialog?.close();
  }

  #closed(): void {
    this.#enlarged = [];
    this.requestUpdate();
    this.renderRoot.querySelector<HTMLElement>('[part=zoom-button]')?.focus(); // Safari did not focus it when it was clicked
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

  #words(slot: 'caption' | 'credit'): string {
    const slotted = this.#slotted(slot).map((element) => element.textContent);
    return (slotted.length ? slotted.join(' ') : (this[slot] ?? '')).trim();
  }

  /** The pictures, ours or the page's; a video may hold an `img` for browsers without video. */
  #pictures(): HTMLImageElement[] {
    const within = this.#media.length ? this.#media : this.renderRoot.querySelectorAll('[part=image]');
    return [...within]
      .flatMap((element) => [element, ...element.querySelectorAll('img')])
      .filter((element) => element instanceof HTMLImageElement && !element.closest('video')) as HTMLImageElement[];
  }

  /** In the first render our own picture is not there yet; if it breaks, its `error` brings us back here. */
  #canZoom(own: boolean): boolean {
    if (!this.zoomable || !this.settled) return false;
    const pictures = this.#pictures();
    return pictures.some(isWhole) || (own && !pictures.length);
  }
}

function isWhole(picture: HTMLImageElement): boolean {
  return !picture.complete || picture.naturalWidth > 0;
}
