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
 * @param {number[]} values by round
 * @returns {Estimate}
 */
export function estimate(values) {
  return bootstrap(values.length, (rounds) => median(rounds.map((round) => values[round])));
}

/**
 * How many times as much one costs as the other, by their medians.
 * @param {number[]} values by round
 * @param {number[]} others by round
 * @returns {Estimate}
 */
export function ratio(values, others) {
  const medianOf = (numbers, rounds) => median(rounds.map((round) => numbers[round]));
  return bootstrap(values.length, (rounds) => medianOf(values, rounds) / medianOf(others, rounds));
}

/**
 * Whether a measured number keeps within its target; it is said when the interval leaves that open.
 * @param {Estimate} measured
 * @param {number} limit
 */
export function judge({value, low, high}, limit) {
  if (value <= limit) return high <= limit ? 'met' : 'met, not surely';
  return low > limit ? 'missed' : 'missed, not surely';
}

// Draws whole rounds: what made one of them slow stays on both sides of a ratio.
function bootstrap(count, statistic) {
  const rounds = Array.from({length: count}, (_, round) => round);
  const draw = () => statistic(rounds.map(() => Math.floor(Math.random() * count)));
  const drawn = Array.from({length: resamples}, draw).sort((a, b) => a - b);
  return {
    value: statistic(rounds),
    low: drawn[Math.floor(resamples * 0.025)],
    high: drawn[Math.ceil(resamples * 0.975) - 1],
  };
}
