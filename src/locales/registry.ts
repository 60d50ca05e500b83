import type {Locale} from 'date-fns';
import type {commentWords} from './comment-words.js';
import {en, type words} from './en.js';
import type {newCommentWords} from './new-comment-words.js';
import type {refusalWords} from './refusal-words.js';
import type {sendingWords} from './sending-words.js';
import {vi} from './vi.js';
import type {zoomWords} from './zoom-words.js';

/** The name of a phrase; the English words are the source of the names. */
export type WordKey =
  | keyof typeof words
  | keyof typeof commentWords.en
  | keyof typeof newCommentWords.en
  | keyof typeof refusalWords.en
  | keyof typeof sendingWords.en
  | keyof typeof zoomWords.en;

/** Phrases by name. */
export type Words = Partial<Record<WordKey, Phrase>>;

/** A phrase, or its plural forms by CLDR category. `{name}` marks where a value goes. */
export type Phrase = string | ({other: string} & Partial<Record<Intl.LDMLPluralRule, string>>);

/** Values for the `{name}` marks of a phrase; `n` is the number that chooses the plural form. */
export type Values = Record<string, string | number>;

/** The four ways of writing a moment that each language words for itself. */
export type PresetName = 'dateline' | 'clock' | 'date' | 'datetime';

/** The names that dates are written with, as date-fns gives them. */
export interface DateNames {
  /** Sunday to Saturday, as the token `EEE` writes them. */
  days: readonly string[];
  /** Sunday to Saturday, as the token `EEEE` writes them. */
  longDays: readonly string[];
  /** January to December, as the token `MMM` writes them. */
  months: readonly string[];
  /** January to December, as the token `MMMM` writes them. */
  longMonths: readonly string[];
  /** The two halves of the day, as the token `a` writes them; default `AM` and `PM`. */
  halves?: readonly [am: string, pm: string];
}

/** All that a language brings: words, list form and ways of writing dates. */
export interface ArticleLocale {
  /** BCP 47 tag, such as `vi` or `zh-TW`. */
  code: string;
  /** The names of days and months. */
  names: DateNames;
  /** Patterns of the tokens `yyyy M MM MMM MMMM d dd EEE EEEE H HH h mm ss a`, and `OO` for `GMT +7`. */
  formats: Record<PresetName, string>;
  /** The date-fns locale, for patterns with any other token; default: English. */
  dateFns?: Locale;
  /**
   * Parts such a pattern where the language writes a token by what stands beside it; `wall` is the time shown as if it
   * were UTC, in milliseconds since 1970. French has it, by `fromDateFns`: `1er mars`, but `29 mars`.
   */
  split?: (pattern: string, wall: number) => string[];
  /** What stands between the members of a list, and before its last one. */
  list: readonly [between: string, last: string];
  /** What parts thousands; default: by Intl, whose first object costs a page about 25 ms. */
  thousands?: string;
  /** The CLDR plural category of a whole number; default: by Intl, whose first object costs a page about 25 ms. */
  plural?: (n: number) => Intl.LDMLPluralRule;
  /** Phrases; those left out are said in English. */
  words: Words;
}

const registered = new Map<string, ArticleLocale>();

/** Whoever is connected and says something in the language around it. */
export const followers = new Set<{requestUpdate(): void}>();

/** Lets every follower say it anew. */
export function renderAgain(): void {
  for (const follower of followers) follower.requestUpdate();
}

/** Makes a language known to every widget and to `formatDateTime`; the newest registration of a code wins. */
export function registerLocale(locale: ArticleLocale): void {
  registered.set(locale.code.toLowerCase(), locale);
  foundFor = registered;
  renderAgain();
}

// A page is in one language, and has a thousand dates.
let found: ArticleLocale;
let foundFor: unknown = registered; // no tag

/**
 * The best known language for a BCP 47 tag: the tag itself, then shorter and shorter ones, else English.
 * Traditional and simplified Chinese are told by script as well as by region; `zh` alone is simplified.
 */
export function findLocale(tag: string | null | undefined): ArticleLocale {
  if (tag !== foundFor) {
    found = look(tag);
    foundFor = tag;
  }
  return found;
}

function look(tag: string | null | undefined): ArticleLocale {
  const wanted = (tag ?? '').toLowerCase().replaceAll('_', '-');
  for (let part = scriptToRegion(wanted); part; part = part.replace(/-?[^-]*$/, '')) {
    const locale = registered.get(part) ?? builtIn(part);
    if (locale) return locale;
  }
  return registered.get('en') ?? en;
}

// A function, not a filled map: these modules may be left out of a bundle that uses none of them.
function builtIn(code: string): ArticleLocale | undefined {
  return code === 'vi' ? vi : code === 'en' ? en : undefined;
}

function scriptToRegion(tag: string): string {
  if (registered.has(tag)) return tag;
  return /^zh-(hant|tw|hk|mo)\b/.test(tag) ? 'zh-tw' : /^zh\b/.test(tag) ? 'zh-cn' : tag;
}

/**
 * A phrase with its values filled in, in the plural form that the number `n` needs. `more` are the words that an
 * element brings for the built-in languages.
 */
export function say(
  locale: ArticleLocale,
  key: WordKey,
  values: Values = {},
  more: Partial<Record<string, Words>> = {},
): string {
  const phrase = locale.words[key] ?? more[locale.code]?.[key] ?? en.words[key] ?? more.en?.[key] ?? '';
  const text = typeof phrase === 'string' ? phrase : pluralForm(locale, phrase, values.n);
  return text.replace(/\{(\w+)\}/g, (mark, name: string) => {
    const value = values[name];
    return value === undefined ? mark : typeof value === 'number' ? writeNumber(locale, value) : value;
  });
}

function pluralForm(
  locale: ArticleLocale,
  forms: Exclude<Phrase, string>,
  n: string | number | undefined,
): string {
  if (Object.keys(forms).length === 1) return forms.other;
  const count = Number(n);
  const {code, plural} = locale;
  // Not a member of `en`, which a page may copy into another language.
  const category =
    plural?.(count) ??
    (code === 'en' ? (count === 1 ? 'one' : 'other') : new Intl.PluralRules(code).select(count));
  return forms[category] ?? forms.other;
}

const numbers: Record<string, Intl.NumberFormat> = {}; // a counter writes at every key; making one takes longer

/**
 * A whole number with the thousands parted as the language does, in the digits of dates: browsers differ in which ones
 * Arabic has.
 */
export function writeNumber({code, thousands}: ArticleLocale, value: number): string {
  const digits = String(value);
  if (thousands || Math.abs(value) < 1000) return digits.replace(/\B(?=(\d{3})+$)/g, thousands!);
  return (numbers[code] ??= new Intl.NumberFormat(code, {numberingSystem: 'latn'})).format(value);
}
