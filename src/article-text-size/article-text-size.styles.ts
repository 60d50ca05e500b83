import {css} from 'lit';

export default css`
  :host {
    display: inline-block;
    vertical-align: middle;
  }

  [part='base'] {
    display: flex;
    gap: 0.25em;
  }

  button {
    line-height: 1;
    min-block-size: max(2rem, 24px);
    min-inline-size: max(2rem, 24px);
    padding: 0;
  }

  [part~='reset'] {
    font-size: 1.1875em;
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
