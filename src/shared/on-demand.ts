/** Uses a part that only some pages need, once it has come; where it does not come, the page does without it. */
export function onDemand<T>(part: Promise<T>, use: (part: T) => void): void {
  void part.then(use, () => {});
}
