import {css} from 'lit';

export default css`
  :host {
    display: block;
  }

  figure,
  ::slotted(*) {
    margin: 0;
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

  /* In the corner where even a picture narrower than the column is. */
  button {
    background: var(--article-control-background, Canvas);
    color: CanvasText;
    margin: 0.5em;
    position: absolute;
    z-index: 1; /* also over a picture with a filter, which paints later */
  }

  dialog[open] {
    border: 0;
    display: flex;
    max-inline-size: 100%;
    padding: 0;
    scroll-snap-type: x mandatory;
  }

  /* The text around may be zoomed, see <article-text-size>; a picture keeps its size. */
  [part='image'],
  dialog {
    zoom: calc(1 / var(--article-text-scale, 1));
  }

  ::backdrop {
    background: #000c;
  }

  dialog img {
    max-block-size: 85vh;
    min-inline-size: 100%;
    object-fit: scale-down;
    scroll-snap-align: center;
  }

  /* Takes no room, and stays where it is while the pictures pass: the arrow keys scroll what is around the focus. */
  form {
    inline-size: 0;
    inset-inline-start: 0;
    position: sticky;
  }

  @media print {
    button {
      display: none;
    }
  }
`;
