import type {Day, Locale, Month} from 'date-fns';
import type {ArticleLocale} from './registry.js';

const formatting = {context: 'formatting'} as const;
const short = {...formatting, width: 'abbreviated'} as const;
const long = {...formatting, width: 'wide'} as const;
const days: Day[] = [0, 1, 2, 3, 4, 5, 6];
const months: Month[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

/** What a date-fns locale brings to a language: the names of days and months, and itself for the rare tokens. */
export function fromDateFns(dateFns: Locale): Required<Pick<ArticleLocale, 'names' | 'dateFns'>> {
  const {day, month, dayPeriod} = dateFns.localize;
  return {
    names: {
      days: days.map((value) => day(value, short)),
      longDays: days.map((value) => day(value, long)),
      months: months.map((value) => month(value, short)),
      longMonths: months.map((value) => month(value, long)),
      halves: [dayPeriod('am', short), dayPeriod('pm', short)],
    },
    dateFns,
  };
}
