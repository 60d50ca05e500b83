import type {Day, Locale, Month} from 'date-fns';
import type {ArticleLocale} from './registry.js';

const formatting = {context: 'formatting'} as const;
const short = {...formatting, width: 'abbreviated'} as const;
const long = {...formatting, width: 'wide'} as const;
const days: Day[] = [0, 1, 2, 3, 4, 5, 6];
const months: Month[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

// A literal; a letter with the `o` of ordinal numbers; a run of one letter; and the rest with the zone, whose letters
// must stay with their brackets.
const parts = /'(?:''|[^'])*'?|[yYQqMLwIdDecihHKkms]o|([a-wyA-NP-WYZ])\1*|[^'a-wyA-NP-WYZ]+/g;

// date-fns asks for the clock of this machine, which skips hours and even days that others have.
function shownDate(wall: number): Date {
  const date = new Date(wall);
  return Object.assign(date, {
    getFullYear: date.getUTCFullYear,
    getMonth: date.getUTCMonth,
    getDate: date.getUTCDate,
    getDay: date.getUTCDay,
  });
}

/**
 * What a date-fns locale brings to a language: the names of days and months, itself for the rare tokens, and how it
 * changes tokens by those beside them.
 */
export function fromDateFns(dateFns: Locale): Pick<ArticleLocale, 'names' | 'dateFns' | 'split'> {
  const {day, month, dayPeriod, preprocessor} = dateFns.localize;
  return {
    names: {
      days: days.map((value) => day(value, short)),
      longDays: days.map((value) => day(value, long)),
      months: months.map((value) => month(value, short)),
      longMonths: months.map((value) => month(value, long)),
      halves: [dayPeriod('am', short), dayPeriod('pm', short)],
    },
    dateFns,
    split:
      preprocessor &&
      ((pattern, wall) => {
        const found = (pattern.match(parts) ?? []).map((value) => ({isToken: /^[a-z]/i.test(value), value}));
        return preprocessor(shownDate(wall), found).map(({value}) => value);
      }),
  };
}
