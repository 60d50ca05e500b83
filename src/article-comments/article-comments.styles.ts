import {css} from 'lit';

export default css`
  :host {
    display: block;
  }

  [part='base'],
  article {
    display: grid;
    gap: var(--article-comments-gap, 1em);
  }

  button {
    justify-self: start;
  }

  /* Empty, it leaves no gap. */
  section > div[role] {
    display: contents;
  }

  [part='heading'] > *,
  ol,
  p {
    margin: 0;
  }

  ol {
    list-style: none;
    padding: 0;
  }

  li {
    border: 0 solid var(--article-line, color-mix(in srgb, currentColor 25%, transparent));
    border-block-start-width: 1px;
    padding-block: 0.75em;
  }

  li li {
    border-width: 0;
    border-inline-start-width: 3px;
    margin-block-start: 1em;
    padding-block: 0;
    padding-inline-start: 1em;
  }

  /* What is further down takes no time before the rows in sight are painted; but what has the focus is laid out at once. */
  .below:not(:focus-within) {
    contain-intrinsic-size: auto 8em;
    content-visibility: auto;
  }

  article {
    gap: 0.25em;
    overflow-wrap: anywhere;
  }

  .meta {
    align-items: baseline;
    column-gap: 0.75em;
    display: flex;
    flex-wrap: wrap;
  }

  a {
    color: inherit;
  }

  [part='author'] {
    font-weight: bold;
  }

  [part='date'],
  [part='pending'],
  [part='reply-to'],
  [part='reply-button'] {
    font-size: 0.875em;
  }

  [part='text'] p {
    white-space: pre-line;
  }

  p + p,
  [part='reply-form'] {
    margin-block-start: 0.5em;
  }

  [part='reply-button'] {
    border: 0;
    padding: 0;
    text-decoration: underline;
  }

  [part='error'] {
    color: var(--article-error, inherit);
  }

  [part='error']:empty {
    position: absolute; /* no gap for it, yet there before it speaks */
  }

  @media print {
    button,
    [part$='form'] {
      display: none;
    }
  }
`;
