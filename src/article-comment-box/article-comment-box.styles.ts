import {css} from 'lit';

export default css`
  :host {
    display: block;
  }

  [part='base'] {
    position: relative;
  }

  label,
  textarea,
  ::slotted(textarea) {
    display: block;
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

  /* Only where the page says nothing of its textarea: what a page says wins over ::slotted. */
  ::slotted(textarea) {
    background: var(--article-control-background, transparent);
    border: 1px solid var(--article-control-border, currentColor);
    border-radius: var(--article-control-radius, 0.25em);
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    padding: 0.5em;
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

  [aria-invalid='true'],
  ::slotted([aria-invalid='true']) {
    border-color: var(--article-error, currentColor);
  }

  textarea:disabled,
  ::slotted(:disabled) {
    opacity: 0.6;
  }

  .quiet {
    visibility: hidden;
  }
`;
