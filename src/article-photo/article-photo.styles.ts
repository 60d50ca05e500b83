import {css} from 'lit';

export default css`
  :host {
    display: block;
  }

  figure,
  ::slotted(figure) {
    margin: 0;
  }

  /* Several pictures stand side by side where there is room. */
  [part='media'] {
    display: grid;
    gap: var(--article-photo-gap, 0.25em);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12em), 1fr));
    position: relative;
  }

  img,
  ::slotted(:is(img, picture, video)) {
    block-size: auto;
    display: block;
    max-inline-size: 100%;
  }

  figcaption {
    color: var(--article-caption-color, inherit);
    display: flex;
    flex-wrap: wrap;
    font-size: var(--article-caption-size, 0.9em);
    gap: 0 1em;
    justify-content: space-between;
    margin-block-start: 0.4em;
  }

  figcaption ::slotted(*) {
    margin: 0;
  }

  [part='credit'] {
    font-size: 0.9em;
    margin-inline-start: auto;
  }

  /* The starting corner: a picture narrower than the column still lies under it. */
  [part='zoom-button'] {
    inset: 0.5em auto auto 0.5em;
    position: absolute;
  }

  button {
    background: var(--article-control-background, Canvas);
    color: CanvasText;
    line-height: 1;
    padding: 0.25em;
  }

  svg {
    block-size: 1.5em;
    display: block;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
  }

  dialog {
    background: Canvas;
    border: 0;
    color: CanvasText;
    max-block-size: 100%;
    max-inline-size: 100%;
    overscroll-behavior: contain;
    padding: 0;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 0.8);
  }

  [part='close-button'] {
    inset: 0.5em 0.5em auto auto;
    position: absolute;
  }

  /* A group is leafed through by swiping or with the arrow keys. */
  [part='pictures'] {
    align-items: center;
    display: grid;
    grid-auto-columns: 100%;
    grid-auto-flow: column;
    justify-items: center;
    overflow-x: auto;
    overscroll-behavior: contain;
    scroll-snap-type: x mandatory;
  }

  [part='pictures'] img {
    max-block-size: 85vh;
    scroll-snap-align: center;
  }

  [part='dialog-caption'] {
    margin: 0.5em;
  }

  @media print {
    [part='zoom-button'] {
      display: none;
    }
  }
`;
