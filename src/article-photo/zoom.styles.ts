import {css} from 'lit';

export default css`
  /* What the page has behind the photo is found when the dialog opens. */
  dialog,
  [part='position'] {
    background: var(--article-dialog-background, var(--page-background, Canvas));
    color: var(--article-dialog-color, var(--page-color, CanvasText));
  }

  dialog button {
    background: var(
      --article-control-background,
      var(--article-dialog-background, var(--page-background, Canvas))
    );
    color: inherit;
  }

  /* All of the window: the picture takes what the caption leaves. */
  /* The text around may be zoomed, see <article-text-size>; a picture keeps its size. */
  dialog {
    zoom: calc(1 / var(--article-text-scale, 1));
  }

  dialog[open] {
    block-size: 100%;
    border: 0;
    box-sizing: border-box;
    display: grid;
    grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    inline-size: 100%;
    margin: 0;
    max-block-size: none;
    max-inline-size: none;
    overflow: hidden;
    overscroll-behavior: contain;
    padding: 0;
  }

  form,
  .strip {
    grid-area: 1 / 1;
  }

  .strip {
    display: flex;
    overflow: auto hidden;
    overscroll-behavior: contain;
    scroll-snap-type: x mandatory;
    scrollbar-width: none;
  }

  .strip:focus-visible {
    outline-offset: -4px;
  }

  .slide {
    display: flex;
    flex: none;
    inline-size: 100%;
    overflow: auto;
    scroll-snap-align: center;
    scroll-snap-stop: always;
    touch-action: pan-x pan-y;
  }

  .slide img {
    flex: none;
    margin: auto;
    max-block-size: calc(100% * var(--scale, 1));
    max-inline-size: calc(100% * var(--scale, 1));
  }

  [part='dialog-caption'] {
    grid-row: 2;
    margin: 0 auto;
    max-block-size: 30vh;
    max-inline-size: 45em;
    overflow: auto;
    padding: 0.75em;
  }

  [part='dialog-caption'] > span {
    display: block;
  }

  [part='position'] {
    align-self: end;
    grid-area: 1 / 1;
    justify-self: center;
    padding-inline: 0.5em;
    z-index: 1;
  }

  [part='close-button'] {
    inset-block-start: 0;
    inset-inline-end: 0;
  }

  [part='previous-button'],
  [part='next-button'] {
    align-self: center;
    grid-area: 1 / 1;
  }

  [part='previous-button'] {
    justify-self: start;
  }

  [part='next-button'] {
    justify-self: end;
  }

  @media (prefers-reduced-motion: no-preference) {
    .strip {
      scroll-behavior: smooth;
    }
  }

  @media print {
    dialog[open] {
      display: none;
    }
  }
`;
