import type {Locale} from 'date-fns';
import {enUS} from 'date-fns/locale/en-US';
import {vi} from 'date-fns/locale/vi';
import type {ArticleLocale} from './registry.js';

// The built-in languages leave theirs out of `ArticleLocale`: only patterns with rare tokens need it.
const builtIn: Record<string, Locale> = {en: enUS, vi};

/** The date-fns locale of a language. */
export function dateFnsLocale(locale: ArticleLocale): Locale {
  return locale.dateFns ?? builtIn[locale.code] ?? enUS;
}
