import {css} from 'lit';

export default css`
  :host {
    display: block;
  }

  [part='base'],
  form {
    display: grid;
    gap: 0.5em;
    justify-items: start;
  }

  form,
  slot,
  article-comment-box {
    inline-size: 100%;
  }

  slot {
    display: block;
  }

  p {
    margin: 0;
  }

  [part='author'] {
    font-weight: bold;
  }

  [part='field'] input {
    display: block;
    max-inline-size: 100%;
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
