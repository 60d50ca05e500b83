import {css} from 'lit';

export default css`
  /* In the corner where even a picture narrower than the column is. */
  button {
    background: var(--article-control-background, Canvas);
    color: CanvasText;
    margin: 0.5em;
    position: absolute;
    z-index: 1; /* also over a picture with a filter, which paints later */
  }

  [part='image'],
  ::slotted(img) {
    cursor: zoom-in;
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
    align-items: center;
    display: flex;
    flex: none;
    inline-size: 100%;
    justify-content: center;
    scroll-snap-align: center;
    scroll-snap-stop: always;
  }

  .slide img {
    cursor: default;
    max-block-size: 100%;
    max-inline-size: 100%;
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
    background: var(--article-control-background, Canvas);
    color: CanvasText;
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
    button,
    dialog[open] {
      display: none;
    }
  }
`;
