import type {FormatLongFn, Locale, LocaleDayPeriod, LocaleUnitValue, LocalizeFn} from 'date-fns';
import type {ArticleLocale, DateNames} from './registry.js';

/* The words that only rare tokens need, as date-fns words them. Pages load them together with such a pattern. */

/** The parts of a date-fns locale that writing a date takes. */
export type DateWords = Pick<Locale, 'localize' | 'formatLong' | 'options'>;

type DayPeriods = Partial<Record<LocaleDayPeriod, string[]>>;

/** The widths of names: `MMM`, `MMMM`, `MMMMM`, `EEEEEE`. */
export const widths = ['abbreviated', 'wide', 'narrow', 'short'] as const;
/** The widths of whole dates and times: `P`, `PP`, `PPP`, `PPPP`. */
export const longWidths = ['short', 'medium', 'long', 'full'] as const;

/** The words of a language. One that brings none is written in English, with its own names of days and months. */
export function dateWords({code, names, dateFns}: ArticleLocale): DateWords {
  return dateFns ?? (code === 'vi' ? vietnamese(names) : english(names));
}

/** A date-fns function out of one that gives a name in the widths; those left out are as the wide one, or the only one. */
function inWidths<Value extends LocaleUnitValue>(
  forms: (value: Value, standalone: boolean) => string[],
): LocalizeFn<Value> {
  return (value, options) => {
    const found = forms(value, options!.context === 'standalone');
    return found[widths.indexOf(options!.width as 'wide')] ?? found[1] ?? found[0];
  };
}

function inLongWidths(...patterns: string[]): FormatLongFn {
  return ({width}) => patterns[longWidths.indexOf(width as 'full')];
}

function english(names: DateNames): DateWords {
  const ordinalNumber = (value: number): string =>
    value + (['th', 'st', 'nd', 'rd'][/1.$/.test(`${value}`) ? 0 : value % 10] ?? 'th');
  const [am, pm] = names.halves ?? ['AM', 'PM'];
  const periods: DayPeriods = {
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
      month: inWidths((month) => [names.months[month], names.longMonths[month], names.months[month][0]]),
      day: inWidths((day) => [
        names.days[day],
        names.longDays[day],
        names.days[day][0],
        names.days[day].slice(0, 2),
      ]),
      dayPeriod: inWidths((period) => periods[period] ?? [`in the ${period}`]),
    },
    formatLong: {
      date: inLongWidths('MM/dd/yyyy', 'MMM d, y', 'MMMM do, y', 'EEEE, MMMM do, y'),
      time: inLongWidths('h:mm a', 'h:mm:ss a', 'h:mm:ss a z', 'h:mm:ss a zzzz'),
      dateTime: inLongWidths(
        ...['{{date}}, {{time}}', '{{date}}, {{time}}'],
        ...["{{date}} 'at' {{time}}", "{{date}} 'at' {{time}}"],
      ),
    },
  };
}

function vietnamese(names: DateNames): DateWords {
  const roman = ['', 'I', 'II', 'III', 'IV'];
  const monthNumbers = 'Một,Hai,Ba,Tư,Năm,Sáu,Bảy,Tám,Chín,Mười,Mười Một,Mười Hai'.split(',');
  const periods: DayPeriods = {
    am: ['AM', 'SA', 'am'],
    pm: ['PM', 'CH', 'pm'],
    midnight: ['nửa đêm'],
    noon: ['trưa', 'giữa trưa', 'tr'],
    morning: ['sáng', 'vào buổi sáng', 'sg'],
    afternoon: ['chiều', 'vào buổi chiều', 'ch'],
    evening: ['tối', 'vào buổi tối', 'tối'],
    night: ['đêm', 'vào ban đêm', 'đêm'],
  };
  const longDate = "'ngày' d MMMM 'năm' y";
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
      quarter: inWidths((quarter, standalone) => [
        `Q${quarter}`,
        standalone ? `Quý ${quarter}` : `quý ${roman[quarter]}`,
        `${quarter}`,
      ]),
      month: inWidths((month, standalone) =>
        standalone
          ? [`Thg ${month + 1}`, `Tháng ${monthNumbers[month]}`, `${month + 1}`]
          : [names.months[month], names.longMonths[month], names.longMonths[month].slice(-2)],
      ),
      // Thứ 2, Thứ Hai, T2, Th 2
      day: inWidths((day) => [
        names.days[day],
        names.longDays[day],
        names.days[day].replace('hứ ', ''),
        names.days[day].replace('ứ', ''),
      ]),
      dayPeriod: inWidths((period) => periods[period]!),
    },
    formatLong: {
      date: inLongWidths('dd/MM/y', "d MMM 'năm' y", longDate, `EEEE, ${longDate}`),
      time: inLongWidths('HH:mm', 'HH:mm:ss', 'HH:mm:ss z', 'HH:mm:ss zzzz'),
      dateTime: () => '{{date}} {{time}}',
    },
    options: {weekStartsOn: 1},
  };
}
