import type {FormatLongFn, Locale, LocaleDayPeriod, LocaleUnitValue, LocalizeFn} from 'date-fns';
import type {ArticleLocale, DateNames} from './registry.js';

/* The words that only rare tokens need, as date-fns words them. Pages load this module together with such a pattern. */

/** The parts of a date-fns locale that writing a date takes. */
export type DateWords = Pick<Locale, 'localize' | 'formatLong' | 'options'>;

/** The widths of names, by the number of letters of a token: `MMM`, `MMMM`, `MMMMM`, `EEEEEE`. */
export const widths = ['abbreviated', 'wide', 'narrow', 'short'] as const;
/** The widths of whole dates and times: `P`, `PP`, `PPP`, `PPPP`. */
export const longWidths = ['short', 'medium', 'long', 'full'] as const;

/** The words of a language. One that brings none is written in English, with its own names of days and months. */
export function dateWords({code, names, dateFns}: ArticleLocale): DateWords {
  return dateFns ?? (code === 'vi' ? vietnamese(names) : english(names));
}

/** A date-fns function, made of one that gives a name in the widths; those left out are written as the wide one, or the only one. */
function inWidths<Value extends LocaleUnitValue>(
  forms: (value: Value, context: string) => string[],
): LocalizeFn<Value> {
  return (value, options) => {
    const found = forms(value, options!.context!);
    return found[widths.indexOf(options!.width as 'wide')] ?? found[1] ?? found[0];
  };
}

function inLongWidths(...patterns: string[]): FormatLongFn {
  return ({width}) => patterns[longWidths.indexOf(width as 'full')];
}

function english({
  days,
  longDays,
  months,
  longMonths,
  halves: [am, pm] = ['AM', 'PM'],
}: DateNames): DateWords {
  const ordinalNumber = (value: number): string =>
    value + ((!/1.$/.test(`${value}`) && ['th', 'st', 'nd', 'rd'][value % 10]) || 'th');
  const periods: Partial<Record<LocaleDayPeriod, string[]>> = {
    am: [am, 'a.m.', 'a'],
    pm: [pm, 'p.m.', 'p'],
    midnight: ['midnight', 'midnight', 'mi'],
    noon: ['noon', 'noon', 'n'],
    night: ['at night'],
  };
  return {
    localize: {
      ordinalNumber,
      era: inWidths(() => ['AD', 'Anno Domini', 'A']),
      quarter: inWidths((quarter) => [`Q${quarter}`, `${ordinalNumber(quarter)} quarter`, `${quarter}`]),
      month: inWidths((month) => [months[month], longMonths[month], months[month][0]]),
      day: inWidths((day) => [days[day], longDays[day], days[day][0], days[day].slice(0, 2)]),
      dayPeriod: inWidths((period) => periods[period] ?? [`in the ${period}`]),
    },
    formatLong: {
      date: inLongWidths('MM/dd/yyyy', 'MMM d, y', 'MMMM do, y', 'EEEE, MMMM do, y'),
      time: inLongWidths('h:mm a', 'h:mm:ss a', 'h:mm:ss a z', 'h:mm:ss a zzzz'),
      dateTime: ({width}) => (/l/.test(width!) ? "{{date}} 'at' {{time}}" : '{{date}}, {{time}}'),
    },
  };
}

function vietnamese({days, longDays, months, longMonths}: DateNames): DateWords {
  const roman = ['', 'I', 'II', 'III', 'IV'];
  const monthNumbers = 'Một,Hai,Ba,Tư,Năm,Sáu,Bảy,Tám,Chín,Mười,Mười Một,Mười Hai'.split(',');
  const periods: Record<LocaleDayPeriod, string[]> = {
    am: ['AM', 'SA', 'am'],
    pm: ['PM', 'CH', 'pm'],
    midnight: ['nửa đêm'],
    noon: ['trưa', 'giữa trưa', 'tr'],
    morning: ['sáng', 'vào buổi sáng', 'sg'],
    afternoon: ['chiều', 'vào buổi chiều', 'ch'],
    evening: ['tối', 'vào buổi tối', 'tối'],
    night: ['đêm', 'vào ban đêm', 'đêm'],
  };
  return {
    localize: {
      ordinalNumber: (value, options) => {
        const ordinals: Record<string, string> = {
          quarter: roman[value],
          // Monday is "the second day", and Sunday has no number.
          day: value === 7 ? 'chủ nhật' : `thứ ${value + 1}`,
          week: value === 1 ? 'thứ nhất' : `thứ ${value}`,
          dayOfYear: value === 1 ? 'đầu tiên' : `thứ ${value}`,
        };
        return ordinals[options!.unit!] ?? `${value}`;
      },
      era: inWidths(() => ['sau CN', 'sau Công Nguyên', 'SCN']),
      quarter: inWidths((quarter, context) => [
        `Q${quarter}`,
        context === 'standalone' ? `Quý ${quarter}` : `quý ${roman[quarter]}`,
        `${quarter}`,
      ]),
      month: inWidths((month, context) =>
        context === 'standalone'
          ? [`Thg ${month + 1}`, `Tháng ${monthNumbers[month]}`, `${month + 1}`]
          : [months[month], longMonths[month], longMonths[month].slice(-2)],
      ),
      day: inWidths((day) => [
        days[day],
        longDays[day],
        days[day].replace('hứ ', ''),
        days[day].replace('ứ', ''),
      ]),
      dayPeriod: inWidths((period) => periods[period]),
    },
    formatLong: {
      date: inLongWidths('dd/MM/y', "d MMM 'năm' y", "'ngày' d MMMM 'năm' y", "EEEE, 'ngày' d MMMM 'năm' y"),
      time: inLongWidths('HH:mm', 'HH:mm:ss', 'HH:mm:ss z', 'HH:mm:ss zzzz'),
      dateTime: () => '{{date}} {{time}}',
    },
    options: {weekStartsOn: 1},
  };
}
