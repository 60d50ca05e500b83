/*
 * One timer for every clock and relative date of the page. Each says when its own text changes next; the timer is set
 * to the soonest of them. While the page is hidden nothing runs, and when it is shown again whatever fell due runs.
 */

const waiting = new Map<() => void, number>();
let timer: ReturnType<typeof setTimeout> | undefined;
let scheduledAt = 0;
let next = Infinity;

// setTimeout takes no more than 31 bits, and a shorter wait is caught up sooner after the machine slept.
const longestWait = 60_000;

/**
 * Runs `task` once at a time of the system clock (milliseconds since 1970), or at once when shown after it. Of several
 * times the first is kept.
 */
export function runAt(time: number, task: () => void): void {
  if (!waiting.size) listen('addEventListener');
  waiting.set(task, Math.min(time, waiting.get(task) ?? time));
  if (time < next) schedule(); // a page may have ten thousand dates
}

/** Forgets a task; with the last one the timer and the listeners go too. */
export function forget(task: () => void): void {
  if (!waiting.delete(task)) return;
  if (waiting.size) return; // the timer may fire for nothing, once
  listen('removeEventListener');
  schedule();
}

function schedule(): void {
  clearTimeout(timer);
  timer = undefined;
  next = Infinity;
  if (!waiting.size || globalThis.document?.hidden) return;
  scheduledAt = Date.now();
  for (const time of waiting.values()) next = Math.min(next, time);
  const wait = next - scheduledAt;
  timer = setTimeout(runDue, Math.max(0, Math.min(wait, longestWait)));
}

function runDue(): void {
  const now = Date.now();
  for (const [task, time] of waiting) {
    if (time > now && now >= scheduledAt) continue; // not due, unless the machine's clock was set back
    forget(task);
    task();
  }
  schedule();
}

function wake(): void {
  if (globalThis.document?.hidden) schedule();
  else runDue();
}

function listen(change: 'addEventListener' | 'removeEventListener'): void {
  globalThis.document?.[change]('visibilitychange', wake);
  globalThis.window?.[change]('pageshow', wake);
  globalThis.window?.[change]('focus', wake);
}
