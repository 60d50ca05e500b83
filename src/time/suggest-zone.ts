/**
 * The zone that was probably meant by a name that is none: `Asia/Ho_Chi_Minh` for `Asia/Hanoi`, `+07:00` for `GMT+7`.
 * `undefined` when no zone is like it. Loaded when a page names such a zone, to help its author.
 */
export function suggestZone(text: string): string | undefined {
  const [, sign, hours, minutes = '00'] =
    /^(?:gmt|utc)?([+-])(0?\d|1[0-4]):?([0-5]\d)?$/i.exec(text.trim().replace(/^ict$/i, '+7')) ?? [];
  if (sign) return `${sign}${hours!.padStart(2, '0')}:${minutes}`;
  const wanted = placeOf(text).replace(/hanoi|saigon|vietnam/, 'hochiminh');
  const names = ['Asia/Ho_Chi_Minh', 'Asia/Kolkata', 'Asia/Kathmandu', ...Intl.supportedValuesOf('timeZone')];
  return names.find((name) => wanted[3] && wanted.startsWith(placeOf(name)));
}

/** The letters after the last slash, which is all that is compared. */
function placeOf(zone: string): string {
  return zone
    .toLowerCase()
    .split('/')
    .pop()!
    .replace(/[^a-z]/g, '');
}
