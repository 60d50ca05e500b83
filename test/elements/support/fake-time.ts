interface Timer {
  at: number;
  run: () => void;
}

/** The machine's clock and its timers in the hand of a test. */
export interface FakeTime {
  /** Lets time pass: timers that fall due run, and what they render is rendered. */
  pass(milliseconds: number): Promise<void>;
  /** Turns the clock without a timer noticing, as sleep does, or a person who sets it. */
  turn(milliseconds: number): void;
  /** How many timers are waiting. */
  timers(): number;
}

/** Takes the clock and the timers from the page for each test of a suite, and gives them back. */
export function fakeTime(start: string): FakeTime {
  const real = {now: Date.now, setTimeout: window.setTimeout, clearTimeout: window.clearTimeout};
  const waiting = new Map<number, Timer>();
  let now = 0;
  let elapsed = 0;
  let last = 0;

  beforeEach(() => {
    now = Date.parse(start);
    Date.now = () => now;
    window.setTimeout = ((run: () => void, wait = 0) => {
      waiting.set(++last, {at: elapsed + wait, run});
      return last;
    }) as typeof setTimeout;
    window.clearTimeout = (id) => void waiting.delete(id as number);
  });

  afterEach(() => {
    Date.now = real.now;
    window.setTimeout = real.setTimeout;
    window.clearTimeout = real.clearTimeout;
    for (const {run} of waiting.values()) setTimeout(run); // those of the test runner must not be lost
    waiting.clear();
  });

  function goTo(time: number): void {
    now += time - elapsed;
    elapsed = time;
  }

  return {
    async pass(milliseconds) {
      const end = elapsed + milliseconds;
      for (;;) {
        const [next] = [...waiting].sort(([, a], [, b]) => a.at - b.at);
        if (!next || next[1].at > end) break;
        waiting.delete(next[0]);
        goTo(Math.max(elapsed, next[1].at));
        next[1].run();
        await rendered();
      }
      goTo(end);
      await rendered();
    },
    turn(milliseconds) {
      now += milliseconds;
    },
    timers: () => waiting.size,
  };
}

/** Everything that elements render by themselves, they render in microtasks. */
export async function rendered(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

/** How many writes there were to the shadow root of an element since the last question. */
export function watchWrites(element: Element): () => number {
  let writes = 0;
  const observer = new MutationObserver((records) => (writes += records.length));
  const everything = {attributes: true, characterData: true, childList: true, subtree: true};
  observer.observe(element.shadowRoot!, everything);
  return () => {
    const counted = writes + observer.takeRecords().length;
    writes = 0;
    return counted;
  };
}
