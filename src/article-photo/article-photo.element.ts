import {html, nothing, type TemplateResult} from 'lit';
import {ArticleElement} from '../shared/article-element.js';
import {followLightContent, hasContent, isBlank} from '../shared/light-content.js';
import {controls, hidden} from '../shared/shared.styles.js';
import {largestSource} from './largest-source.js';
import styles from './article-photo.styles.js';

/** The page's pictures, but none from its caption. */
const pagePictures = 'img:not([slot], :scope > [slot] img)';

/**
 * A photo, or several, with a caption and a credit that stand apart.
 *
 * @tag article-photo
 * @slot - The page's own `img`, `picture` or `video`; several make a group with one caption.
 * @slot caption - What the picture shows.
 * @slot credit - Who took it.
 * @csspart figure - All of it.
 * @csspart media - The box of the pictures.
 * @csspart image - The picture made from `src`.
 * @csspart caption - The line under the picture, with caption and credit.
 * @csspart credit - The credit.
 * @csspart zoom-button - Opens the large picture; there only with `zoomable`.
 * @csspart dialog - Shows the large picture; a group is leafed through by swiping or with the arrow keys.
 * @csspart close-button - Closes the dialog.
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
  declare zoomable: boolean | undefined;

  #hasOwn?: boolean; // our own picture is shown, because the page put none into the slot
  #enlarged?: TemplateResult[]; // missing until asked for, so that nothing is fetched in vain

  constructor() {
    super();
    followLightContent(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dialog?.close();
  }

  protected override render(): TemplateResult {
    // What the page has filled. On the server nobody knows: there, these two are shown.
    const slots = this.settled
      ? [...this.children].filter(hasContent).map(({slot}) => slot)
      : ['caption', 'credit'];
    const caption = slots.includes('caption') || !isBlank(this.caption);
    const credit = slots.includes('credit') || !isBlank(this.credit);
    this.#hasOwn = !slots.includes('') && Boolean(this.src || this.srcset);
    return html`<figure part="figure">
      <div part="media" @load=${this.#judge} @error=${this.#judge}>
        ${this.zoomable && this.settled && this.#pictures().length ? this.#renderZoom() : nothing}
        <slot></slot>
        ${
          this.#hasOwn
            ? html`<img
                part="image"
                loading="lazy"
                alt=${this.alt ?? nothing}
                width=${this.width ?? nothing}
                height=${this.height ?? nothing}
                sizes=${this.sizes ?? nothing}
                srcset=${this.srcset ?? nothing}
                src=${this.src ?? nothing}
              />`
            : nothing
        }
      </div>
      <figcaption part="caption" ?hidden=${!caption && !credit}>
        <span ?hidden=${!caption}><slot name="caption">${this.caption}</slot></span>
        <span part="credit" ?hidden=${!credit}><slot name="credit">${this.credit}</slot></span>
      </figcaption>
    </figure>`;
  }

  /* eslint-disable lit-a11y/click-events-have-key-events -- Escape is the key of a dialog, and native. */
  #renderZoom(): TemplateResult {
    const name = this.say('zoomPhoto');
    return html`<button part="zoom-button" aria-label=${name} @click=${this.#open}>+</button>
      <dialog part="dialog" aria-label=${name} @click=${closeFromBackdrop}>
        <form method="dialog"><button part="close-button" aria-label=${this.say('close')}>×</button></form>
        ${this.#enlarged}
      </dialog>`;
  }
  /* eslint-enable */

  // A picture that loads or breaks: the events do not bubble, but those of slotted pictures can be captured here too.
  #judge = {capture: true, handleEvent: () => this.requestUpdate()};

  #open(event: Event): void {
    this.#enlarged = this.#pictures().map(
      (picture) => html`<img src=${largestSource(picture)} alt=${picture.alt} />`,
    );
    this.requestUpdate();
    (event.currentTarget as HTMLElement).focus(); // focus comes back here, and Safari does not focus what is clicked
    this.#dialog!.showModal();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  /** The pictures that are not broken; `null` stands for our own in the render that makes it. */
  #pictures(): HTMLImageElement[] {
    const own = this.renderRoot.querySelector<HTMLImageElement>('[part=image]')!;
    const pictures = this.#hasOwn ? [own] : [...this.querySelectorAll<HTMLImageElement>(pagePictures)];
    return pictures.filter((picture) => !picture?.complete || picture.naturalWidth);
  }
}

function closeFromBackdrop({target, currentTarget}: Event): void {
  if (target === currentTarget) (target as HTMLDialogElement).close();
}
