import {namedZoneOffset} from '../time/named-zones.js';
import {readStamp, type Stamp} from '../time/stamp.js';
import {writeIso} from '../time/write.js';
import {momentOf, offsetAt, readZone, type Zone} from '../time/zone.js';
import {given} from './read.js';
import type {NewsArticle} from './types.js';

/** When the story was published and last changed, as the headline's attributes or its dates say. */
export function readDates(
  root: ParentNode,
  header: Element,
): Pick<NewsArticle, 'datePublished' | 'dateModified'> {
  const slotted = [...header.querySelectorAll('article-date')].map((date) => isoOf(stampOf(date), date));
  const elsewhere = root.querySelector('article-date');
  const published =
    isoOf(given(header, 'published'), header) ??
    slotted[0] ??
    (elsewhere ? isoOf(stampOf(elsewhere), elsewhere) : undefined);
  const modified = isoOf(given(header, 'updated', 'updatedAt'), header) ?? slotted[1];
  return {
    datePublished: published,
    dateModified:
      modified && published && Date.parse(modified) < Date.parse(published) ? undefined : modified,
  };
}

function stampOf(date: Element): unknown {
  return (
    given(date, 'date') ??
    given(date, 'datetime') ??
    date.querySelector('time[datetime]')?.getAttribute('datetime')
  );
}

/** In the zone that the widget shows; a stamp that has an offset keeps it where no zone is named. */
function isoOf(value: unknown, element: Element): string | undefined {
  const stamp = readStamp(value);
  if (!stamp) return undefined;
  return writeIso(momentOf(stamp, zoneOf(element, stamp), namedZoneOffset), stamp.dateOnly);
}

function zoneOf(element: Element, stamp: Stamp): Zone | undefined {
  const inReach = [
    given(element, 'time-zone', 'timeZone'),
    element.closest('[data-time-zone]')?.getAttribute('data-time-zone'),
  ];
  return inReach
    .map((name) => (typeof name === 'string' && name !== 'local' ? readZone(name) : undefined))
    .find((zone) => zone !== undefined && offsetAt(zone, stamp.wall, namedZoneOffset) !== undefined);
}
