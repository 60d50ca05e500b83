import {css} from 'lit';

export default css`
  :host {
    display: inline-block;
  }

  [part='base'] {
    display: inline-flex;
    gap: 0.25em;
  }

  button {
    line-height: 1;
    min-block-size: 2rem;
    min-inline-size: 2rem;
    padding: 0;
  }

  [part~='larger'] {
    font-size: 1.375em;
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
