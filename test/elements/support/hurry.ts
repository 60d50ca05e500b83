/** Makes the deadlines and pauses of the library short: what counts is that they end, and what the reader sees then. */
export function hurry(): void {
  const isOurs = (ms: number) => ms === 15_000 || ms === 20_000 || (ms >= 500 && ms <= 3000);
  const real = globalThis.setTimeout;
  before(() => {
    globalThis.setTimeout = ((run: () => void, ms = 0) =>
      real(run, isOurs(ms) ? ms / 8 : ms)) as typeof setTimeout;
  });
  after(() => {
    globalThis.setTimeout = real;
  });
}
