import {say, type ArticleLocale, type WordKey} from '../locales/registry.js';

/*
 * The ladder: below 10 seconds "just now", then the largest unit that reads well, passing to the next one a little
 * early (55 minutes are an hour). `lead` is what that adds before rounding down, in seconds.
 */
const ladder: [words: WordKey, below: number, size: number, lead: number][] = [
  ['secondsAgo', 55, 1, 0],
  ['minutesAgo', 55 * 60 - 5, 60, 5],
  ['hoursAgo', 21 * 3600 - 305, 3600, 305],
  ['daysAgo', 6 * 86_400 - 11_105, 86_400, 11_105],
  ['weeksAgo', 30 * 86_400, 7 * 86_400, 97_505],
];

/** How far ahead an instant may be, in seconds, and still be held for one that a reader's slow clock has not reached. */
const slack = 600;

const stepAt = (elapsed: number) => ladder.find(([, below]) => elapsed < below);

/**
 * The time passed since an instant in the language's words, such as `3 giờ trước`; `undefined` from 30 days on, and for
 * an instant that is still to come. One up to ten minutes ahead reads "just now": a reader's slow clock must not put a
 * published story into the future.
 */
export function writeRelative(instant: number, now: number, locale: ArticleLocale): string | undefined {
  const elapsed = Math.floor((now - instant) / 1000);
  const step = stepAt(elapsed);
  if (!step || elapsed < -slack) return undefined;
  if (elapsed < 10) return say(locale, 'justNow');
  const [words, , size, lead] = step;
  return say(locale, words, {n: Math.floor((elapsed + lead) / size)});
}

/** When the relative text of an instant changes next, in milliseconds since 1970; `undefined` when it never will. */
export function nextRelativeChange(instant: number, now: number): number | undefined {
  const elapsed = Math.floor((now - instant) / 1000);
  const step = stepAt(elapsed);
  if (!step) return undefined;
  const [, below, size, lead] = step;
  const next = Math.min((Math.floor((elapsed + lead) / size) + 1) * size - lead, below);
  return instant + (elapsed < -slack ? -slack : Math.max(next, 10)) * 1000;
}
