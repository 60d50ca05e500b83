import type {ArticleLocale} from './registry.js';

/** English words. Their keys are the keys of every language. */
export const words = {
  justNow: 'just now',
  secondsAgo: {one: '{n} second ago', other: '{n} seconds ago'},
  minutesAgo: {one: '{n} minute ago', other: '{n} minutes ago'},
  hoursAgo: {one: '{n} hour ago', other: '{n} hours ago'},
  daysAgo: {one: '{n} day ago', other: '{n} days ago'},
  weeksAgo: {one: '{n} week ago', other: '{n} weeks ago'},
  published: 'Published',
  updated: 'Updated',
  textSize: 'Text size',
  textSmaller: 'A: smaller text',
  textLarger: 'A: larger text',
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
  list: [', ', ' and '],
  words,
};
