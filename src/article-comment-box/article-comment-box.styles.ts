import {css} from 'lit';

export default css`
  :host {
    display: block;
  }

  [part='base'] {
    position: relative;
  }

  label,
  textarea {
    display: block;
  }

  label,
  textarea,
  ::slotted(textarea) {
    margin-block-end: 0.25em;
  }

  textarea,
  ::slotted(textarea) {
    box-sizing: border-box;
    field-sizing: content;
    inline-size: 100%;
    max-block-size: var(--article-comment-box-max-block-size, 24rem);
    min-block-size: calc(var(--_rows, 4) * 1lh + 1em + 2px);
    resize: vertical;
  }

  ::placeholder {
    color: inherit;
    opacity: 0.75;
  }

  .foot {
    column-gap: 1em;
    display: flex;
    flex-wrap: wrap;
    font-size: 0.875em;
  }

  [part~='counter'] {
    font-variant-numeric: tabular-nums;
    margin-inline-start: auto;
  }

  [part='error'],
  [part~='over'] {
    color: var(--article-error, inherit);
    font-weight: bold;
  }

  textarea[aria-invalid='true'] {
    border-color: var(--article-error, currentColor);
  }

  .quiet {
    visibility: hidden;
  }

  /* Before the script has looked at the page, only CSS knows whether it brought its own textarea. */
  :host(:has(textarea)) .unsettled {
    display: none;
  }
`;
