import type {ArticleLocale} from './registry.js';

/** English words. Their keys are the keys of every language. */
export const words = {
  justNow: 'just now',
  secondsAgo: {one: '{n} second ago', other: '{n} seconds ago'},
  minutesAgo: {one: '{n} minute ago', other: '{n} minutes ago'},
  hoursAgo: {one: '{n} hour ago', other: '{n} hours ago'},
  daysAgo: {one: '{n} day ago', other: '{n} days ago'},
  weeksAgo: {one: '{n} week ago', other: '{n} weeks ago'},
  updated: 'Updated',
  textSize: 'Text size',
  textSmaller: 'A: smaller text',
  textLarger: 'A: larger text',
  commentLabel: 'Your comment',
  commentCount: {one: '{count} / {n} character', other: '{count} / {n} characters'},
  commentLeft: {one: '{n} character left', other: '{n} characters left'},
  commentOver: {one: '{n} character too many', other: '{n} characters too many'},
  commentLimit: {one: 'Up to {n} character', other: 'Up to {n} characters'},
  commentMissing: 'Write your comment.',
  commentTooShort: {one: 'Write at least {n} character.', other: 'Write at least {n} characters.'},
  commentTooLong: {one: 'Remove {n} character.', other: 'Remove {n} characters.'},
  zoomPhoto: 'Enlarge photo',
  close: 'Close',
};

/** English: the language of pages that name none that we know. */
export const en: ArticleLocale = {
  code: 'en',
  names: {
    days: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
    longDays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    longMonths: [
      ...['January', 'February', 'March', 'April', 'May', 'June'],
      ...['July', 'August', 'September', 'October', 'November', 'December'],
    ],
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
