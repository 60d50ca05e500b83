/**
 * Takes one sample of every contestant in each round, every round in a new order: what else the machine does meets
 * all of them alike.
 * @template Contestant, Sample
 * @param {Contestant[]} contestants
 * @param {number} rounds
 * @param {(contestant: Contestant) => Promise<Sample>} takeSample
 * @returns {Promise<Map<Contestant, Sample[]>>} for each contestant its samples, by round
 */
export async function interleave(contestants, rounds, takeSample) {
  const samples = new Map(contestants.map((contestant) => [contestant, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const contestant of shuffle(contestants)) {
      samples.get(contestant).push(await takeSample(contestant));
    }
    process.stderr.write(`round ${round} of ${rounds}\n`);
  }
  return samples;
}

/**
 * @template Item
 * @param {Item[]} items
 */
function shuffle(items) {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]];
  }
  return shuffled;
}
