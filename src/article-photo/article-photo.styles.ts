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

  [part='caption'] {
    font-size: 0.9em;
  }

  [part='credit'] {
    display: block;
    font-size: 0.9em;
  }

  /* The text around may be zoomed, see <article-text-size>; a picture keeps its size. */
  [part='image'] {
    zoom: calc(1 / var(--article-text-scale, 1));
  }
`;
