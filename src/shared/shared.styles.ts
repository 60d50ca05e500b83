import {css} from 'lit';

/** The `hidden` attribute wins over any `display` that a widget gives its parts. */
export const hidden = css`
  [hidden] {
    display: none !important;
  }
`;

/** For words that only a screen reader says. */
export const visuallyHidden = css`
  .visually-hidden {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    margin: -1px;
    overflow: hidden;
    padding: 0;
    position: absolute;
    white-space: nowrap;
  }
`;

/** Buttons and fields that look like the page: its font and colours, one line around them, a target of 24 px or more. What the page says of its own field wins. */
export const controls = css`
  button,
  input,
  textarea,
  ::slotted(textarea) {
    background: var(--article-control-background, transparent);
    border: 1px solid var(--article-control-border, currentColor);
    border-radius: var(--article-control-radius, 0.25em);
    box-sizing: border-box;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    min-block-size: 24px;
    min-inline-size: 24px;
  }

  button {
    cursor: pointer;
    padding: 0.25em 0.75em;
  }

  input,
  textarea,
  ::slotted(textarea) {
    padding: 0.5em;
  }

  :focus-visible {
    outline: 2px solid var(--article-focus, currentColor);
    outline-offset: 2px;
  }

  button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }
`;
