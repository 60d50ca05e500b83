import {css} from 'lit';

export default css`
  :host {
    display: block;
  }

  [part='base'] {
    display: grid;
    gap: var(--article-comments-gap, 1em);
    justify-items: start;
  }

  [part='base'] > :not(button) {
    inline-size: 100%;
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
    border-block-start: 1px solid var(--article-line, color-mix(in srgb, currentColor 25%, transparent));
    padding-block: 0.75em;
  }

  li li {
    border-block-start: 0;
    border-inline-start: 3px solid var(--article-line, color-mix(in srgb, currentColor 25%, transparent));
    margin-block-start: 0.75em;
    padding-block: 0;
    padding-inline-start: 1em;
  }

  article {
    display: grid;
    gap: 0.25em;
    justify-items: start;
    overflow-wrap: anywhere;
  }

  article > * {
    min-inline-size: 0;
  }

  .meta {
    column-gap: 0.75em;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
  }

  [part='author'] {
    color: inherit;
    font-weight: bold;
  }

  [part='date'],
  [part='pending'],
  [part='reply-to'],
  [part='reply-button'] {
    font-size: 0.875em;
  }

  [part='text'],
  [part='reply-form'] {
    inline-size: 100%;
  }

  [part='text'] p {
    white-space: pre-line;
  }

  p + p {
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

  .failure:not(:has(button:not([hidden]))) {
    position: absolute; /* no gap for it, yet there before it speaks */
  }

  @media print {
    button,
    [part$='form'] {
      display: none;
    }
  }
`;
