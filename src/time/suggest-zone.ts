/**
 * What to tell of a name that is no zone, with the one that was probably meant: `Asia/Ho_Chi_Minh` for `Asia/Hanoi`,
 * `+07:00` for `GMT+7`. Loaded when a page names such a zone, to help its author.
 */
export function suggestZone(given: unknown): string {
  return `not a time zone; use ${likeliest(given) ?? 'an IANA name'}`;
}

function likeliest(given: unknown): string | undefined {
  const text = typeof given === 'string' ? given.trim().replace(/^ict$/i, '+7') : '';
  // A form that is sent without care has a space in the place of the plus: `07:00`.
  const [, sign = '+', hours, minutes = '00'] =
    /^(?:(?:gmt|utc)?\s?([+-])|(?=\d\d:\d\d$))(\d\d?):?([0-5]\d)?$/i.exec(text) ?? [];
  if (hours) return +hours * 60 + +minutes <= 840 ? `${sign}${hours.padStart(2, '0')}:${minutes}` : undefined;
  const wanted = placeOf(text).replace(/hanoi|saigon|vietnam|hcm|seasia/, 'hochiminh');
  const names = ['Asia/Ho_Chi_Minh', 'Asia/Kolkata', 'Asia/Kathmandu', ...Intl.supportedValuesOf('timeZone')];
  return names.find((name) => {
    const place = placeOf(name);
    return wanted[3] && (wanted.startsWith(place) || (wanted[5] && place.startsWith(wanted)));
  });
}

/** The letters after the last slash, without their accents, which is all that is compared. */
function placeOf(zone: string): string {
  return zone
    .normalize('NFD')
    .toLowerCase()
    .split('/')
    .pop()!
    .replace(/[^a-z]/g, '');
}
