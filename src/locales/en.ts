import type {ArticleLocale} from './registry.js';

/** Both forms of an English phrase, whose `~` marks the plural's s. */
export const plural = (phrase: string): {one: string; other: string} => ({
  one: phrase.replace('~', ''),
  other: phrase.replace('~', 's'),
});

/** English words. Their keys are the keys of every language. */
export const words = {
  justNow: 'just now',
  secondsAgo: plural('{n} second~ ago'),
  minutesAgo: plural('{n} minute~ ago'),
  hoursAgo: plural('{n} hour~ ago'),
  daysAgo: plural('{n} day~ ago'),
  weeksAgo: plural('{n} week~ ago'),
  published: 'Published',
  updated: 'Updated',
  textSize: 'Text size',
  textSmaller: 'A: smaller text',
  textLarger: 'A: larger text',
  zoomPhoto: 'Enlarge photo',
  textReset: 'A: usual text size',
};

const longDays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const longMonths =
  'January February March April May June July August September October November December'.split(' ');
const shorten = (name: string) => name.slice(0, 3);

/** English: the language of pages that name none that we know. */
export const en: ArticleLocale = {
  code: 'en',
  names: {
    days: longDays.map(shorten),
    longDays,
    months: longMonths.map(shorten),
    longMonths,
  },
  formats: {
    dateline: 'EEE, MMM d, yyyy | h:mm:ss a [OO]',
    clock: 'EEEE, MMMM d, yyyy h:mm a (OO)',
    date: 'MMM d, yyyy',
    datetime: 'MMM d, yyyy h:mm a',
  },
  thousands: ',',
  list: [', ', ' and '],
  words,
};
