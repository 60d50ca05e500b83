import {css} from 'lit';

export default css`
  :host {
    display: block;
  }

  [part='base'] {
    position: relative;
  }

  label {
    display: block;
  }

  textarea,
  ::slotted(textarea) {
    display: block;
    field-sizing: content;
    inline-size: 100%;
    margin-block: 0.25em;
    max-block-size: var(--article-comment-box-max-block-size, 24rem);
    overflow-wrap: anywhere; /* a long word must not make the column wider */
    min-block-size: var(--_least);
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
    min-block-size: 1lh; /* the counter comes after a server's first drawing */
  }

  #count {
    margin-inline-start: auto;
  }

  #error,
  [part~='over'] {
    color: var(--article-error, inherit);
    font-weight: bold;
  }

  [aria-invalid],
  ::slotted([aria-invalid='true']) {
    border-color: var(--article-error, currentColor);
  }

  :disabled,
  ::slotted(:disabled) {
    opacity: 0.6;
  }

  .quiet {
    visibility: hidden;
  }
`;
