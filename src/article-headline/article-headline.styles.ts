import {css} from 'lit';

export default css`
  :host {
    display: block;
  }

  [part='base'] {
    display: grid;
    gap: var(--article-headline-gap, 0.5em) 1em;
  }

  [part='heading'] :is(h1, h2, h3, h4, h5, h6) {
    margin-block: 0;
  }

  /* In halves, a dateline keeps its zone together: [GMT +7]. */
  [part='heading'],
  [part='published'],
  [part='updated'],
  ::slotted([slot='date']) {
    text-wrap: balance;
  }

  [part='meta'],
  [part='tools'] {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: inherit;
  }

  [part='tools'] {
    margin-inline-start: auto;
  }
`;
