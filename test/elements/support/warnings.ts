/** Keeps the console's warnings of a test for its assertions, and out of the report. */
export function captureWarnings(): {taken(): string[]} {
  const original = console.warn;
  let texts: string[] = [];
  beforeEach(() => {
    texts = [];
    console.warn = (...parts: unknown[]) => void texts.push(parts.join(' '));
  });
  afterEach(() => {
    console.warn = original;
  });
  return {taken: () => texts};
}
