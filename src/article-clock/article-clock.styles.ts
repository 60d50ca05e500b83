import {css} from 'lit';

export default css`
  :host {
    display: inline-block;
  }

  time {
    font-variant-numeric: tabular-nums; /* the line must not shake while it ticks */
  }
`;
