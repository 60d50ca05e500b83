import {css} from 'lit';

export default css`
  :host,
  slot {
    display: block;
  }

  [part='base'],
  form {
    display: grid;
    gap: 0.5em;
  }

  button {
    justify-self: start;
  }

  p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  [part='author'] {
    font-weight: bold;
  }

  input {
    display: block;
    inline-size: 100%;
    max-inline-size: 24em;
  }

  [part='error'] {
    color: var(--article-error, inherit);
  }

  :is([part='error'], [part='status']):empty {
    position: absolute; /* no gap for them, yet there before they speak */
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
