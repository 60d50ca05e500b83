import {markdownTable} from 'markdown-table';

/** @typedef {import('./statistics.js').Estimate} Estimate */

/**
 * A table for the terminal and for the README.
 * @param {string} title
 * @param {string[]} head
 * @param {string[][]} rows
 */
export function table(title, head, rows) {
  const align = head.map((_, column) => (column ? 'right' : 'left'));
  return `### ${title}\n\n${markdownTable([head, ...rows], {align, stringLength: (cell) => [...cell].length})}\n`;
}

/** @param {Estimate} ratio such as `3.1x (2.9–3.4)` */
export function writeRatio({value, low, high}) {
  return `${round(value)}x (${round(low)}–${round(high)})`;
}

/** @param {Estimate} time in milliseconds */
export function writeTime({value, low, high}) {
  return `${round(value)} ms (${round(low)}–${round(high)})`;
}

function round(value) {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}
