import {html, nothing, type TemplateResult} from 'lit';
import {ArticleElement} from '../shared/article-element.js';
import {followLightContent, hasContent, isBlank} from '../shared/light-content.js';
import {Lazy} from '../shared/lazy.js';
import {controls, hidden} from '../shared/shared.styles.js';
import styles from './article-photo.styles.js';
import type {Zoom} from './zoom.js';

/** The page's pictures, but none from its caption. */
const pagePictures = 'img:not([slot], :scope > [slot] img)';

const zoom = new Lazy(() => import('./zoom.js'));

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
 * @csspart caption-text - What the picture shows, without the credit.
 * @csspart credit - The credit.
 * @csspart zoom-button - Opens the large picture; there only with `zoomable`.
 * @csspart dialog - Shows the large picture over all of the window; a group is leafed through by swiping, with the
 *   arrow keys or with two buttons.
 * @csspart dialog-media - The row of the large pictures.
 * @csspart dialog-image - A large picture.
 * @csspart dialog-caption - Caption and credit under the large picture.
 * @csspart position - Says which picture of a group is shown.
 * @csspart previous-button - Shows the picture before.
 * @csspart next-button - Shows the picture after.
 * @csspart close-button - Closes the dialog.
 * @cssprop [--article-control-background=Canvas] - Ground of the buttons.
 * @cssprop [--article-control-color=CanvasText] - Colour of the button over the picture.
 * @cssprop [--article-control-border=currentColor] - Colour of the line around the buttons.
 * @cssprop [--article-control-radius=0.25em] - Their corners.
 * @cssprop [--article-focus=currentColor] - Colour of the line around what has the focus.
 * @cssprop [--article-text-scale=1] - How much the text around is enlarged, as `<article-text-size>` says; pictures keep their size.
 * @cssprop [--article-dialog-background] - Ground of the dialog; default: the page's behind the photo.
 * @cssprop [--article-dialog-color] - Colour of the dialog's words; default: the page's at the photo.
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
  /** Offers to open the largest version of the picture, by a button or a click on the picture. */
  declare zoomable: boolean | undefined;

  #hasOwn?: boolean; // our own picture is shown, because the page put none into the slot
  #zoom?: Zoom;

  constructor() {
    super();
    followLightContent(this);
    this.addEventListener('click', this.#onClick);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#zoom?.close();
  }

  protected override render(): TemplateResult {
    // What the page has filled. On the server nobody knows: there, these two are shown.
    const slots = this.settled
      ? [...this.children].filter(hasContent).map(({slot}) => slot)
      : ['caption', 'credit'];
    const caption = slots.includes('caption') || !isBlank(this.caption);
    const credit = slots.includes('credit') || !isBlank(this.credit);
    this.#hasOwn = !slots.includes('') && Boolean(this.src || this.srcset);
    const nameless = this.#hasOwn
      ? (this.alt ?? null) === null && this
      : this.settled && this.querySelector<HTMLImageElement>(`${pagePictures}:not([alt])`);
    if (nameless) this.problem('src', nameless.src, 'no alt, not even an empty one', 'missing-alt');
    return html`<figure part="figure" aria-labelledby="caption">
      <div part="media" @load=${this.#judge} @error=${this.#judge}>
        ${
          this.zoomable && this.settled && this.#pictures().length
            ? html`<button
                  part="zoom-button"
                  type="button"
                  aria-haspopup="dialog"
                  aria-label=${this.say('zoomPhoto')}
                  @pointerenter=${this.#fetchZoom}
                  @focus=${this.#fetchZoom}
                >
                  +</button
                >${this.#zoom?.draw()}`
            : nothing
        }
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
        <span part="caption-text" id="caption" ?hidden=${!caption}
          ><slot name="caption">${this.caption}</slot></span
        >
        <span part="credit" ?hidden=${!credit}><slot name="credit">${this.credit}</slot></span>
      </figcaption>
    </figure>`;
  }

  // A picture that loads or breaks: the events do not bubble, but those of slotted pictures can be captured here too.
  #judge = {capture: true, handleEvent: () => this.requestUpdate()};

  // Few readers ask for it: the dialog comes with the first press, or before it, when somebody is about to press.
  #fetchZoom = (): void => void zoom.want(() => {});

  /** The button opens the first picture; a picture itself, unless it is in a link or the like. */
  #onClick = (event: Event): void => {
    const target = event.composedPath()[0] as HTMLImageElement;
    const isButton = target.matches('[part=zoom-button]');
    const index = isButton ? 0 : target.closest('a, button') ? -1 : this.#pictures().indexOf(target);
    if (!this.zoomable || index < 0 || event.defaultPrevented) return;
    zoom.want(() => {
      this.#zoom ??= new zoom.value!.Zoom(this, () => this.#pictures());
      void this.#zoom.open(index);
    });
  };

  /** The pictures that are not broken; `null` stands for our own in the render that makes it. */
  #pictures(): HTMLImageElement[] {
    const own = this.renderRoot.querySelector<HTMLImageElement>('[part=image]')!;
    const pictures = this.#hasOwn ? [own] : [...this.querySelectorAll<HTMLImageElement>(pagePictures)];
    return pictures.filter((picture) => !picture?.complete || picture.naturalWidth);
  }
}
