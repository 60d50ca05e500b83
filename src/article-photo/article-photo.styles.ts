import {css} from 'lit';

export default css`
  :host {
    display: block;
  }

  figure,
  ::slotted(*) {
    margin: 0;
  }

  figure {
    break-inside: avoid;
  }

  [part='media'] {
    isolation: isolate;
  }

  img,
  ::slotted(:is(img, video)) {
    block-size: auto;
    max-inline-size: 100%;
  }

  /* In the corner where even a picture narrower than the column is. */
  button {
    background: var(--article-control-background, Canvas);
    color: var(--article-control-color, CanvasText);
    margin: 0.5em;
    position: absolute;
    z-index: 1; /* also over a picture with a filter, which paints later */
  }

  button ~ img,
  button ~ ::slotted(img) {
    cursor: zoom-in;
  }

  @media print {
    button {
      display: none;
    }
  }

  [part='caption'] {
    font-size: 0.9em;
  }

  [part='credit'] {
    display: block;
    font-size: 0.9em;
  }

  /* The text around may be zoomed, see <article-text-size>; a picture and its button keep their size. */
  [part='image'],
  [part='zoom-button'] {
    zoom: calc(1 / var(--article-text-scale, 1));
  }
`;
