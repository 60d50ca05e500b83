/*
 * Storage may be full, blocked or opaque; then even looking at `localStorage` throws. What is remembered is a
 * convenience, so every failure means "not remembered" and nothing more.
 */

/** A remembered value; `null` when there is none or storage cannot be read. */
export function recall(key: string): string | null {
  try {
    return globalThis.localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Remembers a value, or forgets it when it is `null`. True when storage took it. */
export function remember(key: string, value: string | null): boolean {
  try {
    if (value === null) globalThis.localStorage.removeItem(key);
    else globalThis.localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
