import {say, type ArticleLocale, type WordKey} from '../locales/registry.js';

const second = 1000;
const days30 = 30 * 86_400 * second;

/*
 * The ladder: below 10 seconds "just now", then the largest unit that reads well, passing to the next one a little
 * early (55 minutes are an hour). `lead` is what that adds before rounding down, in seconds.
 */
const ladder: {words: WordKey; below: number; size: number; lead: number}[] = [
  {words: 'secondsAgo', below: 55, size: 1, lead: 0},
  {words: 'minutesAgo', below: 55 * 60 - 5, size: 60, lead: 5},
  {words: 'hoursAgo', below: 21 * 3600 - 305, size: 3600, lead: 305},
  {words: 'daysAgo', below: 6 * 86_400 - 11_105, size: 86_400, lead: 11_105},
  {words: 'weeksAgo', below: 30 * 86_400, size: 7 * 86_400, lead: 97_505},
];

/**
 * The time passed since an instant in the language's words, such as `3 giờ trước`; `undefined` from 30 days on.
 * A future instant reads "just now": a reader's slow clock must not put a published story into the future.
 */
export function writeRelative(instant: number, now: number, locale: ArticleLocale): string | undefined {
  const elapsed = Math.max(0, Math.floor((now - instant) / second));
  if (elapsed < 10) return say(locale, 'justNow');
  const step = ladder.find(({below}) => elapsed < below);
  if (!step) return undefined;
  const count = Math.max(1, Math.floor((elapsed + step.lead) / step.size));
  return say(locale, step.words, {n: count});
}

/** When the relative text of an instant changes next, in milliseconds since 1970; `undefined` when it never will. */
export function nextRelativeChange(instant: number, now: number): number | undefined {
  if (now < instant + 10 * second) return instant + 10 * second;
  const elapsed = Math.floor((now - instant) / second);
  const step = ladder.find(({below}) => elapsed < below);
  if (!step) return undefined;
  const count = Math.floor((elapsed + step.lead) / step.size);
  const next = Math.min((count + 1) * step.size - step.lead, step.below);
  return Math.min(instant + next * second, instant + days30);
}
