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
  comments: 'Comments',
  commentsCount: 'Comments ({n})',
  loading: 'Loading comments',
  noComments: 'No comments yet.',
  more: 'Show more',
  moreLoaded: {one: '{n} more comment', other: '{n} more comments'},
  reply: 'Reply',
  replyTo: 'Reply to {name}',
  awaiting: 'Awaiting approval',
  retry: 'Try again',
  guest: 'Guest',
  name: 'Name',
  email: 'Email',
  send: 'Send comment',
  sending: 'Sending…',
  sent: 'Your comment has been sent.',
  held: 'Your comment has been sent and awaits approval.',
  draftBack: 'The text you had not sent is back.',
  needName: 'Please give your name.',
  needEmail: 'Please check the email address.',
  loadFailed: 'The comments did not load.',
  sendFailed: 'Your comment was not sent; the text is still here.',
  'error-offline': 'You are offline.',
  'error-timeout': 'The server takes too long to answer.',
  'error-network': 'The server cannot be reached.',
  'error-login': 'Please log in first.',
  'error-forbidden': 'You are not allowed to do this.',
  'error-closed': 'Comments are closed.',
  'error-too-long': 'Your comment is too long: {count} of at most {max}.',
  'error-too-fast': {
    one: 'Too many requests. Please wait {n} second.',
    other: 'Too many requests. Please wait {n} seconds.',
  },
  'error-duplicate': 'This comment has been sent before.',
  'error-invalid': 'The server did not accept this comment.',
  'error-server': 'The server has a problem.',
  'error-unknown-outcome':
    'No answer came, so your comment may or may not have arrived. Trying again will not post it twice.',
  'error-bad-response': 'The server gave no usable answer.',
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
