import {css} from 'lit';

export default css`
  :host {
    display: block;
  }

  a {
    color: inherit;
  }

  img {
    block-size: 1.5em;
    vertical-align: middle;
  }
`;
