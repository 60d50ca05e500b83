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

  /* One of several: half of the row, or all of it where that is narrow. Known without script, so nothing moves. */
  ::slotted(
    :is(img, picture, video, figure):not(
      [slot],
      :nth-child(1 of :not([slot])):nth-last-child(1 of :not([slot]))
    )
  ) {
    display: inline-block;
    inline-size: calc(50% - 0.3em);
    min-inline-size: min(100%, 14em);
    vertical-align: top;
  }

  [part='caption'] {
    font-size: 0.9em;
  }

  [part='credit'] {
    display: block;
    font-size: 0.9em;
  }
`;
