import {format} from 'date-fns/format';
import {dateFnsLocale} from '../locales/date-fns.js';
import type {ArticleLocale} from '../locales/registry.js';
import {zoneLabel} from './tokens.js';
import type {Moment} from './zone.js';
import {ZonedDate} from './zoned-date.js';

/* All of date-fns's tokens. Pages load this module when a pattern needs it and not before. */

// A quoted literal of date-fns, or a zone token with the brackets around it and the space before: ` [OO]`, `(O)`, `xxx`.
const quotesAndZones = /''|'(?:''|[^'])+(?:'|$)|\s*(?:\[([xXOz]+)\]|\(([xXOz]+)\)|([xXOz]+))/g;
// These stand for the zone label, or for none, while date-fns works: quotes on both sides of it must not run together.
const labelMark = '\uE000';
const noLabelMark = '\uE001';

/**
 * Writes a moment by a date-fns pattern. Our token `OO` writes the zone as `GMT +7`; a floating moment has no zone,
 * so zone tokens vanish from it with their brackets.
 * @throws {RangeError} for a pattern that date-fns refuses
 */
export function writePattern(moment: Moment, pattern: string, locale: ArticleLocale): string {
  const {instant, offset} = moment;
  const ready = pattern.replace(quotesAndZones, (match, ...groups: (string | undefined)[]) => {
    const token = groups[0] ?? groups[1] ?? groups[2];
    if (!token) return match;
    if (offset === undefined) return noLabelMark;
    return token === 'OO' ? match.replace('OO', labelMark) : match;
  });
  const text = format(new ZonedDate(instant, offset ?? 0), ready, {locale: dateFnsLocale(locale)});
  return text.replaceAll(labelMark, zoneLabel(offset ?? 0)).replaceAll(noLabelMark, '').trim();
}
