/**
 * A number that was measured, with the interval that holds the true one with 95 % confidence.
 * @typedef {{value: number, low: number, high: number}} Estimate
 */

const resamples = 2000;

/**
 * @param {number[]} values
 * @returns {number}
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/**
 * The median, with a bootstrap interval.
 * @param {number[]} values
 * @returns {Estimate}
 */
export function estimate(values) {
  const medians = Array.from({length: resamples}, () => median(resample(values))).sort((a, b) => a - b);
  return {
    value: median(values),
    low: medians[Math.floor(resamples * 0.025)],
    high: medians[Math.ceil(resamples * 0.975) - 1],
  };
}

/**
 * How many times as much one costs as the other. Each round gives one ratio: a round in which the whole machine was
 * slow changes both sides of it.
 * @param {number[]} values by round
 * @param {number[]} others by round
 * @returns {Estimate}
 */
export function ratio(values, others) {
  return estimate(values.map((value, round) => value / others[round]));
}

function resample(values) {
  return values.map(() => values[Math.floor(Math.random() * values.length)]);
}
