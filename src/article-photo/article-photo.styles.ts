import {css} from 'lit';

export default css`
  :host {
    display: block;
  }

  figure,
  [part='caption'] ::slotted(*),
  ::slotted(figure) {
    margin: 0;
  }

  /* Several pictures stand side by side where there is room. */
  [part='media'] {
    display: grid;
    gap: 0.25em;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12em), 1fr));
    position: relative;
  }

  img,
  ::slotted(:is(img, picture, video)) {
    block-size: auto;
    display: block;
    max-inline-size: 100%;
  }

  [part='caption'] {
    display: flex;
    flex-wrap: wrap;
    font-size: 0.9em;
    gap: 0 1em;
    margin-block-start: 0.4em;
  }

  [part='credit'] {
    font-size: 0.9em;
    margin-inline-start: auto;
  }

  button {
    background: var(--article-control-background, Canvas);
    color: CanvasText;
    inset: 0.5em 0.5em auto auto;
    position: absolute;
  }

  /* The other corner: even a picture narrower than the column lies under it. */
  [part='zoom-button'] {
    inset: 0.5em auto auto 0.5em;
  }

  dialog {
    border: 0;
    max-inline-size: 100%;
    padding: 0;
  }

  ::backdrop {
    background: #000c;
  }

  /* A group is leafed through by swiping or with the arrow keys. */
  [part='pictures'] {
    display: grid;
    grid-auto-columns: 100%;
    grid-auto-flow: column;
    outline-offset: -2px;
    overflow-x: auto;
    place-items: center;
    scroll-snap-type: x mandatory;
  }

  dialog img {
    max-block-size: 85vh;
    scroll-snap-align: center;
  }

  p {
    margin: 0.5em;
  }

  @media print {
    button {
      display: none;
    }
  }
`;
