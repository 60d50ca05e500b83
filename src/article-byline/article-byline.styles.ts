import {css} from 'lit';

export default css`
  :host {
    display: block;
  }

  /* A name that fits into a line is not broken. */
  [part='author'] {
    display: inline-block;
  }

  a {
    color: inherit;
  }

  img {
    block-size: 1.5em;
    border-radius: 50%;
    inline-size: 1.5em;
    object-fit: cover;
    vertical-align: middle;
    zoom: calc(1 / var(--article-text-scale, 1));
  }
`;
